import { setImmediate } from 'node:timers/promises'
import type { Envelope } from '@wuhu/contracts'
import t from 'tap'
import { beyond, Conflict, createStore } from './index.ts'
import { fill, received, testStore } from './store.test-setup.ts'

const at = (streamId: string, version: number) => ({
  streamId,
  expectedVersion: version - 1,
  envelopes: [received(streamId, version)]
})

t.test('events of many streams are added at once, in the given order', async (t) => {
  const { store, pool } = await testStore(t)
  await fill(store, 'clue/b', 2)
  await store.transaction((tx) =>
    tx.appendAll([
      at('clue/c', 1),
      at('clue/b', 3),
      at('clue/a', 1),
      at('clue/c', 2),
      { streamId: 'clue/d', expectedVersion: 0, envelopes: [] }
    ])
  )
  const { rows } = await pool.query('select stream_id, version from one.events order by seq')
  t.same(
    rows.map((row) => `${row.stream_id} ${row.version}`),
    ['clue/b 1', 'clue/b 2', 'clue/c 1', 'clue/b 3', 'clue/a 1', 'clue/c 2']
  )
  t.equal((await pool.query('select count(*)::int from one.outbox')).rows[0].count, 6, 'all of them wait for a number')
  t.equal((await store.transaction((tx) => tx.read('clue/c'))).version, 2)
  t.equal((await store.transaction((tx) => tx.read('clue/d'))).version, 0)

  const after = (order: '<' | '>') =>
    store.db
      .selectFrom('events')
      .select(['stream_id', 'version'])
      .where(beyond(['stream_id', 'version'], order, ['clue/b', 2]))
  t.same(await after('<').orderBy('stream_id', 'desc').orderBy('version', 'desc').execute(), [
    { stream_id: 'clue/b', version: 1 },
    { stream_id: 'clue/a', version: 1 }
  ])
  t.same(await after('>').orderBy('stream_id').orderBy('version').execute(), [
    { stream_id: 'clue/b', version: 3 },
    { stream_id: 'clue/c', version: 1 },
    { stream_id: 'clue/c', version: 2 }
  ])
})

t.test('one stream at another version: a Conflict that names it, and nothing is added', async (t) => {
  const { store, pool } = await testStore(t)
  await fill(store, 'clue/b', 2)
  const wrong = [
    ['behind', at('clue/b', 2)],
    ['ahead', at('clue/b', 4)],
    ['begun anew', at('clue/b', 1)],
    ['never begun', at('clue/z', 2)]
  ] as const
  for (const [what, entry] of wrong) {
    const appending = store.transaction((tx) => tx.appendAll([at('clue/a', 1), entry, at('clue/c', 1)]))
    await t.rejects(appending, new Conflict(entry.streamId, entry.expectedVersion), what)
  }
  const gap = store.transaction((tx) => tx.appendAll([at('clue/a', 1), at('clue/a', 3)]))
  await t.rejects(gap, Conflict, 'a gap between the entries themselves')
  t.equal((await pool.query('select count(*)::int from one.events')).rows[0].count, 2)
  t.equal((await pool.query('select count(*)::int from one.heads')).rows[0].count, 1)
})

t.test('an event that breaks its own schema never becomes a fact', async (t) => {
  const { store } = await testStore(t)
  const wrong = { ...received('clue/b', 1), data: { more: 1 } }
  const entry = { streamId: 'clue/b', expectedVersion: 0, envelopes: [wrong] }
  await t.rejects(
    store.transaction((tx) => tx.appendAll([at('clue/a', 1), entry])),
    TypeError
  )
})

t.test('events are signed, and views follow stream by stream or all at once', async (t) => {
  const { pool } = await testStore(t)
  await pool.query('create table one.seen (view text, events text)')
  type Tables = { seen: { view: string; events: string } }
  const row = (view: string, events: readonly { subject: string; streamversion: number; signature?: string }[]) => ({
    view,
    events: events.map((e) => `${e.subject} ${e.streamversion} ${e.signature}`).join(', ')
  })
  const store = createStore<Tables>({
    pool,
    schema: 'one',
    sign: (envelope) => ({ ...envelope, signature: `by-${envelope.subject.at(-1)}` }),
    views: [
      {
        name: 'by stream',
        tables: ['seen'],
        apply: async () => void t.fail('it has a verb for several events'),
        applyAll: async (db, events) => {
          await db.insertInto('seen').values(row('by stream', events)).execute()
        }
      },
      {
        name: 'at once',
        tables: [],
        apply: async () => void t.fail('it has a verb for many streams'),
        applyMany: async (db, events) => {
          await db.insertInto('seen').values(row('at once', events)).execute()
        }
      }
    ]
  })
  await store.transaction((tx) => tx.appendAll([at('clue/a', 1), at('clue/b', 1), at('clue/a', 2)]))
  const { rows } = await pool.query('select view, events from one.seen order by view, events')
  t.same(
    rows.map(({ view, events }) => `${view}: ${events}`),
    [
      'at once: clue/a 1 by-a, clue/b 1 by-b, clue/a 2 by-a',
      'by stream: clue/a 1 by-a, clue/a 2 by-a',
      'by stream: clue/b 1 by-b'
    ]
  )
})

t.test('signed on other threads they still arrive in the given order, each with its own bytes', async (t) => {
  const { pool } = await testStore(t)
  const late = async (n: number) => {
    for (let turns = n % 7; turns > 0; turns -= 1) await setImmediate()
  }
  const sign = Object.assign((envelope: Envelope) => envelope, {
    apart: async (envelope: Envelope) => {
      await late(envelope.streamversion)
      return { ...envelope, correlationid: '签'.repeat(envelope.streamversion % 5) }
    }
  })
  const store = createStore({ pool, schema: 'one', sign })
  await store.transaction((tx) => tx.appendAll(Array.from({ length: 45 }, (_, n) => at('clue/a', n + 1))))
  const { events } = await store.transaction((tx) => tx.read('clue/a'))
  t.same(
    events.map(({ streamversion, correlationid }) => [streamversion, correlationid]),
    Array.from({ length: 45 }, (_, n) => [n + 1, '签'.repeat((n + 1) % 5)])
  )
  const { rows } = await pool.query('select version::int from one.events order by seq')
  t.same(
    rows.map(({ version }) => version),
    Array.from({ length: 45 }, (_, n) => n + 1)
  )
})

t.test('of two writers of the same streams in opposite order one is refused, and neither waits for ever', async (t) => {
  const { store } = await testStore(t)
  const names = Array.from({ length: 30 }, (_, n) => `clue/${n}`)
  for (const name of names) await fill(store, name, 1)
  for (let version = 2; version < 8; version += 1) {
    const append = (streams: string[]) =>
      store
        .transaction((tx) => tx.appendAll(streams.map((name) => at(name, version))))
        .then(
          () => 'added',
          (error: Error) => error.name
        )
    const results = await Promise.all([append(names), append(names.toReversed())])
    t.same(results.sort(), ['Conflict', 'added'])
  }
})
