import type { Actor, AppraiserEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { assertPoolKeeper, assertValid } from './pool-guards.ts'

export type AppraiserEntry = Extract<AppraiserEvent, { type: 'appraiser.registered.v1' }>['data']

export type AppraiserState =
  | { readonly status: 'none' }
  | { readonly status: 'registered' | 'removed'; readonly entry: AppraiserEntry }

/** `offices`: agencies that run the office 办公室. */
export type AppraiserCommand = { readonly by: Actor; readonly offices: readonly string[] } & (
  | { readonly do: 'register' | 'update'; readonly entry: AppraiserEntry }
  | { readonly do: 'remove'; readonly reason: string }
)

/** An appraisal institution 鉴定机构, kept by the office. */
export const appraiser: Decider<AppraiserState, AppraiserCommand, AppraiserEvent> = {
  initial: { status: 'none' },

  decide(command, state, now) {
    assertPoolKeeper(command)
    switch (command.do) {
      case 'register':
        if (state.status !== 'none') throw new Refusal('appraiser.exists', 'the institution is registered')
        assertValid('appraiser', command.entry, now)
        return [{ type: 'appraiser.registered.v1', data: command.entry }]
      case 'update':
        if (state.status === 'none') throw new Refusal('appraiser.unknown', 'there is no such institution')
        if (state.status === 'removed') throw new Refusal('appraiser.removed', 'it is removed; register it anew')
        if (JSON.stringify(state.entry) === JSON.stringify(command.entry)) return []
        assertValid('appraiser', command.entry, now)
        return [{ type: 'appraiser.updated.v1', data: command.entry }]
      case 'remove':
        if (state.status === 'none') throw new Refusal('appraiser.unknown', 'there is no such institution')
        if (state.status === 'removed') return []
        return [{ type: 'appraiser.removed.v1', data: { reason: command.reason } }]
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'appraiser.registered.v1':
      case 'appraiser.updated.v1':
        return { status: 'registered', entry: event.data }
      case 'appraiser.removed.v1':
        return state.status === 'none' ? state : { ...state, status: 'removed' }
    }
  }
}
