import type { AccountEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { type AccountCommand, account } from './account.ts'

const holder = { agency: 'amr', person: 'p-017' }
const enrolUntil = '2026-06-04T09:00:00.000+08:00'
const identity = 'a'.repeat(64)
const reason = '本人申请'

const created: AccountEvent = { type: 'account.created.v1', data: { ...holder, enrolUntil } }
const set: AccountEvent = { type: 'account.password-set.v1', data: { ...holder, secondFactor: 'required' } }
const enrolled: AccountEvent = { type: 'account.totp-enrolled.v1', data: { ...holder, recoveryCodes: 10 } }
const locked: AccountEvent = { type: 'account.locked.v1', data: { ...holder, failures: 10 } }
const active = [created, set, enrolled]

t.test('an account is for an officer who holds a role, and there is one', async () => {
  const create: AccountCommand = { do: 'create', ...holder, hasRole: true, enrolUntil }
  given(account, []).when(create).then([created])
  given(account, [])
    .when({ ...create, hasRole: false })
    .refuses('account.no-role')
  given(account, [created]).when(create).refuses('account.exists')
  given(account, active).when(create).refuses('account.exists')
  given(account, [...active, { type: 'account.disabled.v1', data: { ...holder, reason } }])
    .when(create)
    .then([created])
})

t.test('only an open account is locked; locking and unlocking again change nothing', async () => {
  given(account, active)
    .when({ do: 'lock', ...holder, failures: 10 })
    .then([locked])
  given(account, [...active, locked])
    .when({ do: 'lock', ...holder, failures: 10 })
    .then([])
  given(account, [created])
    .when({ do: 'lock', ...holder, failures: 10 })
    .then([])
  given(account, [...active, locked])
    .when({ do: 'unlock', ...holder, reason })
    .then([{ type: 'account.unlocked.v1', data: { ...holder, reason } }])
  given(account, active)
    .when({ do: 'unlock', ...holder, reason })
    .then([])
  given(account, [])
    .when({ do: 'unlock', ...holder, reason })
    .refuses('account.unknown')
})

const commands = fc.constantFrom<AccountCommand>(
  { do: 'create', ...holder, hasRole: true, enrolUntil },
  { do: 'set-password', ...holder, secondFactor: 'required' },
  { do: 'set-password', ...holder, secondFactor: 'not-required' },
  { do: 'enrol-totp', ...holder, recoveryCodes: 10 },
  { do: 'reset', ...holder, hasRole: true, enrolUntil, reason },
  { do: 'lock', ...holder, failures: 10 },
  { do: 'unlock', ...holder, reason },
  { do: 'disable', ...holder, reason },
  { do: 'link', ...holder, hasRole: true, issuer: 'https://id.test', identity },
  { do: 'unlink', ...holder, identity, reason }
)

t.test('whatever is done: a locked account opens by unlock, reset or a new beginning only', async () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 40 }), (list) => {
      let events: AccountEvent[] = []
      for (const command of list) {
        const before = fold(account, events)
        try {
          events = [...events, ...account.decide(command, before, enrolUntil)]
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          continue
        }
        const after = fold(account, events)
        if (before.status === 'locked' && after.status === 'active' && command.do !== 'unlock') return false
        if (before.status === 'disabled' && !['disabled', 'invited'].includes(after.status)) return false
        if (after.status === 'disabled' && (after.totp || after.identities.size > 0)) return false
      }
      return true
    })
  )
})
