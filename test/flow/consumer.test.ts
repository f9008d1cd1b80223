import { createMemoryBroker } from '@wuhu/bus/memory'
import { createConsumer } from '@wuhu/store'
import { until } from '@wuhu/test-support'
import { sql } from 'kysely'
import t from 'tap'
import { add, flow, log } from './flow.test-setup.ts'

const streamName = 'INFO_SHARING'

t.test('every event is applied once and in order, over restarts', async (t) => {
  const { source, relay, consumer, seen } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  relay(stream)
  for (let round = 1; round <= 4; round += 1) {
    const one = consumer(stream)
    await add(source, 'clue/a', 60)
    await until(async () => (await seen()).length >= round * 60 - 30)
    await one.stop()
  }
  consumer(stream)
  const rows = await until(async () => ((await seen()).length === 240 ? seen() : undefined))
  t.same(
    rows.map(({ sequence }) => sequence),
    Array.from({ length: 240 }, (_, n) => n + 1)
  )
})

t.test('a healed tail and a stream made anew change nothing for the consumer', async (t) => {
  const { source, relay, consumer, seen } = await flow(t)
  const broker = createMemoryBroker([streamName])
  const stream = broker.connect().stream(streamName)
  relay(stream)
  const made = consumer(stream)
  await add(source, 'clue/a', 20)
  await until(async () => (await seen()).length === 20)
  broker.truncate(streamName, 5)
  await add(source, 'clue/a', 5)
  await until(async () => (await seen()).length === 25)
  broker.recreate(streamName)
  await add(source, 'clue/a', 5)
  const rows = await until(async () => ((await seen()).length === 30 ? seen() : undefined))
  t.same(
    rows.map(({ sequence }) => sequence),
    Array.from({ length: 30 }, (_, n) => n + 1)
  )
  t.equal((await until(() => (made.status().cursor === 30 ? made.status() : undefined))).stream, streamName)
})

t.test('a worker that lost its lease cannot write over its successor', async (t) => {
  const { source, relay, consumer, seen, pool } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  relay(stream)
  consumer(stream, { holder: 'first' })
  await add(source, 'clue/a', 10)
  await until(async () => (await seen()).length === 10)
  const second = consumer(stream, { holder: 'second' })
  await pool.query(`update sink.leases set until = '-infinity'`)
  await until(() => second.status().state === 'active')
  await add(source, 'clue/a', 50)
  const rows = await until(async () => ((await seen()).length >= 60 ? seen() : undefined))
  t.same(
    rows.map(({ sequence }) => sequence),
    Array.from({ length: 60 }, (_, n) => n + 1)
  )
})

t.test('poison is parked, its case waits, everything else goes on', async (t) => {
  const { source, relay, consumer, seen } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  let poison = true
  const made = consumer(stream, {
    fails: (event) => poison && event.subject === 'clue/bad' && event.streamversion === 2
  })
  // clue/kin shares the case: it must wait too.
  await add(source, 'clue/bad', 3, 'C-1')
  await add(source, 'clue/kin', 1, 'C-1')
  await add(source, 'clue/good', 3, 'C-2')
  await add(source, 'clue/kin', 1, 'C-1')
  relay(stream)
  await until(() => made.status().cursor === 8)
  t.same(
    (await seen()).map((row) => [row.key, row.version]),
    [
      ['clue/bad', 1],
      ['clue/good', 1],
      ['clue/good', 2],
      ['clue/good', 3]
    ]
  )
  const parked = await made.parked()
  t.same(
    parked.map((row) => [row.sequence, row.behind]),
    [
      [2, false],
      [3, true],
      [4, true],
      [8, true]
    ]
  )
  t.same(await made.countParked(), { parked: 4, blocked: 1 })
  t.match(parked[0], { caseNumber: 'C-1', type: 'case.closed.v1', error: /cannot be applied/ })
  const [first, next] = parked
  if (!first || !next) throw new Error('nothing parked')

  await t.rejects(made.unpark({ sequence: next.sequence, action: 'retried', operator: 'amr' }), {
    code: 'parked.waits'
  })
  await t.rejects(made.unpark({ sequence: first.sequence, action: 'retried', operator: 'amr' }), {
    code: 'parked.still-failing'
  })
  t.equal((await made.parked()).length, 4, 'nothing moved')
  t.equal(await made.unpark({ sequence: 9_999, action: 'retried', operator: 'amr' }), undefined)

  poison = false
  t.same(await made.unpark({ sequence: first.sequence, action: 'retried', operator: 'amr' }), {
    action: 'retried',
    released: 3
  })
  t.same(
    (await seen()).slice(4).map((row) => [row.key, row.version]),
    [
      ['clue/bad', 2],
      ['clue/bad', 3],
      ['clue/kin', 1],
      ['clue/kin', 2]
    ]
  )
  await add(source, 'clue/bad', 1, 'C-1')
  await until(async () => (await seen()).length === 9, { what: 'the case goes on' })
})

t.test('skipping is recorded, and releases what waits', async (t) => {
  const { source, relay, consumer, seen, pool } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  const made = consumer(stream, { fails: (event) => event.streamversion === 1 && event.subject === 'clue/bad' })
  await add(source, 'clue/bad', 3)
  relay(stream)
  await until(() => made.status().cursor === 3)
  const [first] = await made.parked()
  const request = {
    sequence: first?.sequence ?? 0,
    action: 'skipped',
    operator: 'amr/UKEY',
    reason: 'entered by hand'
  } as const
  t.same(await made.unpark(request), { action: 'skipped', released: 2 })
  t.same(
    (await seen()).map(({ version }) => version),
    [2, 3]
  )
  const { rows } = await pool.query(
    'select sequence::int, action, operator, reason from sink.parked_history order by id'
  )
  t.match(rows, [
    { sequence: 1, action: 'skipped', operator: 'amr/UKEY', reason: 'entered by hand' },
    { sequence: 2, action: 'retried' },
    { sequence: 3, action: 'retried' }
  ])
})

t.test('unknown versions, foreign types and broken bytes are parked, never dropped', async (t) => {
  const { consumer } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  const made = consumer(stream)
  const bodies = ['{"subject":"clue/x","type":"clue.filed.v9"}', 'not json', '\xff\xfe', '[]']
  await stream.publish(
    0,
    bodies.map((body, n) => ({
      subject: 'evt.00.case.closed',
      id: `${n}`,
      key: 'x',
      body: Buffer.from(body, 'latin1')
    }))
  )
  await until(() => made.status().cursor === 4)
  t.same(
    (await made.parked()).map(({ sequence, behind }) => [sequence, behind]),
    [1, 2, 3, 4].map((n) => [n, false])
  )
  for (const { error } of await made.parked()) t.notMatch(error, /json"|clue\/x/, 'an error line shows no data')
})

t.test('what Postgres says of a failure is not shown to operators', async (t) => {
  const { source, relay, pool, sink } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  const made = createConsumer({
    store: sink,
    name: 'failing',
    source: stream,
    holder: 'a',
    log,
    apply: async (tx, [one]) => {
      await sql`select ${`秘密 ${one?.event.subject}`}::int`.execute(tx.db)
    }
  })
  t.teardown(() => made.stop())
  made.start()
  relay(stream)
  await add(source, 'clue/a', 1)
  const [parked] = await until(async () => ((await made.parked()).length > 0 ? made.parked() : undefined))
  t.equal(parked?.error, 'database error 22P02')
  t.equal((await pool.query('select count(*)::int from sink.seen')).rows[0].count, 0)
})
