import { createPool, createStore, migrate } from '@wuhu/store'
import { testDatabase } from '@wuhu/test-support'
import t from 'tap'
import { type CaseCountersTable, nextCaseNumber, parseCaseNumberFormat } from './case-number.ts'
import { migrations, schema } from './migrations.ts'

t.test('the format is settable and checked', async (t) => {
  const write = (template: string) => parseCaseNumberFormat(template, '150824').write('2026', 42)
  t.equal(write('{region}-{year}-{seq:6}'), '150824-2026-000042')
  t.equal(write('SM{year}-{seq:1}'), 'SM2026-42')
  t.equal(parseCaseNumberFormat('A{year}-{seq:2}', '1').write('2026', 1000), 'A2026-1000', 'grows beyond its digits')
  for (const [template, reason] of [
    ['{region}-{seq:6}', /needs \{year\}/],
    ['{region}-{year}', /needs \{seq:N\}/],
    ['{year}-{seq:6}-{seq:6}', /once/],
    ['{year}-{seq:0}', /needs \{seq:N\}/],
    ['{year}{seq:6}', /between/],
    ['案{year}-{seq:6}', /letters, digits/],
    ['{year}.{seq:6}', /letters, digits/],
    ['{year}-{seq:6}-', /letters, digits/],
    ['{month}-{year}-{seq:6}', /letters, digits/],
    [`${'x'.repeat(50)}-{year}-{seq:6}`, /at most/]
  ] as const) {
    t.throws(() => write(template), reason, template)
  }
})

t.test('numbers have no gaps, whoever rolls back, and begin anew each Beijing year', async (t) => {
  const { url } = await testDatabase(t)
  await migrate({ databaseUrl: url, schema, migrations })
  const pool = createPool({ url, schema, onError: () => {} })
  t.teardown(() => pool.end())
  const store = createStore<{ case_counters: CaseCountersTable }>({ pool, schema })
  const format = parseCaseNumberFormat('{region}-{year}-{seq:6}', '150824')
  const open = (now: string, fails = false) =>
    store.transaction(async (tx) => {
      const number = await nextCaseNumber(tx, now, format)
      if (fails) throw new TypeError('the command failed later')
      return number
    })

  const settled = await Promise.allSettled(
    Array.from({ length: 60 }, (_, n) => open('2026-06-01T09:00:00+08:00', n % 3 === 0))
  )
  const numbers = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])).sort()
  t.same(
    numbers,
    Array.from({ length: 40 }, (_, n) => `150824-2026-${String(n + 1).padStart(6, '0')}`)
  )
  t.equal(await open('2026-12-31T15:59:59.999Z'), '150824-2026-000041')
  t.equal(await open('2026-12-31T16:00:00.000Z'), '150824-2027-000001', 'it is New Year in Beijing')
})
