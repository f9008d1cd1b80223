import type { ClueEvent } from '@wuhu/contracts'
import { type Decider, fold } from '@wuhu/decider'
import { NotFound } from '@wuhu/host'
import { type Context, type Executed, execute } from '@wuhu/store'
import { type CaseCommand, caseRegister } from '../domain/case.ts'
import { clue } from '../domain/clue.ts'
import type { ClueCommand } from '../domain/clue-command.ts'
import { type ClueState, clueAudience, clueGround } from '../domain/clue-state.ts'
import { describeCase, type Tx } from './context.ts'

export const clueStream = (id: string) => `clue/${id}`

/** The same words for a clue that one may not see and for one that does not exist. */
export const unknownClue = () => new NotFound('clue.unknown', 'there is no such clue')

/** Locks a clue and reads it. */
export async function readClueState(tx: Tx, id: string): Promise<ClueState> {
  const { events } = await tx.read(clueStream(id))
  return fold(clue, events as unknown as ClueEvent[])
}

/** The same for an agency. @throws NotFound unless the agency may see it */
export async function openClue(tx: Tx, id: string, agency: string, offices: readonly string[]): Promise<ClueState> {
  const state = await readClueState(tx, id)
  if (clueGround(state, agency, offices) === undefined) throw unknownClue()
  return state
}

/** Every command but the first is for those who may see the clue. */
const forThoseWhoSee = (offices: readonly string[]): Decider<ClueState, ClueCommand, ClueEvent> => ({
  ...clue,
  decide(command, state, now) {
    const seen = command.do === 'receive' || clueGround(state, command.by.agency, offices) !== undefined
    if (!seen) throw unknownClue()
    return clue.decide(command, state, now)
  }
})

interface OnClue {
  readonly id: string
  readonly command: ClueCommand
  readonly offices: readonly string[]
  readonly context: Context
  readonly expectedVersion?: number | undefined
  /** Of a clue that is received and registered at once: its number, which is then on both events. */
  readonly caseNumber?: string | undefined
}

/** Gives a command to a clue. @throws NotFound, Refusal, VersionMismatch */
export async function onClue(tx: Tx, options: OnClue): Promise<Executed<ClueState>> {
  const { id, command, offices, context, expectedVersion, caseNumber } = options
  // A stranger's If-Match is not compared: 412 would tell that the clue exists.
  if (expectedVersion !== undefined) await openClue(tx, id, context.actor.agency, offices)
  return await execute(tx, {
    decider: forThoseWhoSee(offices),
    isNew: command.do === 'receive',
    streamId: clueStream(id),
    command,
    expectedVersion,
    context,
    describe: ({ type }, state) => {
      const registered = caseNumber === undefined ? state : { ...state, status: 'registered' as const }
      const seen = state.status === 'draft' ? registered : state
      return {
        caseNumber: state.caseNumber ?? caseNumber,
        audience: clueAudience(seen, context.actor.agency, offices, type)
      }
    }
  })
}

/** What follows for the case, in the same transaction and in the name of the same actor. */
export async function onCase(tx: Tx, number: string, command: CaseCommand, context: Context) {
  const streamId = `case/${number}`
  const describe = describeCase(context.actor.agency)
  return await execute(tx, {
    decider: caseRegister,
    isNew: command.do === 'open',
    streamId,
    command,
    context,
    describe
  })
}
