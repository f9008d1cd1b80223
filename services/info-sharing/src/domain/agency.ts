import type { AgencyEvent, KeyRole } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

type Registration = Extract<AgencyEvent, { type: 'agency.registered.v1' }>['data']

interface Key {
  readonly role: KeyRole
  readonly revoked: boolean
  readonly validUntil?: string | undefined
}

/** An agency in the directory, and the keys that may speak for it. */
export interface AgencyState {
  readonly status: 'none' | 'registered'
  readonly code: string
  readonly keys: ReadonlyMap<string, Key>
}

export type AgencyCommand =
  | ({ do: 'register' } & Registration)
  /** Instants are RFC 3339; `validFrom` is now when it is not given. */
  | { do: 'add-key'; kid: string; role: KeyRole; validFrom?: string; validUntil?: string }
  /** Until `overlapUntil` the key `replaces` speaks too, unless it ends before. */
  | { do: 'rotate-key'; kid: string; replaces: string; overlapUntil: string; validUntil?: string }
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
      case 'rotate-key': {
        assertRegistered(state)
        const { kid, replaces, overlapUntil, validUntil } = command
        const old = state.keys.get(replaces)
        if (!old) throw new Refusal('agency.key-unknown', 'the agency has no such key')
        if (old.revoked || (old.validUntil !== undefined && Date.parse(old.validUntil) <= Date.parse(now))) {
          throw new Refusal('agency.key-ended', 'a key that is revoked or has ended is not rotated: add a new one')
        }
        if (state.keys.has(kid)) throw new Refusal('agency.key-exists', 'this key is registered')
        if (Date.parse(overlapUntil) < Date.parse(now)) {
          throw new Refusal('agency.key-validity', 'the overlap would end before it begins')
        }
        if (validUntil !== undefined && Date.parse(validUntil) <= Date.parse(overlapUntil)) {
          throw new Refusal('agency.key-validity', 'the new key would end before the old one')
        }
        const until = validUntil !== undefined && { validUntil }
        const { code } = state
        const data = { code, kid, role: old.role, validFrom: now, ...until, replaces, overlapUntil }
        return [{ type: 'agency.key-rotated.v1', data }]
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
        return withKey(state, event.data.kid, keyOf(event.data))
      case 'agency.key-rotated.v1': {
        const { replaces, overlapUntil } = event.data
        const rotated = withKey(state, event.data.kid, keyOf(event.data))
        const old = state.keys.get(replaces)
        return old ? withKey(rotated, replaces, { ...old, validUntil: earlier(old.validUntil, overlapUntil) }) : rotated
      }
      case 'agency.key-revoked.v1': {
        const key = state.keys.get(event.data.kid)
        return key ? withKey(state, event.data.kid, { ...key, revoked: true }) : state
      }
    }
  }
}

const keyOf = ({ role, validUntil }: { role: KeyRole; validUntil?: string }): Key => ({
  role,
  revoked: false,
  validUntil
})

const earlier = (a: string | undefined, b: string) => (a !== undefined && Date.parse(a) < Date.parse(b) ? a : b)

function withKey(state: AgencyState, kid: string, key: Key): AgencyState {
  return { ...state, keys: new Map([...state.keys, [kid, key]]) }
}

function assertRegistered(state: AgencyState): void {
  if (state.status === 'none') throw new Refusal('agency.unknown', 'there is no such agency')
}
