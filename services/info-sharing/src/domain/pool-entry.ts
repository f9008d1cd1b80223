import type { Actor, AppraiserEvent, ExpertEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { assertPoolKeeper, assertValid } from './pool-guards.ts'

/** 专家 and 鉴定机构: two registers with the same rules. */
interface Entries {
  readonly expert: Extract<ExpertEvent, { type: 'expert.registered.v1' }>['data']
  readonly appraiser: Extract<AppraiserEvent, { type: 'appraiser.registered.v1' }>['data']
}
export type PoolKind = keyof Entries
export type PoolEntry<Kind extends PoolKind> = Entries[Kind]

export type PoolState<Kind extends PoolKind> =
  | { readonly status: 'none' }
  | { readonly status: 'registered' | 'removed'; readonly entry: PoolEntry<Kind> }

/** `offices`: agencies that run the office 办公室. */
export type PoolCommand<Kind extends PoolKind> = { readonly by: Actor; readonly offices: readonly string[] } & (
  | { readonly do: 'register' | 'update'; readonly entry: PoolEntry<Kind> }
  | { readonly do: 'remove'; readonly reason: string }
)

type Kept<Kind extends PoolKind> = {
  readonly type: `${Kind}.registered.v1` | `${Kind}.updated.v1`
  readonly data: PoolEntry<Kind>
}
type Removed<Kind extends PoolKind> = {
  readonly type: `${Kind}.removed.v1`
  readonly data: { readonly reason: string }
}
export type PoolEvent<Kind extends PoolKind> = Kept<Kind> | Removed<Kind>

/** An expert of the pool 专家人才库. */
export const expert = createPoolEntry('expert')
/** An appraisal institution 鉴定机构资源. */
export const appraiser = createPoolEntry('appraiser')

/** An entry of a register that the office keeps. */
function createPoolEntry<Kind extends PoolKind>(
  kind: Kind
): Decider<PoolState<Kind>, PoolCommand<Kind>, PoolEvent<Kind>> {
  const isRemoval = (event: PoolEvent<Kind>): event is Removed<Kind> => event.type === `${kind}.removed.v1`
  const unknown = () => new Refusal(`${kind}.unknown`, 'there is no such entry')

  return {
    initial: { status: 'none' },

    decide(command, state, now) {
      assertPoolKeeper(command)
      switch (command.do) {
        case 'register':
          if (state.status !== 'none') throw new Refusal(`${kind}.exists`, 'it is registered')
          assertValid(kind, command.entry, now)
          return [{ type: `${kind}.registered.v1`, data: command.entry }]
        case 'update':
          if (state.status === 'none') throw unknown()
          if (state.status === 'removed') throw new Refusal(`${kind}.removed`, 'it is removed; register it anew')
          if (JSON.stringify(state.entry) === JSON.stringify(command.entry)) return []
          assertValid(kind, command.entry, now)
          return [{ type: `${kind}.updated.v1`, data: command.entry }]
        case 'remove':
          if (state.status === 'none') throw unknown()
          if (state.status === 'removed') return []
          return [{ type: `${kind}.removed.v1`, data: { reason: command.reason } }]
      }
    },

    evolve(state, event) {
      if (!isRemoval(event)) return { status: 'registered', entry: event.data }
      return state.status === 'none' ? state : { ...state, status: 'removed' }
    }
  }
}
