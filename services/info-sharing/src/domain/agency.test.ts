import type { AgencyEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { type AgencyCommand, agency } from './agency.ts'

const data = {
  code: 'psb',
  name: '公安局',
  office: false,
  core: true,
  membership: ['conference' as const],
  assessable: true
}
const kid = `U${'A'.repeat(55)}`
const other = `U${'B'.repeat(55)}`
const now = '2026-06-01T09:00:00+08:00'
const registered: AgencyEvent = { type: 'agency.registered.v1', data }
const added: AgencyEvent = {
  type: 'agency.key-added.v1',
  data: { code: 'psb', kid, role: 'agency-system', validFrom: now }
}
const revoked: AgencyEvent = { type: 'agency.key-revoked.v1', data: { code: 'psb', kid, reason: '遗失' } }

t.test('an agency is registered once', async () => {
  given(agency, [])
    .when({ do: 'register', ...data })
    .then([registered])
  given(agency, [registered])
    .when({ do: 'register', ...data })
    .refuses('agency.exists')
})

t.test('a key is added once, also after it was revoked', async () => {
  const command: AgencyCommand = { do: 'add-key', kid, role: 'agency-system' }
  given(agency, [registered]).when(command, now).then([added])
  given(agency, [registered, added]).when(command).refuses('agency.key-exists')
  given(agency, [registered, added, revoked]).when(command).refuses('agency.key-exists')
  given(agency, [registered, added])
    .when({ ...command, role: 'audit-admin' })
    .refuses('agency.key-exists')
  given(agency, []).when(command).refuses('agency.unknown')
})

t.test('a key is rotated with an overlap, in its own role', async () => {
  const overlapUntil = '2026-06-02T09:00:00+08:00'
  const command: AgencyCommand = { do: 'rotate-key', kid: other, replaces: kid, overlapUntil }
  const rotated: AgencyEvent = {
    type: 'agency.key-rotated.v1',
    data: { code: 'psb', kid: other, role: 'agency-system', validFrom: now, replaces: kid, overlapUntil }
  }
  given(agency, [registered, added]).when(command, now).then([rotated])
  given(agency, [registered, added, rotated]).when(command, now).refuses('agency.key-exists')
  given(agency, [registered]).when(command, now).refuses('agency.key-unknown')
  given(agency, [registered, added, revoked]).when(command, now).refuses('agency.key-ended')
  const third = { ...command, kid: `U${'C'.repeat(55)}` }
  given(agency, [registered, added, rotated]).when(third, '2026-06-03T09:00:00+08:00').refuses('agency.key-ended')
  given(agency, [registered, added])
    .when({ ...command, overlapUntil: '2026-05-31T00:00:00Z' }, now)
    .refuses('agency.key-validity')
  given(agency, [registered, added])
    .when({ ...command, validUntil: overlapUntil }, now)
    .refuses('agency.key-validity')
})

t.test('a key ends after it begins', async () => {
  const command: AgencyCommand = { do: 'add-key', kid, role: 'agency-system', validUntil: '2026-05-31T00:00:00Z' }
  given(agency, [registered]).when(command, now).refuses('agency.key-validity')
  given(agency, [registered])
    .when({ ...command, validFrom: '2026-05-30T00:00:00Z' }, now)
    .then([
      {
        type: 'agency.key-added.v1',
        data: {
          code: 'psb',
          kid,
          role: 'agency-system',
          validFrom: '2026-05-30T00:00:00Z',
          validUntil: '2026-05-31T00:00:00Z'
        }
      }
    ])
})

t.test('a key is revoked with a reason; twice is once', async () => {
  const command: AgencyCommand = { do: 'revoke-key', kid, reason: '遗失' }
  given(agency, [registered, added]).when(command).then([revoked])
  given(agency, [registered, added, revoked]).when(command).then([])
  given(agency, [registered, added])
    .when({ ...command, kid: other })
    .refuses('agency.key-unknown')
  given(agency, []).when(command).refuses('agency.unknown')
})

t.test('a revoked key never comes back', async (t) => {
  const command: fc.Arbitrary<AgencyCommand> = fc.oneof(
    fc.constant({ do: 'register' as const, ...data }),
    fc.record({
      do: fc.constant('add-key' as const),
      kid: fc.constantFrom(kid, other),
      role: fc.constantFrom('agency-system' as const, 'audit-admin' as const)
    }),
    fc.record({ do: fc.constant('revoke-key' as const), kid: fc.constantFrom(kid, other), reason: fc.constant('一') })
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let state = agency.initial
      for (const one of commands) {
        try {
          const next = fold(agency, agency.decide(one, state, now), state)
          for (const [id, key] of state.keys) {
            if (key.revoked && !next.keys.get(id)?.revoked) throw new Error('a revoked key came back')
            if (key.role !== next.keys.get(id)?.role) throw new Error('a key changed its role')
          }
          state = next
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
    })
  )
  t.pass('no sequence of commands broke a rule')
})
