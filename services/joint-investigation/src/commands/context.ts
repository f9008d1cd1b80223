import { Type } from '@sinclair/typebox'
import { type AssistEvent, CaseSourceNumber, onBehalf } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import type { DocumentWords } from '@wuhu/documents'
import { type Answer, type Call, NotFound } from '@wuhu/host'
import { type Context, execute, type Store, type Transaction } from '@wuhu/store'
import { assistance } from '../domain/assistance.ts'
import { assistanceAudience } from '../domain/assistance-audience.ts'
import {
  type AssistanceCommand,
  type AssistanceState,
  assistanceStatuses,
  involved
} from '../domain/assistance-state.ts'
import type { JointDb, JointTables } from '../tables.ts'
import { type Numbering, numberedStep } from './numbering.ts'

/** What commands need from outside. */
export interface Deps {
  readonly store: Store<JointTables>
  /** RFC 3339 instant. */
  now(): string
  /** Milliseconds that a request waits for a case that another service may have opened a moment ago. */
  readonly caseWait: number
  /** 发文字 by agency and kind of document; default: those of the package. */
  readonly words?: DocumentWords | undefined
  /** Agencies that prosecute. */
  readonly procuratorates: readonly string[]
}

export type Tx = Transaction<JointDb>

const strict = { additionalProperties: false }
/** The officer on whose behalf an agency's system acts. */
export const by = Type.Optional(onBehalf)

export const status = Type.Union(
  assistanceStatuses.map((one) => Type.Literal(one)),
  { description: '办理状态' }
)

/** What every command answers. */
export const answer = Type.Object(
  {
    id: Type.String({ description: '协查标识' }),
    version: Type.Integer({ description: '版本，用于 If-Match' }),
    status,
    caseNumber: CaseSourceNumber(),
    events: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, strict), {
      description: '由此产生的事件；为空表示此前已办'
    })
  },
  strict
)

type AnyCall = Call<unknown, unknown>

interface Step {
  readonly id: string
  readonly command: AssistanceCommand
  readonly now: string
  /** From If-Match. */
  readonly expectedVersion?: number | undefined
}

/** Read, fold, decide and append one command on the assistance `id`. @throws what `execute` throws */
export async function decideOn(tx: Tx, call: AnyCall, { id, command, now, expectedVersion }: Step) {
  const { actor, provenance, correlationId, traceparent } = call
  const context: Context = { service: 'joint-investigation', actor, provenance, now, correlationId, traceparent }
  const { state, version, events } = await execute(tx, {
    decider: assistance,
    streamId: `assistance/${id}`,
    command,
    expectedVersion,
    context,
    describe: ({ type }, after: AssistanceState) => {
      if (after.status === 'none') throw new TypeError(`${type} leads nowhere`)
      return { caseNumber: after.letter.caseNumber, audience: assistanceAudience(type, after, actor.agency) }
    }
  })
  if (state.status === 'none') throw new TypeError('a command without refusal leaves an assistance')
  const { caseNumber } = state.letter
  return { id, version, status: state.status, caseNumber, events: events.map(({ id, type }) => ({ id, type })) }
}

export const unknownAssistance = () => new NotFound('assistance.unknown', 'there is no such assistance')

/**
 * A command on an assistance that exists. A stranger is told what it would be told if there were none, whatever version it
 * guesses and whatever number it writes: that is looked at first, in the same transaction, which locks the assistance.
 */
export async function follow(
  deps: Deps,
  call: Call<{ id: string }, unknown>,
  command: AssistanceCommand | ((tx: Tx, number: string | undefined) => Promise<AssistanceCommand>),
  numbering?: Numbering
): Promise<Answer> {
  const { id } = call.params
  const { expectedVersion } = call
  const { agency } = call.caller
  const { answer, replayed } = await deps.store.once(call, async (tx) => {
    const { events } = await tx.read(`assistance/${id}`)
    if (!involved(fold(assistance, events as unknown as AssistEvent[]), agency)) throw unknownAssistance()
    return await numberedStep(tx, deps, agency, numbering, async (number) => {
      const decided = typeof command === 'function' ? await command(tx, number) : command
      return await decideOn(tx, call, { id, command: decided, now: deps.now(), expectedVersion })
    })
  })
  return { body: answer, version: answer.version, replayed }
}
