import { until } from '@wuhu/test-support'
import t from 'tap'
import { Conflict, createPool, createStore, StoreUnavailable } from './index.ts'
import { acquireLease, advance, releaseLease, renewLease } from './lease.ts'
import { createPositions } from './positions.ts'
import { fill, received, testStore } from './store.test-setup.ts'

t.test('append is atomic and ordered per stream', async (t) => {
  const { store } = await testStore(t)
  await fill(store, 'clue/a', 3)
  const { version, events } = await store.transaction((tx) => tx.read('clue/a'))
  t.equal(version, 3)
  t.same(
    events.map((e) => e.streamversion),
    [1, 2, 3]
  )

  await t.test('a wrong version is a Conflict and changes nothing', async (t) => {
    await t.rejects(
      store.transaction((tx) => tx.append('clue/a', 2, [received('clue/a', 3)])),
      Conflict
    )
    await t.rejects(
      store.transaction((tx) => tx.append('clue/a', 0, [received('clue/a', 1)])),
      Conflict
    )
    t.equal((await store.transaction((tx) => tx.read('clue/a'))).version, 3)
  })

  await t.test('without a transaction around it too: all or nothing, and listeners are told', async (t) => {
    let told = 0
    t.teardown(store.onCommit(() => (told += 1)))
    await store.append('clue/alone', 0, [received('clue/alone', 1), received('clue/alone', 2)])
    await t.rejects(store.append('clue/alone', 1, [received('clue/alone', 2)]), Conflict)
    await t.rejects(store.append('clue/alone', 2, [received('clue/alone', 3), received('clue/alone', 3)]))
    t.equal((await store.transaction((tx) => tx.read('clue/alone'))).events.length, 2)
    t.equal(told, 2, 'once for the append, once for the reading transaction')
  })

  await t.test('an event that breaks its own schema never becomes a fact', async (t) => {
    const wrong = { ...received('clue/b', 1), data: { reason: 'x', more: 1 } }
    await t.rejects(
      store.transaction((tx) => tx.append('clue/b', 0, [wrong])),
      TypeError
    )
    const unknown = { ...received('clue/b', 1), type: 'clue.invented.v1' }
    await t.rejects(
      store.transaction((tx) => tx.append('clue/b', 0, [unknown])),
      /not in the catalogue/
    )
  })

  await t.test('of many writers at once each decides on what the one before left', async (t) => {
    await Promise.all(Array.from({ length: 20 }, () => fill(store, 'clue/c', 2)))
    const { events } = await store.transaction((tx) => tx.read('clue/c'))
    t.same(
      events.map((e) => e.streamversion),
      Array.from({ length: 40 }, (_, n) => n + 1)
    )
  })
})

t.test('views follow in the same transaction, and roll back with it', async (t) => {
  const { store, pool } = await testStore(t)
  await pool.query('create table one.closed (subject text, version int)')
  type Tables = { closed: { subject: string; version: number } }
  const seen = createStore<Tables>({
    pool,
    schema: store.schema,
    views: [
      {
        name: 'closed',
        tables: ['closed'],
        apply: async (db, event) => {
          await db.insertInto('closed').values({ subject: event.subject, version: event.streamversion }).execute()
        }
      }
    ]
  })
  await seen.transaction((tx) => tx.append('clue/a', 0, [received('clue/a', 1), received('clue/a', 2)]))
  const failing = seen.transaction(async (tx) => {
    await tx.append('clue/b', 0, [received('clue/b', 1)])
    throw new Error('the command failed later')
  })
  await t.rejects(failing, /failed later/)
  t.same(await seen.db.selectFrom('closed').selectAll().execute(), [
    { subject: 'clue/a', version: 1 },
    { subject: 'clue/a', version: 2 }
  ])
})

t.test('a late commit is numbered late, never lost (design: store promise 2)', async (t) => {
  const { store, pool } = await testStore(t)
  const positions = createPositions(pool, 'one')
  const lease = await acquireLease(store.db, 'one', 'relay', 'me')
  if (!lease) throw new Error('no lease')

  let commit = () => {}
  const gate = new Promise<void>((resolve) => {
    commit = resolve
  })
  let inserted = false
  const late = store.transaction(async (tx) => {
    await tx.append('clue/late', 0, [received('clue/late', 1)])
    inserted = true
    await gate
  })
  await until(() => inserted)
  await fill(store, 'clue/early', 2)
  const first = await positions.number(lease, 10)
  t.same(
    first.map(({ position, key }) => [position, key]),
    [
      [1, 'clue/early'],
      [2, 'clue/early']
    ]
  )
  commit()
  await late
  const second = await positions.number(lease, 10)
  t.same(
    second.map(({ position, key }) => [position, key]),
    [[3, 'clue/late']]
  )
  t.same(await positions.number(lease, 10), [])
  t.same(
    (await positions.read(0, 3, 10)).map(({ key }) => key),
    ['clue/early', 'clue/early', 'clue/late']
  )
})

