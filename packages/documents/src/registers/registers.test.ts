import { createStore, migrate } from '@wuhu/store'
import { testDatabase } from '@wuhu/test-support'
import pg from 'pg'
import t from 'tap'
import type { DocumentKind } from '../templates.ts'
import { type RegisterTables, registersMigration } from './registers.ts'
import { assertFreeWord, underNumber } from './under-number.ts'
import { baseWords, parseWords } from './words.ts'

const { url } = await testDatabase(t)
await migrate({ databaseUrl: url, schema: 'one', migrations: { '0001-registers': registersMigration } })
const pool = new pg.Pool({ connectionString: url, max: 12 })
pool.on('error', () => undefined)
// The database may be dropped before a client that is ending has gone.
pool.on('connect', (client) => client.on('error', () => undefined))
t.teardown(() => pool.end())
const store = createStore<RegisterTables>({ pool, schema: 'one' })
/** A new year in Beijing. */
const lateIn2026 = '2026-12-31T16:30:00Z'
const midOf2026 = '2026-07-01T02:00:00Z'

interface Step {
  readonly given?: string
  readonly agency?: string
  readonly kind?: DocumentKind
  readonly events?: readonly string[]
  readonly now?: string
}

/** The number under which a step was done. */
const numbered = ({ given, agency = 'amr', kind = 'assistance-letter', events = ['sent'], now = lateIn2026 }: Step) =>
  store.transaction(async (tx) => {
    const asked = { agency, kind, given, now }
    return (await underNumber(tx.db, undefined, asked, async (number) => ({ number, events }))).number
  })

t.test('fifty steps at once, some rolled back: no gap and no number twice', async (t) => {
  const steps = Array.from({ length: 50 }, (_, step) =>
    store
      .transaction((tx) =>
        underNumber(tx.db, undefined, { agency: 'amr', kind: 'assistance-letter', now: midOf2026 }, async (number) => {
          if (step % 5 === 0) throw new Error('the step fails after it has its number')
          return { number, events: ['sent'] }
        })
      )
      .catch(() => undefined)
  )
  const given = (await Promise.all(steps)).filter((done) => done !== undefined).map(({ number }) => number)
  t.equal(given.length, 40)
  const expected = Array.from({ length: 40 }, (_, index) => `乌中市监协〔2026〕${index + 1}号`)
  t.same(new Set(given), new Set(expected))
  t.equal(await numbered({ now: midOf2026 }), '乌中市监协〔2026〕41号')
})

t.test('agencies, words and years are numbered apart', async (t) => {
  t.equal(await numbered({ agency: 'psb', now: midOf2026 }), '乌中公协〔2026〕1号')
  t.equal(await numbered({ agency: 'psb' }), '乌中公协〔2027〕1号', 'the year is that of Beijing')
  t.equal(await numbered({ agency: 'psb', kind: 'assistance-reply', now: midOf2026 }), '乌中公协复〔2026〕1号')
  t.equal(await numbered({ agency: 'tax', now: midOf2026 }), '乌中税协〔2026〕1号')
})

t.test('an agency keeps its register elsewhere, until it leaves a number to this one', async (t) => {
  const justice = (number?: number) =>
    numbered({ agency: 'justice', ...(number !== undefined && { given: `乌中司协〔2027〕${number}号` }) })
  t.equal(await justice(9), '乌中司协〔2027〕9号', 'numbers of its own stand')
  t.equal(await justice(7), '乌中司协〔2027〕7号', 'in any order')
  await t.rejects(justice(9), { code: 'document.number-taken' })
  await t.rejects(justice(7), { code: 'document.number-taken' })
  t.equal(await justice(), '乌中司协〔2027〕10号', 'no number that was given by hand is given again')
  await t.rejects(justice(8), { code: 'document.number-taken' }, 'whoever keeps it here writes none below')
  await t.rejects(justice(10), { code: 'document.number-taken' })
  await t.rejects(justice(12), { code: 'document.number-skips' })
  t.equal(await justice(11), '乌中司协〔2027〕11号')
  t.equal(await justice(), '乌中司协〔2027〕12号')
  await t.rejects(numbered({ agency: 'somebody' }), { code: 'document.no-word' })
})

t.test('two who give the same number at once: one has it', async (t) => {
  const given = '乌中检协〔2027〕3号'
  const both = await Promise.allSettled([1, 2].map(() => numbered({ agency: 'procuratorate', given })))
  t.same(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  t.equal(await numbered({ agency: 'procuratorate' }), '乌中检协〔2027〕4号')
})

t.test('a number stands on the documents of its word only', async (t) => {
  const ofAnother = { code: 'document.word-of-another' }
  await t.rejects(numbered({ given: '乌中税协〔2026〕99号' }), ofAnother, 'the word of another agency')
  await t.rejects(numbered({ given: '乌中市监督〔2026〕99号' }), ofAnother, 'or of other documents')
  t.equal(await numbered({ given: '乌中市监函〔2026〕99号' }), '乌中市监函〔2026〕99号', 'a word of nobody else stands')
  t.throws(() => assertFreeWord(undefined, '乌中市监协〔2026〕第99号'), ofAnother)
  t.doesNotThrow(() => assertFreeWord(undefined, '乌中市监罚〔2026〕99号'))
})

t.test('a step from which nothing follows uses no number', async (t) => {
  const step = (events: string[], given?: string) =>
    numbered({ agency: 'court', kind: 'assistance-reply', events, ...(given !== undefined && { given }) })
  t.equal(await step([]), '乌中法协复〔2027〕1号')
  t.equal(await step(['replied']), '乌中法协复〔2027〕1号')
  t.equal(await step([]), '乌中法协复〔2027〕2号')
  t.equal(
    await step([], '乌中法协复〔2027〕1号'),
    '乌中法协复〔2027〕1号',
    'what holds already is told under its number'
  )
  t.equal(await step([], '乌中法协复〔2027〕2号'), '乌中法协复〔2027〕2号')
  t.equal(await step(['replied']), '乌中法协复〔2027〕2号')
  const unnumbered = { agency: 'somebody', kind: 'supervision' as const, now: lateIn2026, optional: true }
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
  t.throws(() => parseWords({ words: { amr: { nothing: '乌中市监无' } } }), /there is no document nothing/)
  const shared = { 'assistance-letter': '乌中市监函', 'request-letter': '乌中市监函' }
  t.throws(() => parseWords({ words: { amr: shared } }), /乌中市监函 is shared by amr/, 'by two kinds')
  t.throws(() => parseWords({ prefixes: { tax: '乌中市监' } }), /is shared by tax/, 'by two agencies')
  t.end()
})
