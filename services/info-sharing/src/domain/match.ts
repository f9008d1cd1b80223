import type { Actor, MatchEvent, MatchKind } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

export type MatchSideEvent = Exclude<
  MatchEvent,
  { type: 'match.many-found.v1' | 'match.alarmed.v1' | 'match.key-rotated.v1' }
>

type Asking = 'none' | 'asked' | 'granted' | 'declined'

/** One side of a match 匹配: what one agency knows of it. The other side has a stream of its own. */
export interface MatchState {
  readonly status: 'none' | 'found' | 'duplicate'
  readonly agency: string
  readonly clue: string
  readonly kinds: readonly MatchKind[]
  readonly duplicateOf?: string
  /** What became of our asking. */
  readonly out: Asking
  /** What became of theirs. */
  readonly in: Asking
  /** Who asked us, and why. */
  readonly asker?: string
  readonly reason?: string
  /** Whose case we were let into. */
  readonly granted?: { readonly granter: string; readonly caseNumber: string; readonly history: boolean }
}

export type MatchCommand =
  | { do: 'find'; agency: string; clue: string; kinds: readonly MatchKind[] }
  | { do: 'find-duplicate'; agency: string; clue: string; duplicateOf: string; kinds: readonly MatchKind[] }
  | { do: 'ask'; by: Actor; reason: string }
  | { do: 'hear-asking'; asker: string; reason: string }
  | { do: 'grant'; by: Actor; caseNumber: string; history: boolean; reason?: string }
  | { do: 'hear-grant'; granter: string; caseNumber: string; history: boolean }
  | { do: 'decline'; by: Actor; reason?: string }
  | { do: 'hear-decline' }

/**
 * A match as one side sees it. Who asks is named to the other side from then on; who was asked stays unnamed until it
 * grants. A no is final for the asker, and may still become a yes.
 */
export const match: Decider<MatchState, MatchCommand, MatchSideEvent> = {
  initial: { status: 'none', agency: '', clue: '', kinds: [], out: 'none', in: 'none' },

  decide(command, state) {
    const { agency, clue } = state
    switch (command.do) {
      case 'find': {
        const kinds = command.kinds.filter((kind) => !state.kinds.includes(kind))
        if (kinds.length === 0) return []
        return [{ type: 'match.found.v1', data: { agency: command.agency, clue: command.clue, kinds } }]
      }
      case 'find-duplicate': {
        const kinds = command.kinds.filter((kind) => !state.kinds.includes(kind))
        if (kinds.length === 0) return []
        const { do: _do, ...found } = command
        return [{ type: 'match.duplicate-found.v1', data: { ...found, kinds } }]
      }
      case 'ask':
        assertBetween(state)
        if (state.out === 'declined') throw new Refusal('match.declined', 'the other agency said no')
        if (state.out !== 'none') return []
        return [{ type: 'match.access-asked.v1', data: { clue, asker: agency, reason: command.reason } }]
      case 'hear-asking': {
        if (state.in !== 'none') return []
        const { asker, reason } = command
        return [{ type: 'match.access-asked.v1', data: { clue, asker, reason } }]
      }
      case 'grant': {
        const asker = askerOf(state)
        assertMayGrant(command.by)
        if (state.in === 'granted') return []
        const { caseNumber, history, reason } = command
        const data = { clue, asker, granter: agency, caseNumber, history, ...(reason !== undefined && { reason }) }
        return [{ type: 'match.access-granted.v1', data }]
      }
      case 'hear-grant': {
        if (state.out === 'granted') return []
        const { granter, caseNumber, history } = command
        return [{ type: 'match.access-granted.v1', data: { clue, asker: agency, granter, caseNumber, history } }]
      }
      case 'decline': {
        const asker = askerOf(state)
        assertMayGrant(command.by)
        if (state.in === 'granted') throw new Refusal('match.granted', 'access was granted')
        if (state.in === 'declined') return []
        const { reason } = command
        return [{ type: 'match.access-declined.v1', data: { clue, asker, ...(reason !== undefined && { reason }) } }]
      }
      case 'hear-decline':
        if (state.out !== 'asked') return []
        return [{ type: 'match.access-declined.v1', data: { clue, asker: agency } }]
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'match.found.v1':
      case 'match.duplicate-found.v1': {
        const { kinds, ...found } = event.data
        const status = event.type === 'match.found.v1' ? ('found' as const) : ('duplicate' as const)
        return { ...state, ...found, status, kinds: [...state.kinds, ...kinds] }
      }
      case 'match.access-asked.v1': {
        const { asker, reason } = event.data
        return asker === state.agency ? { ...state, out: 'asked' } : { ...state, in: 'asked', asker, reason }
      }
      case 'match.access-granted.v1': {
        const { granter, caseNumber, history } = event.data
        if (granter === state.agency) return { ...state, in: 'granted' }
        return { ...state, out: 'granted', granted: { granter, caseNumber, history } }
      }
      case 'match.access-declined.v1':
        return event.data.asker === state.agency ? { ...state, out: 'declined' } : { ...state, in: 'declined' }
    }
  }
}

function assertBetween({ status }: MatchState): void {
  if (status === 'duplicate') throw new Refusal('match.own', 'both clues are of the agency itself')
}

function askerOf(state: MatchState): string {
  assertBetween(state)
  if (state.asker === undefined) throw new Refusal('match.not-asked', 'the other agency did not ask')
  return state.asker
}

/** 单位负责人 or 经办人; the agency's system says for whom it acts. */
function assertMayGrant({ person, role }: Actor): void {
  if (person !== undefined && (role === 'agency-head' || role === 'agency-leader' || role === 'handler')) return
  throw new Refusal('match.role', 'needs role agency-head, agency-leader or handler in by')
}
