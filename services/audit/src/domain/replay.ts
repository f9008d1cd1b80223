import type { ReplayEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

type Started = Extract<ReplayEvent, { type: 'replay.started.v1' }>['data']
type Completed = Extract<ReplayEvent, { type: 'replay.completed.v1' }>['data']

export type ReplayState = { readonly status: 'none' | 'started' | 'completed' }
export type ReplayCommand =
  | { readonly do: 'start'; readonly reading: Started }
  | { readonly do: 'complete'; readonly reading: Completed }

/** One reading of the log by an auditor. Reading bodies needs a reason, and is recorded before it begins. */
export const replay: Decider<ReplayState, ReplayCommand, ReplayEvent> = {
  initial: { status: 'none' },

  decide(command, state) {
    const { bodies, reason } = command.reading
    if (bodies && reason === undefined) throw new Refusal('replay.reason-required', 'reading bodies needs a reason')
    switch (command.do) {
      case 'start':
        return state.status === 'none' ? [{ type: 'replay.started.v1', data: command.reading }] : []
      case 'complete':
        if (bodies && state.status === 'none') throw new Refusal('replay.not-started', 'nothing recorded its beginning')
        return state.status === 'completed' ? [] : [{ type: 'replay.completed.v1', data: command.reading }]
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'replay.started.v1':
        return { status: 'started' }
      case 'replay.completed.v1':
        return { status: 'completed' }
    }
  }
}
