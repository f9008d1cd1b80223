import t from 'tap'
import type { KeyRecord } from './key.ts'
import { createLookupCache } from './lookup-cache.ts'

const record: KeyRecord = { kid: 'U1', agency: 'amr', role: 'agency-system', validFrom: '2026-01-01T00:00:00Z' }

t.test('a revocation shows when the entry is old enough, and requests share a lookup', async (t) => {
  let time = 0
  let loads = 0
  let current: KeyRecord | undefined = record
  const lookup = createLookupCache({
    clock: () => time,
    maxAge: 250,
    load: async () => {
      loads++
      return current
    }
  })
  t.same(await Promise.all([lookup('U1'), lookup('U1')]), [record, record])
  t.equal(loads, 1)
  current = { ...record, revokedAt: '2026-06-01T00:00:00Z' }
  time = 249
  t.equal((await lookup('U1'))?.revokedAt, undefined)
  time = 250
  t.ok((await lookup('U1'))?.revokedAt)
  t.equal(loads, 2)
})

t.test('a failed lookup is not remembered', async (t) => {
  let fails = true
  const lookup = createLookupCache<KeyRecord>({
    clock: () => 0,
    load: async () => {
      if (fails) throw new Error('database down')
      return record
    }
  })
  await t.rejects(lookup('U1'), /database down/)
  fails = false
  t.same(await lookup('U1'), record)
})
