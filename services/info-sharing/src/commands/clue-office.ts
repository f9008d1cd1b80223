import { Type } from '@sinclair/typebox'
import { clueAssigned, clueMatched, type Envelope, Text, UuidV7 } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { senders } from '../domain/clue-state.ts'
import { advance, type ClueDeps, clueAnswer, clueParams, type Outcome, type Step } from './clue-call.ts'
import { clueStream, onCase, onClue } from './clue-streams.ts'
import { agencyExists, by, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const { to, dueAt, instruction } = clueAssigned.data.properties

/** What the office 办公室 does: match, merge, assign. */
export function clueOfficeCommands(deps: ClueDeps): CommandDefinition[] {
  const match = defineCommand({
    name: 'clue.match',
    path: '/v1/clues/:id/match',
    action: 'clue.office',
    tag: 'clues',
    title: { zh: '线索比对', en: 'Match a clue' },
    description: {
      zh: '记录两条线索相似，写入双方；各接收单位只知有相似线索，不知是哪一条。',
      en: 'Records on both clues that they resemble each other; their senders do not learn which the other is.'
    },
    params: clueParams,
    body: Type.Object({ ...clueMatched.data.properties, by: Type.Optional(by) }, strict),
    answer: clueAnswer,
    execute: (call) =>
      advance(deps, call, async (tx, step) => {
        const { other, basis } = call.body
        await lockBoth(tx, step.id, other)
        const { offices, context } = step
        const executed = await step.run({ do: 'match', by: context.actor, offices, other, basis })
        const command = { do: 'match' as const, by: context.actor, offices, other: step.id, basis }
        const { events } = await onClue(tx, { id: other, command, offices, context })
        return { executed, also: events }
      })
  })

  const merge = defineCommand({
    name: 'clue.merge',
    path: '/v1/clues/:id/merge',
    action: 'clue.office',
    tag: 'clues',
    title: { zh: '线索并案', en: 'Merge a clue into another' },
    description: {
      zh: '本线索并入 into 继续办理；本线索的接收单位此后随 into 了解进展，两个案源编号相互关联。',
      en: 'This clue ends and `into` goes on; those who sent this one follow the other, and the case numbers are linked.'
    },
    params: clueParams,
    body: Type.Object(
      { into: UuidV7('继续办理的线索标识'), reason: Text(1000, '并案理由'), by: Type.Optional(by) },
      strict
    ),
    answer: clueAnswer,
    execute: (call) => advance(deps, call, (tx, step) => mergeInto(tx, step, call.body))
  })

  const assign = defineCommand({
    name: 'clue.assign',
    path: '/v1/clues/:id/assign',
    action: 'clue.office',
    tag: 'clues',
    title: { zh: '线索分办', en: 'Assign a clue' },
    description: {
      zh: '指定经办单位和期限；经办单位同时成为案源参与单位，可见此前办理过程。须由办公室主任或者工作人员办理。',
      en: 'Names the handling agency and the time limit; the agency becomes a party to the case, with its history.'
    },
    params: clueParams,
    body: Type.Object({ to, dueAt, instruction, by: Type.Optional(by) }, strict),
    answer: clueAnswer,
    execute: (call) =>
      advance(deps, call, async (tx, step) => {
        const { by: _by, ...assignment } = call.body
        const { offices, context } = step
        const executed = await step.run({ do: 'assign', by: context.actor, offices, ...assignment })
        return { executed, also: await letIn(tx, step, executed.state.caseNumber, [assignment.to]) }
      })
  })

  return [match, merge, assign]
}

/** Two transactions that lock the same two clues must do so in one order. */
async function lockBoth(tx: Tx, one: string, other: string): Promise<void> {
  if (one === other) throw new Refusal('clue.itself', 'that is the same clue')
  for (const id of [one, other].sort()) await tx.read(clueStream(id))
}

async function mergeInto(tx: Tx, step: Step, body: { into: string; reason: string }): Promise<Outcome> {
  const { id, offices, context } = step
  const { into, reason } = body
  await lockBoth(tx, id, into)
  const { actor } = context
  const executed = await step.run({ do: 'merge', by: actor, offices, into, reason })
  const intakes = senders(executed.state)
  const command = { do: 'absorb' as const, by: actor, offices, clue: id, intakes, reason }
  const absorbing = await onClue(tx, { id: into, command, offices, context })
  const own = executed.state.caseNumber
  const goingOn = absorbing.state.caseNumber
  const also: Envelope[] = [...absorbing.events, ...(await letIn(tx, step, goingOn, intakes))]
  if (own !== undefined && goingOn !== undefined && own !== goingOn) {
    const linking = { do: 'link-number' as const, by: actor, linked: own, kind: 'case-source' as const }
    also.push(...(await onCase(tx, goingOn, linking, context)).events)
  }
  return { executed, also }
}

/**
 * Makes agencies parties to the case, with what happened before unless it is said otherwise.
 * @throws Refusal `agency.unknown`
 */
export async function letIn(
  tx: Tx,
  { context }: Pick<Step, 'context'>,
  caseNumber: string | undefined,
  agencies: readonly string[],
  more: { history?: boolean; reason?: string } = {}
) {
  const events: Envelope[] = []
  if (caseNumber === undefined) return events
  for (const agency of agencies) {
    if (!(await agencyExists(tx, agency))) throw new Refusal('agency.unknown', 'there is no such agency')
    const ground = 'party' as const
    const command = { do: 'add-party' as const, by: context.actor, agency, ground, history: true, ...more }
    events.push(...(await onCase(tx, caseNumber, command, context)).events)
  }
  return events
}
