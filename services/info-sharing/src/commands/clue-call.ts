import { type Static, Type } from '@sinclair/typebox'
import { CaseSourceNumber, type Envelope, UuidV7 } from '@wuhu/contracts'
import type { DocumentWords } from '@wuhu/documents'
import type { Answer, Call } from '@wuhu/host'
import type { Context, Executed } from '@wuhu/store'
import type { ClueCommand } from '../domain/clue-command.ts'
import type { ClueState } from '../domain/clue-state.ts'
import { onClue } from './clue-streams.ts'
import { answerFields, answerOf, contextOf, type Deps, offices, type Tx } from './context.ts'

export interface ClueDeps extends Deps {
  /** 设区的市级局, to which the banner's bureau refers what it may not handle itself (总局令第126号 art 3). */
  readonly superiorBureau: string
  /** Agencies that investigate crimes. */
  readonly police: readonly string[]
  /** 发文字 by agency and kind of document; default: those of the package. */
  readonly words?: DocumentWords | undefined
}

export const clueParams = Type.Object({ id: UuidV7('线索标识') }, { additionalProperties: false })
export const clueAnswer = Type.Object(
  { ...answerFields, caseNumber: Type.Optional(CaseSourceNumber()) },
  { additionalProperties: false }
)

export type ClueCall<Body> = Call<unknown, Body>

export type ClueAnswer = Static<typeof clueAnswer>

/** What a command's work gets to do its part. */
export interface Step {
  readonly id: string
  readonly offices: readonly string[]
  readonly context: Context
  /** Gives the command to the clue, at the version that the caller expects. */
  run(command: ClueCommand): Promise<Executed<ClueState>>
}

/** What came of it: on the clue, and on other streams in the same transaction. */
export interface Outcome {
  readonly executed: Executed<ClueState>
  readonly also?: readonly Envelope[]
}

export function answerWith(id: string, executed: Executed<ClueState>, also: readonly Envelope[] = []): ClueAnswer {
  const { caseNumber } = executed.state
  const { events, ...rest } = answerOf(id, executed)
  return {
    ...rest,
    ...(caseNumber !== undefined && { caseNumber }),
    events: [...events, ...also.map((event) => ({ id: event.id, type: event.type }))]
  }
}

/** Runs one command on an existing clue, once, in one transaction. */
export async function advance<Body>(
  deps: ClueDeps,
  call: Call<Static<typeof clueParams>, Body>,
  work: (tx: Tx, step: Step) => Promise<Outcome>
): Promise<Answer> {
  const { id } = call.params
  const done = await deps.store.once(call, async (tx) => {
    const context = contextOf(call, deps.now())
    const officesNow = await offices(tx)
    const run = (command: ClueCommand) =>
      onClue(tx, { id, command, offices: officesNow, context, expectedVersion: call.expectedVersion })
    const { executed, also } = await work(tx, { id, offices: officesNow, context, run })
    return answerWith(id, executed, also)
  })
  return { body: done.answer, version: done.answer.version, replayed: done.replayed }
}
