import { randomUUIDv7 } from 'node:crypto'
import { type Static, Type } from '@sinclair/typebox'
import { beijingTime, type CaseEvent, CaseSourceNumber, clueReceived, type Envelope, Instant } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { type Context, together } from '@wuhu/store'
import { nextCaseNumber } from '../case-number.ts'
import { caseRegister } from '../domain/case.ts'
import { matchingOf } from '../matching/matching.ts'
import { advance, answerWith, type ClueCall, type ClueDeps, clueAnswer, clueParams } from './clue-call.ts'
import { clueOfficeCommands } from './clue-office.ts'
import { clueOutcomeCommands } from './clue-outcomes.ts'
import { clueStepCommands } from './clue-steps.ts'
import { onCase, onClue } from './clue-streams.ts'
import { by, contextOf, offices, type Tx } from './context.ts'
import { matchClue, matchTokens } from './matching.ts'

const strict = { additionalProperties: false }
const { intake: _intake, receivedAt: _receivedAt, ...written } = clueReceived.data.properties
const joined = Type.Optional(CaseSourceNumber('并入本单位参与的在办案源；不填则新建案源'))

const receiveBody = Type.Object(
  {
    ...written,
    receivedAt: Type.Optional(Instant('接收时间，不填则为现在')),
    register: Type.Optional(Type.Boolean({ default: true, description: '是否同时登记；false 只存草稿，仅本单位可见' })),
    caseNumber: joined,
    matchTokens: Type.Optional(matchTokens),
    by: Type.Optional(by)
  },
  strict
)

/** All commands on clues 线索. */
export function clueCommands(deps: ClueDeps): CommandDefinition[] {
  return [
    receive(deps),
    register(deps),
    ...clueOfficeCommands(deps),
    ...clueStepCommands(deps),
    ...clueOutcomeCommands(deps)
  ]
}

const receive = (deps: ClueDeps) =>
  defineCommand({
    name: 'clue.receive',
    path: '/v1/clues',
    action: 'clue.register',
    intake: true,
    tag: 'clues',
    status: 201,
    title: { zh: '接收并登记线索', en: 'Receive and register a clue' },
    description: {
      zh: '一次调用完成接收、建案源和登记。商业秘密内容不得填写，只填密点编号、摘要值、保管人和查阅地点。',
      en: 'Receives, opens a case and registers in one call. Never send the secret itself: number, hash, custodian and place only.'
    },
    body: receiveBody,
    answer: clueAnswer,
    async execute(call) {
      const done = await deps.store.once(call, (tx) => receiveIn(tx, deps, call))
      const { id, version } = done.answer
      return { body: done.answer, version, location: `/v1/clues/${id}`, replayed: done.replayed }
    }
  })

async function receiveIn(tx: Tx, deps: ClueDeps, call: ClueCall<Static<typeof receiveBody>>) {
  const { receivedAt, register = true, caseNumber: joining, matchTokens: tokens, by: _by, ...rest } = call.body
  if (!register && joining !== undefined) throw new Refusal('clue.draft-with-case', 'a draft has no case yet')
  const now = deps.now()
  const context = contextOf(call, now)
  const id = randomUUIDv7()
  // Side by side wherever one does not need the other: from the number on, other openings of the year wait for us.
  const [officesNow, caseNumber] = await together([
    offices(tx),
    register ? numberFor(tx, deps, context, joining) : Promise.resolve(undefined)
  ])
  const [executed, opened] = await together([
    onClue(tx, {
      id,
      command: {
        do: 'receive',
        by: context.actor,
        clue: { ...rest, receivedAt: receivedAt ?? beijingTime(now) },
        ...(caseNumber !== undefined && { caseNumber })
      },
      offices: officesNow,
      context,
      caseNumber
    }),
    caseNumber !== undefined && joining === undefined
      ? openCase(tx, context, { number: caseNumber, title: rest.title, clue: id, offices: officesNow })
      : Promise.resolve([])
  ])
  if (tokens) {
    if (call.provenance.statement) throw new Refusal('match.signed', 'send the tokens of a signed clue to match-tokens')
    const { agency } = context.actor
    await matchClue(tx, matchingOf(deps), { clue: id, agency, tokens, registered: register }, now)
  }
  return answerWith(id, executed, opened)
}

const register = (deps: ClueDeps) =>
  defineCommand({
    name: 'clue.register',
    path: '/v1/clues/:id/register',
    action: 'clue.register',
    tag: 'clues',
    title: { zh: '登记草稿线索', en: 'Register a draft' },
    params: clueParams,
    body: Type.Object({ caseNumber: joined, by: Type.Optional(by) }, strict),
    answer: clueAnswer,
    execute: (call) =>
      advance(deps, call, async (tx, { id, offices, context, run }) => {
        const joining = call.body.caseNumber
        const caseNumber = await numberFor(tx, deps, context, joining)
        const executed = await run({ do: 'register', by: context.actor, caseNumber })
        const { agency } = context.actor
        if (deps.matching) await matchClue(tx, deps.matching, { clue: id, agency, registered: true }, context.now)
        if (joining !== undefined) return { executed }
        const title = executed.state.title
        return { executed, also: await openCase(tx, context, { number: caseNumber, title, clue: id, offices }) }
      })
  })

/** The next number, or that of an open case in which the caller takes part. Its stream stays locked until the end. */
async function numberFor(tx: Tx, deps: ClueDeps, context: Context, joining: string | undefined): Promise<string> {
  if (joining === undefined) return await nextCaseNumber(tx, context.now, deps.caseNumberFormat)
  const { events } = await tx.read(`case/${joining}`)
  const { parties, status } = fold(caseRegister, events as unknown as CaseEvent[])
  if (!parties.includes(context.actor.agency)) throw new Refusal('case.unknown', 'there is no such case')
  if (status !== 'open') throw new Refusal('case.closed', `case ${joining} is closed`)
  return joining
}

async function openCase(
  tx: Tx,
  context: Context,
  opening: { number: string; title: string; clue: string; offices: readonly string[] }
): Promise<readonly Envelope[]> {
  const { events } = await onCase(tx, opening.number, { do: 'open', by: context.actor, ...opening }, context)
  return events
}
