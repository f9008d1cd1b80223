import { randomUUIDv7 } from 'node:crypto'
import { type Static, Type } from '@sinclair/typebox'
import { areRegistered } from '@wuhu/access'
import { AgencyCode, assistExternalRequested, assistRequested, UuidV7 } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type Call, type CommandDefinition, defineCommand } from '@wuhu/host'
import type { AssistanceCommand } from '../domain/assistance-state.ts'
import { statusForParty } from '../views/cases.ts'
import { approverStands } from './approver.ts'
import { answer, by, type Deps, decideOn, status, type Tx } from './context.ts'
import { numberedStep } from './numbering.ts'
import { waitingForCase } from './waiting-for-case.ts'

const { requester: _, addressee, circular, letterNumber, ...letterFields } = assistRequested.data.properties
const { external } = assistExternalRequested.data.properties
const strict = { additionalProperties: false }

const body = Type.Object(
  {
    ...letterFields,
    letterNumber: Type.Optional(letterNumber),
    addressee: Type.Optional(addressee),
    addressees: Type.Optional(
      Type.Array(AgencyCode('受请求单位'), {
        minItems: 2,
        maxItems: 20,
        uniqueItems: true,
        description: '同一函件发往多个单位，各自办理、各自复函'
      })
    ),
    external: Type.Optional(external),
    by
  },
  strict
)
const requestAnswer = Type.Object(
  {
    ...answer.properties,
    circular,
    assistances: Type.Optional(
      Type.Array(
        Type.Object({ id: UuidV7(), addressee: AgencyCode('受请求单位'), version: Type.Integer(), status }, strict),
        { description: '发往多个单位时，每个单位一件协查' }
      )
    )
  },
  strict
)

/** 发协查函: the beginning of every assistance. */
export function requestCommand(deps: Deps): CommandDefinition {
  const { store } = deps
  return defineCommand({
    name: 'assistance.request',
    path: '/v1/assistances',
    action: 'assistance.request',
    intake: true,
    tag: 'assistances',
    status: 201,
    title: { zh: '发出协查函', en: 'Ask another agency for assistance' },
    description: {
      zh: '案源须已登记且本单位为参与单位。由本单位负责人审批；查封扣押、查询账户须由设区的市级以上机关主要负责人批准（反不正当竞争法第十六条，条文号待核对），并写明其所在机关。审批人在名录中的，须现任所填职务。受请求单位填写一个 addressee、多个 addressees，或者机制外单位 external。',
      en: 'On a registered case to which the agency is a party. Approved by a leader of the agency; seizure and bank-account by the head of a bureau at city level or above (article number to be verified), which is named. An approver whom the directory knows must hold the role. Name one addressee, several addressees, or a body outside (external).'
    },
    body,
    answer: requestAnswer,
    async execute(call) {
      const request = () => store.once(call, (tx) => requestIn(tx, deps, call))
      const done = await waitingForCase(request, deps.caseWait)
      const { id, version } = done.answer
      return { body: done.answer, version, location: `/v1/assistances/${id}`, replayed: done.replayed }
    }
  })
}

async function requestIn(tx: Tx, deps: Deps, call: Call<unknown, Static<typeof body>>) {
  const { by: _by, letterNumber: given, ...said } = call.body
  const { agency } = call.caller
  const standing = await statusForParty(tx.db, said.caseNumber, agency)
  if (!standing) throw new Refusal('case.unknown', 'there is no such case')
  if (standing === 'closed') throw new Refusal('case.closed', `case ${said.caseNumber} is closed`)
  if ([said.addressee, said.addressees, said.external].filter((one) => one !== undefined).length !== 1) {
    throw new Refusal('assistance.addressee-choice', 'name one of addressee, addressees and external')
  }
  const kind = said.external === undefined ? 'assistance-letter' : 'external-letter'
  return await numberedStep(tx, deps, agency, { kind, given }, (letterNumber = '') =>
    sendLetters(tx, deps, call, { ...said, letterNumber })
  )
}

type Letters = Omit<Static<typeof body>, 'by' | 'letterNumber'> & { readonly letterNumber: string }

async function sendLetters(tx: Tx, deps: Deps, call: Call<unknown, unknown>, said: Letters) {
  const { addressee, addressees, external, ...letter } = said
  const { agency } = call.caller
  const now = deps.now()
  const standing = { approverStands: await approverStands(tx, call.caller, letter.approver, now) }
  const begin = (command: AssistanceCommand) => decideOn(tx, call, { id: randomUUIDv7(), command, now })
  if (external !== undefined)
    return begin({ do: 'request-outside', agency, letter: { ...letter, external }, ...standing })
  if (addressee !== undefined) {
    const registered = await areRegistered(tx.db, [addressee])
    return begin({ do: 'request', agency, letter: { ...letter, addressee }, registered, ...standing })
  }
  const circular = randomUUIDv7()
  const begun = []
  for (const to of addressees ?? []) {
    const registered = await areRegistered(tx.db, [to])
    const copy = { ...letter, addressee: to, circular }
    const command = { do: 'request', agency, letter: copy, registered, ...standing } as const
    begun.push({ addressee: to, ...(await begin(command)) })
  }
  const [first] = begun
  if (first === undefined) throw new TypeError('a circular has addressees')
  const { addressee: _addressee, ...rest } = first
  const assistances = begun.map(({ id, addressee, version, status }) => ({ id, addressee, version, status }))
  return { ...rest, events: begun.flatMap(({ events }) => events), circular, assistances }
}
