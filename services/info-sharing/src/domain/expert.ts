import type { Actor, ExpertEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { assertPoolKeeper, assertValid } from './pool-guards.ts'

export type ExpertEntry = Extract<ExpertEvent, { type: 'expert.registered.v1' }>['data']

export type ExpertState =
  | { readonly status: 'none' }
  | { readonly status: 'registered' | 'removed'; readonly entry: ExpertEntry }

/** `offices`: agencies that run the office 办公室. */
export type ExpertCommand = { readonly by: Actor; readonly offices: readonly string[] } & (
  | { readonly do: 'register' | 'update'; readonly entry: ExpertEntry }
  | { readonly do: 'remove'; readonly reason: string }
)

/** An expert of the pool 专家人才库, kept by the office. */
export const expert: Decider<ExpertState, ExpertCommand, ExpertEvent> = {
  initial: { status: 'none' },

  decide(command, state, now) {
    assertPoolKeeper(command)
    switch (command.do) {
      case 'register':
        if (state.status !== 'none') throw new Refusal('expert.exists', 'the expert is registered')
        assertValid('expert', command.entry, now)
        return [{ type: 'expert.registered.v1', data: command.entry }]
      case 'update':
        if (state.status === 'none') throw new Refusal('expert.unknown', 'there is no such expert')
        if (state.status === 'removed') throw new Refusal('expert.removed', 'the expert is removed; register it anew')
        if (JSON.stringify(state.entry) === JSON.stringify(command.entry)) return []
        assertValid('expert', command.entry, now)
        return [{ type: 'expert.updated.v1', data: command.entry }]
      case 'remove':
        if (state.status === 'none') throw new Refusal('expert.unknown', 'there is no such expert')
        if (state.status === 'removed') return []
        return [{ type: 'expert.removed.v1', data: { reason: command.reason } }]
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'expert.registered.v1':
      case 'expert.updated.v1':
        return { status: 'registered', entry: event.data }
      case 'expert.removed.v1':
        return state.status === 'none' ? state : { ...state, status: 'removed' }
    }
  }
}