t.test('a case is never reordered: a writer waits for the one before it on the same stream', async (t) => {
  const { store, pool } = await testStore(t)
  const positions = createPositions(pool, 'one')
  const lease = await acquireLease(store.db, 'one', 'relay', 'me')
  if (!lease) throw new Error('no lease')
  await fill(store, 'clue/a', 1)

  let commit = () => {}
  const gate = new Promise<void>((resolve) => {
    commit = resolve
  })
  let inserted = false
  const second = store.transaction(async (tx) => {
    const { version } = await tx.read('clue/a')
    await tx.append('clue/a', version, [received('clue/a', version + 1)])
    inserted = true
    await gate
  })
  await until(() => inserted)
  // The third version is asked for while the second is not committed: it must wait, then follow.
  const third = fill(store, 'clue/a', 1)
  await until(async () => (await pool.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount)
  t.equal((await positions.number(lease, 10)).length, 1, 'only what is committed is numbered')
  commit()
  await Promise.all([second, third])
  const rest = await positions.number(lease, 10)
  t.same(
    rest.map(({ body }) => JSON.parse(body.toString()).streamversion),
    [2, 3]
  )
})

t.test('what was not committed is never acknowledged', async (t) => {
  const { store } = await testStore(t)
  const swallowing = store.transaction(async (tx) => {
    await tx.append('clue/a', 0, [received('clue/a', 1)])
    await tx.db
      .insertInto('outbox')
      .values({ seq: 'no number' })
      .execute()
      .catch(() => undefined)
  })
  await t.rejects(swallowing, /rolled back/)
  t.equal((await store.transaction((tx) => tx.read('clue/a'))).version, 0)
})

t.test('a lease fences its predecessor', async (t) => {
  const { store, pool } = await testStore(t)
  const positions = createPositions(pool, 'one')
  const old = await acquireLease(store.db, 'one', 'relay', 'a')
  if (!old) throw new Error('no lease')
  t.equal(await acquireLease(store.db, 'one', 'relay', 'b'), undefined, 'held')
  await pool.query(`update one.leases set until = clock_timestamp() - interval '1 second'`)
  const young = await acquireLease(store.db, 'one', 'relay', 'b')
  if (!young) throw new Error('no lease')
  await fill(store, 'clue/a', 2)
  t.same(await positions.number(old, 10), [], 'a zombie numbers nothing')
  await t.rejects(renewLease(store.db, 'one', old), /taken over/)
  await t.rejects(advance(store.db, 'one', old, 0, 5), /taken over/)
  t.equal((await positions.number(young, 10)).length, 2)
  await releaseLease(store.db, 'one', young)
  t.equal((await acquireLease(store.db, 'one', 'relay', 'a'))?.position, 2)
})

t.test('copies get the next version of each mailbox, whoever writes', async (t) => {
  const { store } = await testStore(t)
  const copies = (tag: string) =>
    Array.from({ length: 30 }, (_, n) => ({
      streamId: `mailbox/${['amr', 'psb', 'court'][n % 3]}`,
      id: received('clue/a', 1).id,
      type: 'case.closed.v1',
      subject: 'mail.amr.case.closed',
      body: Buffer.from(`${tag}${n}`)
    }))
  await Promise.all(['x', 'y', 'z'].map((tag) => store.transaction((tx) => tx.appendCopies(copies(tag)))))
  const rows = await store.db.selectFrom('events').select(['stream_id', 'version', 'body']).orderBy('version').execute()
  const amr = rows.filter((row) => row.stream_id === 'mailbox/amr')
  t.same(
    amr.map((row) => Number(row.version)),
    Array.from({ length: 30 }, (_, n) => n + 1)
  )
  for (const tag of ['x', 'y', 'z']) {
    const own = amr.map((row) => String(row.body)).filter((body) => body.startsWith(tag))
    t.same(
      own,
      Array.from({ length: 10 }, (_, n) => `${tag}${n * 3}`),
      'the given order is kept'
    )
  }
})

t.test('a database that is away is said to be away', async (t) => {
  const pool = createPool({ url: 'postgres://nobody@127.0.0.1:1/none', schema: 'one', onError: () => undefined })
  t.teardown(() => pool.end())
  const store = createStore({ pool, schema: 'one' })
  await t.rejects(fill(store, 'clue/a', 1), StoreUnavailable)
  await t.rejects(store.db.selectFrom('events').selectAll().execute(), StoreUnavailable)
  await t.rejects(store.query({ text: 'select 1' }), StoreUnavailable)
})
