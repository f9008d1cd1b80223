import { until } from '@wuhu/test-support'
import t from 'tap'
import { IdempotencyInFlight, IdempotencyMismatch, TokenReplayed } from './index.ts'
import { sweep } from './once.ts'
import { fill, received, testStore } from './store.test-setup.ts'

const call = (idempotencyKey: string | undefined, fingerprint = 'f', jti = 'j') => ({
  caller: { agency: 'amr' },
  idempotencyKey,
  fingerprint,
  token: { jti, expiresAt: Date.now() / 1000 + 300 }
})

t.test('the same key and body get the first answer; nothing happens twice', async (t) => {
  const { store } = await testStore(t)
  let runs = 0
  const append = (key: string, fingerprint?: string) =>
    store.once(call(key, fingerprint), async (tx) => {
      runs += 1
      await tx.append(`clue/${runs}`, 0, [received(`clue/${runs}`, 1)])
      return { run: runs }
    })
  t.same(await append('k'), { answer: { run: 1 }, replayed: false })
  t.same(await append('k'), { answer: { run: 1 }, replayed: true })
  await t.rejects(append('k', 'other'), IdempotencyMismatch)
  t.same((await append('k2')).replayed, false)
  t.equal(runs, 2)

  await t.test('of many at once one runs, the rest are in flight or get its answer', async (t) => {
    const before = runs
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => append('k3')))
    t.equal(runs, before + 1)
    for (const result of results) {
      if (result.status === 'fulfilled') t.same(result.value.answer, { run: runs })
      else t.ok(result.reason instanceof IdempotencyInFlight)
    }
  })
})

t.test('in flight is told, not waited for', async (t) => {
  const { store } = await testStore(t)
  let finish = () => {}
  let begun = false
  const gate = new Promise<void>((resolve) => {
    finish = resolve
  })
  const first = store.once(call('k'), async () => {
    begun = true
    await gate
    return 1
  })
  await until(() => begun)
  await t.rejects(
    store.once(call('k'), async () => 2),
    IdempotencyInFlight
  )
  finish()
  t.same(await first, { answer: 1, replayed: false })
})

t.test('a refused command keeps no answer and uses up neither key nor token', async (t) => {
  const { store } = await testStore(t)
  const refused = async () => {
    throw new Error('refused')
  }
  await t.rejects(store.once(call('k'), refused), /refused/)
  await t.rejects(store.once(call(undefined), refused), /refused/)
  t.same(await store.once(call('k'), async () => 1), { answer: 1, replayed: false })
  t.same(await store.once(call(undefined), async () => 1), { answer: 1, replayed: false })
})

t.test('without a key a token makes one write', async (t) => {
  const { store } = await testStore(t)
  await store.once(call(undefined, 'f', 'j1'), async () => 1)
  await t.rejects(
    store.once(call(undefined, 'f', 'j1'), async () => 1),
    TokenReplayed
  )
  await store.once(call(undefined, 'f', 'j2'), async () => 1)
  const another = { ...call(undefined, 'f', 'j1'), caller: { agency: 'psb' } }
  t.notOk((await store.once(another, async () => 1)).replayed, "an agency's token of the same name is another token")
})

t.test('sweep forgets what is old and nothing else', async (t) => {
  const { store, pool } = await testStore(t)
  await fill(store, 'clue/a', 1)
  await store.once(call('old'), async () => 1)
  await store.once(call('new'), async () => 1)
  await pool.query(`update one.answers set at = now() - interval '8 days' where key = 'old'`)
  await sweep(store.db, 'one')
  t.same((await pool.query('select key from one.answers')).rows, [{ key: 'new' }])
})
