import { randomUUIDv7 } from 'node:crypto'
import { type Static, Type } from '@sinclair/typebox'
import { listOffices } from '@wuhu/access'
import { consultProposed } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type Call, type CommandDefinition, defineCommand } from '@wuhu/host'
import { statusForParty } from '../views/cases.ts'
import { mayCite } from '../views/consultations.ts'
import { begin, consultationAnswer } from './consultation-call.ts'
import { by, type Deps, type Tx } from './context.ts'
import { waitingForCase } from './waiting-for-case.ts'

const { proposer: _, ...fields } = consultProposed.data.properties
const body = Type.Object(
  {
    ...fields,
    general: Type.Optional(Type.Boolean({ description: '一般性问题，不属于任何案源' })),
    by
  },
  { additionalProperties: false }
)

/** 提请会商: question, kind of secret and case are enough. */
export function proposeCommand(deps: Deps): CommandDefinition {
  return defineCommand({
    name: 'consultation.propose',
    path: '/v1/consultations',
    action: 'consultation.propose',
    intake: true,
    tag: 'consultations',
    status: 201,
    title: { zh: '提请会商', en: 'Propose a consultation' },
    description: {
      zh: '填写问题、商业秘密种类、案源编号三项即可；一般性问题以 general 代替案源编号。可援引本单位知悉的以往会商。',
      en: 'Question, kind of secret and case number are enough; for a general question say `general` instead of the case. Earlier consultations that the agency knows may be cited.'
    },
    body,
    answer: consultationAnswer,
    async execute(call) {
      const propose = () => deps.store.once(call, (tx) => proposeIn(tx, deps, call))
      const done = await waitingForCase(propose, deps.caseWait)
      const { id, version } = done.answer
      return { body: done.answer, version, location: `/v1/consultations/${id}`, replayed: done.replayed }
    }
  })
}

async function proposeIn(tx: Tx, { now }: Deps, call: Call<unknown, Static<typeof body>>) {
  const { by: _by, general = false, ...proposal } = call.body
  const { agency } = call.caller
  if (proposal.caseNumber !== undefined) await assertOpenCase(tx, proposal.caseNumber, agency)
  const command = {
    do: 'propose' as const,
    by: call.actor,
    offices: await listOffices(tx.db),
    proposal,
    general,
    core: await isCore(tx, agency),
    citable: await mayCite(tx.db, agency, proposal.cites ?? [])
  }
  return await begin(tx, call, randomUUIDv7(), command, now())
}

async function assertOpenCase(tx: Tx, caseNumber: string, agency: string): Promise<void> {
  const status = await statusForParty(tx.db, caseNumber, agency)
  if (!status) throw new Refusal('case.unknown', 'there is no such case')
  if (status === 'closed') throw new Refusal('case.closed', `case ${caseNumber} is closed`)
}

async function isCore(tx: Tx, agency: string): Promise<boolean> {
  const row = await tx.db.selectFrom('directory_agencies').select('core').where('code', '=', agency).executeTakeFirst()
  return row?.core ?? false
}
