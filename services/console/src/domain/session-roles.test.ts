import t from 'tap'
import { passwordFault } from './password-rules.ts'
import { needsSecondFactor, sessionRoles } from './session-roles.ts'

const now = Date.parse('2026-06-01T09:00:00+08:00')

t.test('roles that have ended count for nothing', async (t) => {
  const granted = [
    { role: 'handler', validUntil: '2026-06-01T09:00:00+08:00' },
    { role: 'liaison', validUntil: '2026-06-01T09:00:00.001+08:00' }
  ] as const
  t.same(sessionRoles(granted, now, true), { roles: ['liaison'] })
  t.same(sessionRoles(granted, now + 1, true), { roles: [], why: 'no-role' })
})

t.test('an administrator is nothing else, needs a second factor, and is never two of the three', async (t) => {
  const both = [{ role: 'handler' }, { role: 'audit-admin' }] as const
  t.same(sessionRoles(both, now, true), { roles: ['audit-admin'] })
  t.same(sessionRoles(both, now, false), { roles: [], why: 'second-factor' })
  t.same(sessionRoles([{ role: 'system-admin' }, { role: 'audit-admin' }], now, true), {
    roles: [],
    why: 'two-administrators'
  })
  t.equal(needsSecondFactor(both, false), true)
  t.equal(needsSecondFactor([{ role: 'handler' }], false), false)
  t.equal(needsSecondFactor([{ role: 'handler' }], true), true)
})

t.test('passwords', async (t) => {
  const holder = { agency: 'amr', person: 'p-017' }
  const faults: [string, string | undefined][] = [
    ['short', 'password.too-short'],
    ['草'.repeat(11), 'password.too-short'],
    ['x'.repeat(129), 'password.too-long'],
    ['my P-017 is mine', 'password.contains-account'],
    ['Password1234', 'password.common'],
    ['qwerty123456!', 'password.common'],
    ['aaaabbbbccccaaaa', 'password.common'],
    ['草原上的七匹白马跑得飞快', undefined],
    ['correct horse battery', undefined]
  ]
  for (const [password, fault] of faults) t.equal(passwordFault(password, holder), fault, password)
})
