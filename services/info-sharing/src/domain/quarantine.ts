import type { EventOf, QuarantineEvent, quarantineOpened, quarantineResolved } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

export type Quarantined = EventOf<typeof quarantineOpened>['data']
type Resolution = EventOf<typeof quarantineResolved>['data']

export type QuarantineState =
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly agency: string }
  | { readonly status: 'resolved'; readonly agency: string; readonly outcome: Resolution['outcome'] }

export type QuarantineCommand =
  | { readonly do: 'open'; readonly refused: Quarantined }
  | {
      readonly do: 'resolve'
      readonly by: string
      readonly offices: readonly string[]
      readonly resolution: Resolution
    }

/** A refused command that a secrecy officer 保密员 has to look into: of the agency that sent it, or of the office. */
export const quarantine: Decider<QuarantineState, QuarantineCommand, QuarantineEvent> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.do) {
      case 'open':
        return state.status === 'none' ? [{ type: 'quarantine.opened.v1', data: command.refused }] : []
      case 'resolve': {
        if (state.status === 'none' || ![state.agency, ...command.offices].includes(command.by)) {
          throw new Refusal('quarantine.unknown', 'there is no such record')
        }
        if (state.status === 'open') return [{ type: 'quarantine.resolved.v1', data: command.resolution }]
        if (state.outcome === command.resolution.outcome) return []
        throw new Refusal('quarantine.resolved', `it is resolved as ${state.outcome}`)
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'quarantine.opened.v1':
        return { status: 'open', agency: event.data.agency }
      case 'quarantine.resolved.v1':
        return state.status === 'none' ? state : { ...state, status: 'resolved', outcome: event.data.outcome }
    }
  }
}
