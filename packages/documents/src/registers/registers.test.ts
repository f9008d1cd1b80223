import { createStore, migrate } from '@wuhu/store'
import { testDatabase } from '@wuhu/test-support'
import pg from 'pg'
import t from 'tap'
import { type RegisterTables, registersMigration, takeNumber, underNumber } from './registers.ts'
import { baseWords, parseWords } from './words.ts'

const { url } = await testDatabase(t)
await migrate({ databaseUrl: url, schema: 'one', migrations: { '0001-registers': registersMigration } })
const pool = new pg.Pool({ connectionString: url, max: 12 })
t.teardown(() => pool.end())
const store = createStore<RegisterTables>({ pool, schema: 'one' })
const now = '2026-12-31T16:30:00Z'

t.test('fifty steps at once, some rolled back: no gap and no number twice', async (t) => {
  const register = { agency: 'amr', word: '乌中市监协', year: 2026 }
  const steps = Array.from({ length: 50 }, (_, step) =>
    store
      .transaction(async (tx) => {
        const number = await takeNumber(tx.db, register)
        if (step % 5 === 0) throw new Error('the step fails after it has its number')
        return number
      })
      .catch(() => undefined)
  )
  const given = (await Promise.all(steps)).filter((number) => number !== undefined)
  t.equal(given.length, 40)
  const expected = Array.from({ length: 40 }, (_, index) => `乌中市监协〔2026〕${index + 1}号`)
  t.same(new Set(given), new Set(expected))
  t.equal(await store.transaction((tx) => takeNumber(tx.db, register)), '乌中市监协〔2026〕41号')
})

t.test('agencies, words and years are numbered apart', async (t) => {
  const take = (agency: string, word: string, year: number) =>
    store.transaction((tx) => takeNumber(tx.db, { agency, word, year }))
  t.equal(await take('psb', '乌中公协', 2026), '乌中公协〔2026〕1号')
  t.equal(await take('psb', '乌中公协', 2027), '乌中公协〔2027〕1号')
  t.equal(await take('psb', '乌中公协复', 2026), '乌中公协复〔2026〕1号')
  t.equal(await take('tax', '乌中公协', 2026), '乌中公协〔2026〕1号')
})

t.test('a number is left out, or written by the agency', async (t) => {
  const settle = (given?: string, agency = 'justice') =>
    store.transaction(async (tx) => {
      const numbered = { agency, kind: 'assistance-letter' as const, given, now }
      return (await underNumber(tx.db, undefined, numbered, async (number) => ({ number, events: ['sent'] }))).number
    })
  t.equal(await settle('乌中司协〔2027〕9号'), '乌中司协〔2027〕9号', 'numbers of its own stand')
  t.equal(await settle('乌中司协〔2027〕9号'), '乌中司协〔2027〕9号', 'which nobody here counts')
  t.equal(await settle(), '乌中司协〔2027〕1号', 'the year is that of Beijing')
  await t.rejects(settle('乌中司协〔2027〕1号'), { code: 'document.number-taken' })
  await t.rejects(settle('乌中司协〔2027〕3号'), { code: 'document.number-skips' })
  t.equal(await settle('乌中司协〔2027〕2号'), '乌中司协〔2027〕2号')
  t.equal(await settle(), '乌中司协〔2027〕3号')
  await t.rejects(settle(undefined, 'somebody'), { code: 'document.no-word' })
})

t.test('a step from which nothing follows gives its number back', async (t) => {
  const step = (events: string[], given?: string) =>
    store.transaction(async (tx) => {
      const numbered = { agency: 'court', kind: 'assistance-reply' as const, given, now }
      return (await underNumber(tx.db, baseWords, numbered, async (number) => ({ number, events }))).number
    })
  t.equal(await step([]), '乌中法协复〔2027〕1号')
  t.equal(await step(['replied']), '乌中法协复〔2027〕1号')
  t.equal(await step([]), '乌中法协复〔2027〕2号')
  t.equal(await step([], '乌中法协复〔2027〕2号'), '乌中法协复〔2027〕2号')
  t.equal(await step(['replied']), '乌中法协复〔2027〕2号')
  const unnumbered = { agency: 'somebody', kind: 'supervision' as const, now, optional: true }
  const without = store.transaction((tx) =>
    underNumber(tx.db, baseWords, unnumbered, async (number) => ({ number, events: [] }))
  )
  t.same(await without, { number: undefined, events: [] }, 'what needs no number does without')
})

t.test('words are data', (t) => {
  t.equal(baseWords.wordOf('amr', 'assistance-letter'), '乌中市监协')
  const words = parseWords({ prefixes: { amr: '临市监' }, words: { psb: { 'assistance-reply': '临公食药复' } } })
  t.equal(words.wordOf('amr', 'assistance-letter'), '临市监协')
  t.equal(words.wordOf('psb', 'assistance-reply'), '临公食药复')
  t.equal(words.wordOf('psb', 'assistance-letter'), '乌中公协')
  t.throws(() => parseWords({ prefixes: { amr: 'AMR' } }), TypeError)
  t.throws(() => parseWords({ suffixes: { nothing: '无' } }), /there is no document nothing/)
  t.throws(() => parseWords({ prefix: {} }), TypeError)
  t.end()
})
