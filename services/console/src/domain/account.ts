import type { AccountEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

/** `invited`: there is a code, and the officer has not finished setting password and second factor. */
export type AccountStatus = 'none' | 'invited' | 'active' | 'locked' | 'disabled'

/** An account 账号 of the console, of one officer of the directory. No secret is part of it. */
export interface AccountState {
  readonly status: AccountStatus
  readonly totp: boolean
  /** SHA-256 of issuer and subject, for each identity at an OpenID provider. */
  readonly identities: ReadonlySet<string>
}

interface Holder {
  readonly agency: string
  readonly person: string
}

export type AccountCommand = Holder &
  (
    | { do: 'create'; hasRole: boolean; enrolUntil: string }
    | { do: 'set-password'; secondFactor: 'required' | 'not-required' }
    | { do: 'enrol-totp'; recoveryCodes: number }
    | { do: 'reset'; hasRole: boolean; enrolUntil: string; reason: string }
    | { do: 'lock'; failures: number }
    | { do: 'unlock'; reason: string }
    | { do: 'disable'; reason: string }
    | { do: 'link'; hasRole: boolean; issuer: string; identity: string }
    | { do: 'unlink'; identity: string; reason: string }
  )

/** Who may sign in with what. Whether the officer still holds a role is asked at every sign-in and every request. */
export const account: Decider<AccountState, AccountCommand, AccountEvent> = {
  initial: { status: 'none', totp: false, identities: new Set() },

  decide(command, state) {
    const { agency, person } = command
    const holder = { agency, person }
    switch (command.do) {
      case 'create':
        requireRole(command.hasRole)
        if (state.status !== 'none' && state.status !== 'disabled') {
          throw new Refusal('account.exists', `is ${state.status}; reset it instead`)
        }
        return [{ type: 'account.created.v1', data: { ...holder, enrolUntil: command.enrolUntil } }]
      case 'set-password':
        requireStatus(state, 'invited', 'active')
        return [{ type: 'account.password-set.v1', data: { ...holder, secondFactor: command.secondFactor } }]
      case 'enrol-totp':
        requireStatus(state, 'invited')
        return [{ type: 'account.totp-enrolled.v1', data: { ...holder, recoveryCodes: command.recoveryCodes } }]
      case 'reset': {
        const { enrolUntil, reason } = command
        requireRole(command.hasRole)
        requireStatus(state, 'invited', 'active', 'locked')
        return [{ type: 'account.totp-reset.v1', data: { ...holder, enrolUntil, reason } }]
      }
      case 'lock':
        if (state.status !== 'active') return []
        return [{ type: 'account.locked.v1', data: { ...holder, failures: command.failures } }]
      case 'unlock':
        if (state.status === 'active') return []
        requireStatus(state, 'locked')
        return [{ type: 'account.unlocked.v1', data: { ...holder, reason: command.reason } }]
      case 'disable':
        if (state.status === 'disabled') return []
        if (state.status === 'none' && state.identities.size === 0) throw unknown()
        return [{ type: 'account.disabled.v1', data: { ...holder, reason: command.reason } }]
      case 'link': {
        const { issuer, identity } = command
        requireRole(command.hasRole)
        if (state.status === 'disabled') throw new Refusal('account.not-active', 'is disabled')
        if (state.identities.has(identity)) return []
        return [{ type: 'account.identity-linked.v1', data: { ...holder, issuer, identity } }]
      }
      case 'unlink': {
        const { identity, reason } = command
        if (!state.identities.has(identity)) return []
        return [{ type: 'account.identity-unlinked.v1', data: { ...holder, identity, reason } }]
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'account.created.v1':
        return { ...state, status: 'invited', totp: false }
      case 'account.password-set.v1':
        return event.data.secondFactor === 'required' ? state : { ...state, status: 'active' }
      case 'account.totp-enrolled.v1':
        return { ...state, status: 'active', totp: true }
      case 'account.totp-reset.v1':
        return { ...state, status: 'invited', totp: false }
      case 'account.locked.v1':
        return { ...state, status: 'locked' }
      case 'account.unlocked.v1':
        return { ...state, status: 'active' }
      case 'account.disabled.v1':
        return { status: 'disabled', totp: false, identities: new Set() }
      case 'account.identity-linked.v1':
        return { ...state, identities: new Set([...state.identities, event.data.identity]) }
      case 'account.identity-unlinked.v1':
        return { ...state, identities: new Set([...state.identities].filter((one) => one !== event.data.identity)) }
    }
  }
}

const unknown = () => new Refusal('account.unknown', 'the officer has no account')

function requireRole(hasRole: boolean): void {
  if (!hasRole) throw new Refusal('account.no-role', 'the directory knows no role of this officer')
}

function requireStatus(state: AccountState, ...allowed: AccountStatus[]): void {
  if (state.status === 'none') throw unknown()
  if (!allowed.includes(state.status)) throw new Refusal('account.not-active', `is ${state.status}`)
}
