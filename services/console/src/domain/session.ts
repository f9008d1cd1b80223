import type { SessionEvent } from '@wuhu/contracts'
import type { Decider } from '@wuhu/decider'

export type Opened = Extract<SessionEvent, { type: 'session.opened.v1' }>['data']
export type Closed = Extract<SessionEvent, { type: 'session.closed.v1' }>['data']
export type Refused = Extract<SessionEvent, { type: 'session.refused.v1' }>['data']

export type SessionCommand =
  | { do: 'open'; data: Opened }
  | { do: 'close'; reason: Closed['reason'] }
  | { do: 'report-refused'; data: Refused }

export type SessionState =
  | { readonly status: 'none' | 'closed' | 'refused' }
  | { readonly status: 'open'; readonly agency: string; readonly person: string }

/** A session 会话: opened once, closed once. Attempts that were refused are a stream of their own, of one event. */
export const session: Decider<SessionState, SessionCommand, SessionEvent> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.do) {
      case 'open':
        return state.status === 'none' ? [{ type: 'session.opened.v1', data: command.data }] : []
      case 'close': {
        if (state.status !== 'open') return []
        const { agency, person } = state
        return [{ type: 'session.closed.v1', data: { agency, person, reason: command.reason } }]
      }
      case 'report-refused':
        return state.status === 'none' ? [{ type: 'session.refused.v1', data: command.data }] : []
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'session.opened.v1':
        return { status: 'open', agency: event.data.agency, person: event.data.person }
      case 'session.closed.v1':
        return { status: 'closed' }
      case 'session.refused.v1':
        return { status: 'refused' }
    }
  }
}
