import type { AgencyEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

type KeyRole = Extract<AgencyEvent, { type: 'agency.key-added.v1' }>['data']['role']
type Registration = Extract<AgencyEvent, { type: 'agency.registered.v1' }>['data']

/** An agency in the directory, and the keys that may speak for it. */
export interface AgencyState {
  readonly status: 'none' | 'registered'
  readonly code: string
  readonly keys: ReadonlyMap<string, { readonly role: KeyRole; readonly revoked: boolean }>
}

export type AgencyCommand =
  | ({ do: 'register' } & Registration)
  /** Instants are RFC 3339; `validFrom` is now when it is not given. */
  | { do: 'add-key'; kid: string; role: KeyRole; validFrom?: string; validUntil?: string }
  | { do: 'revoke-key'; kid: string; reason: string }

/** The directory 单位名录: who may speak on the bus, one stream per agency. */
export const agency: Decider<AgencyState, AgencyCommand, AgencyEvent> = {
  initial: { status: 'none', code: '', keys: new Map() },

  decide(command, state, now) {
    switch (command.do) {
      case 'register': {
        if (state.status !== 'none') throw new Refusal('agency.exists', `agency ${command.code} is registered`)
        const { do: _, ...data } = command
        return [{ type: 'agency.registered.v1', data }]
      }
      case 'add-key': {
        assertRegistered(state)
        const { kid, role, validFrom = now, validUntil } = command
        if (state.keys.has(kid)) throw new Refusal('agency.key-exists', 'this key is registered')
        if (validUntil !== undefined && Date.parse(validUntil) <= Date.parse(validFrom)) {
          throw new Refusal('agency.key-validity', 'the key would end before it begins')
        }
        const until = validUntil !== undefined && { validUntil }
        return [{ type: 'agency.key-added.v1', data: { code: state.code, kid, role, validFrom, ...until } }]
      }
      case 'revoke-key': {
        assertRegistered(state)
        const key = state.keys.get(command.kid)
        if (!key) throw new Refusal('agency.key-unknown', 'the agency has no such key')
        if (key.revoked) return []
        return [{ type: 'agency.key-revoked.v1', data: { code: state.code, kid: command.kid, reason: command.reason } }]
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'agency.registered.v1':
        return { ...state, status: 'registered', code: event.data.code }
      case 'agency.key-added.v1':
        return withKey(state, event.data.kid, { role: event.data.role, revoked: false })
      case 'agency.key-revoked.v1': {
        const key = state.keys.get(event.data.kid)
        return key ? withKey(state, event.data.kid, { ...key, revoked: true }) : state
      }
    }
  }
}

function withKey(state: AgencyState, kid: string, key: { role: KeyRole; revoked: boolean }): AgencyState {
  return { ...state, keys: new Map([...state.keys, [kid, key]]) }
}

function assertRegistered(state: AgencyState): void {
  if (state.status === 'none') throw new Refusal('agency.unknown', 'there is no such agency')
}
