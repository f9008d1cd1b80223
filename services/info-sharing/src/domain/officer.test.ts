import { adminRoles, isAdminRole, type OfficerEvent, type OfficerRole, officerRoles } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { type OfficerCommand, officer } from './officer.ts'

const now = '2026-06-01T09:00:00+08:00'
const at = { agency: 'psb', office: false }
const by = { agency: 'amr' }
const grant = (role: OfficerRole, more: object = {}): OfficerCommand => ({
  do: 'grant',
  at,
  person: 'p-017',
  role,
  by,
  ...more
})
const granted = (role: OfficerRole, more: object = {}): OfficerEvent => ({
  type: 'officer.role-granted.v1',
  data: { agency: 'psb', person: 'p-017', role, ...more }
})
const revoked = (role: OfficerRole): OfficerEvent => ({
  type: 'officer.role-revoked.v1',
  data: { agency: 'psb', person: 'p-017', role, reason: '调离' }
})

t.test('roles are granted and revoked, and repeating changes nothing', async () => {
  given(officer, [])
    .when(grant('handler', { name: '王某' }), now)
    .then([granted('handler', { name: '王某' })])
  given(officer, [granted('handler')])
    .when(grant('handler'), now)
    .then([])
  given(officer, [granted('handler')])
    .when(grant('liaison'), now)
    .then([granted('liaison')])
  const until = { validUntil: '2027-01-01T00:00:00+08:00' }
  given(officer, [granted('handler')])
    .when(grant('handler', until), now)
    .then([granted('handler', until)])
  given(officer, [granted('handler')])
    .when({ do: 'revoke', role: 'handler', reason: '调离' }, now)
    .then([revoked('handler')])
  given(officer, [granted('handler'), revoked('handler')])
    .when({ do: 'revoke', role: 'handler', reason: '调离' }, now)
    .then([])
  given(officer, []).when({ do: 'revoke', role: 'handler', reason: '调离' }, now).refuses('officer.unknown')
})

t.test('an administrator holds no other role', async () => {
  for (const role of adminRoles) {
    given(officer, [granted('handler')])
      .when(grant(role), now)
      .refuses('officer.separated')
    given(officer, [granted(role)])
      .when(grant('handler'), now)
      .refuses('officer.separated')
    for (const other of adminRoles.filter((one) => one !== role)) {
      given(officer, [granted(role)])
        .when(grant(other), now)
        .refuses('officer.separated')
    }
    given(officer, [granted('handler'), revoked('handler')])
      .when(grant(role), now)
      .then([granted(role)])
    given(officer, [granted('handler', { validUntil: '2026-05-31T00:00:00Z' })])
      .when(grant(role), now)
      .then([granted(role)])
  }
})

t.test('what makes no sense is refused', async () => {
  given(officer, []).when(grant('office-head'), now).refuses('officer.not-the-office')
  given(officer, [])
    .when(grant('office-head', { at: { agency: 'psb', office: true } }), now)
    .then([granted('office-head')])
  given(officer, [])
    .when(grant('handler', { validUntil: now }), now)
    .refuses('officer.validity')
  given(officer, [])
    .when(grant('handler', { by: { agency: 'psb', person: 'p-017' } }), now)
    .refuses('officer.oneself')
})

t.test('whatever is asked, nobody ever holds an administrator role beside another', async () => {
  const commands = fc.array(
    fc.record({
      role: fc.constantFrom(...officerRoles),
      revoke: fc.boolean(),
      day: fc.integer({ min: 1, max: 28 }),
      lasts: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined })
    }),
    { maxLength: 30 }
  )
  const instant = (day: number) => new Date(Date.UTC(2026, 5, day)).toISOString()
  fc.assert(
    fc.property(commands, (asked) => {
      let state = officer.initial
      for (const { role, revoke, day, lasts } of asked.toSorted((a, b) => a.day - b.day)) {
        const until = lasts && { validUntil: instant(day + lasts) }
        const command: OfficerCommand = revoke
          ? { do: 'revoke', role, reason: '调整' }
          : grant(role, { at: { agency: 'psb', office: true }, ...until })
        try {
          for (const event of officer.decide(command, state, instant(day))) state = officer.evolve(state, event)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        const held = [...state.roles].filter(([, { validUntil }]) => !validUntil || validUntil > instant(day))
        if (held.length > 1 && held.some(([one]) => isAdminRole(one)))
          throw new Error(`holds ${held.map(([one]) => one)}`)
      }
    })
  )
})
