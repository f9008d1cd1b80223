import { createMemoryBroker } from '@wuhu/bus/memory'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { add, flow } from './flow.test-setup.ts'

const streamName = 'INFO_SHARING'

t.test('position = stream sequence, in order, without gaps', async (t) => {
  const { source, relay, pool } = await flow(t)
  const bus = createMemoryBroker([streamName]).connect()
  const stream = bus.stream(streamName)
  await add(source, 'clue/a', 2500)
  const made = relay(stream, 'a', { batch: 300 })
  await Promise.all(Array.from({ length: 40 }, (_, n) => add(source, `clue/${n}`, 3)))
  await until(async () => (await stream.describe()).lastSequence === 2620)
  t.match(made.status(), { state: 'active' })
  const { rows } = await pool.query(
    'select p.position::int, e.id from source.positions p join source.events e using (seq) order by 1'
  )
  t.same(
    rows.map(({ position }) => position),
    Array.from({ length: 2620 }, (_, n) => n + 1)
  )
  for (const { position, id } of rows.filter((_, n) => n % 97 === 0)) t.equal(await stream.idAt(position), id)
  t.same(await until(async () => ((await made.lag()).events === 0 ? made.lag() : undefined)), { events: 0, seconds: 0 })
})

t.test('a tail that the server lost is published again, the same', async (t) => {
  const { source, relay } = await flow(t)
  const broker = createMemoryBroker([streamName])
  const stream = broker.connect().stream(streamName)
  await add(source, 'clue/a', 100)
  relay(stream)
  await until(async () => (await stream.describe()).lastSequence === 100)
  const ids = await Promise.all(Array.from({ length: 100 }, (_, n) => stream.idAt(n + 1)))
  broker.truncate(streamName, 37)
  await until(async () => (await stream.describe()).lastSequence === 100)
  t.same(await Promise.all(Array.from({ length: 100 }, (_, n) => stream.idAt(n + 1))), ids)
  broker.recreate(streamName)
  await until(async () => (await stream.describe()).lastSequence === 100)
  t.same(await Promise.all(Array.from({ length: 100 }, (_, n) => stream.idAt(n + 1))), ids, 'a stream made anew too')
})

t.test('a stream that knows more than the store stops the relay', async (t) => {
  const { source, relay } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  await stream.publish(0, [{ subject: 'evt.00.case.closed', id: 'foreign', key: 'x', body: Buffer.from('{}') }])
  const ahead = relay(stream)
  const status = await until(() => (ahead.status().state === 'stopped' ? ahead.status() : undefined))
  t.match(status.reason, /INFO_SHARING is at 1, the store at 0/)
  await add(source, 'clue/a', 3)
  t.equal((await stream.describe()).lastSequence, 1, 'nothing is published')
  await ahead.stop()
})

t.test('another event at our place stops the relay', async (t) => {
  const { source, relay } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  await add(source, 'clue/a', 3)
  const first = relay(stream)
  await until(async () => (await stream.describe()).lastSequence === 3)
  await first.stop()
  const other = createMemoryBroker([streamName]).connect().stream(streamName)
  await other.publish(0, [{ subject: 'evt.00.case.closed', id: 'foreign', key: 'x', body: Buffer.from('{}') }])
  const second = relay(other)
  const status = await until(() => (second.status().state === 'stopped' ? second.status() : undefined))
  t.match(status.reason, /holds another event at 1/)
})

t.test('appends go on while the bus is away; the relay catches up', async (t) => {
  const { source, relay } = await flow(t)
  const broker = createMemoryBroker([streamName])
  const stream = broker.connect().stream(streamName)
  const made = relay(stream)
  await add(source, 'clue/a', 10)
  await until(async () => (await stream.describe()).lastSequence === 10)
  broker.setReachable(false)
  await add(source, 'clue/a', 10)
  await until(() => made.status().state === 'failing')
  t.same((await made.lag()).events, 10)
  broker.setReachable(true)
  await until(async () => (await stream.describe()).lastSequence === 20)
  t.equal((await until(() => (made.status().state === 'active' ? made.status() : undefined))).published, 20)
})

t.test('two relays: one is active, the standby takes over within 5 s, a zombie is fenced', async (t) => {
  const { source, relay, pool } = await flow(t)
  const stream = createMemoryBroker([streamName]).connect().stream(streamName)
  const first = relay(stream, 'first')
  await until(() => first.status().state === 'active')
  const second = relay(stream, 'second')
  await add(source, 'clue/a', 10)
  await until(async () => (await stream.describe()).lastSequence === 10)
  t.equal(second.status().state, 'standby')

  // The first one is thought dead: its lease runs out by the database's clock while it goes on working.
  const begun = Date.now()
  await pool.query(`update source.leases set until = '-infinity' where name = 'relay'`)
  await until(() => second.status().state === 'active', { within: 5_000 })
  t.ok(Date.now() - begun < 5_000)
  await Promise.all(Array.from({ length: 20 }, (_, n) => add(source, `clue/b${n}`, 20)))
  await until(async () => (await stream.describe()).lastSequence === 410)
  await until(() => first.status().state === 'standby')
  const { rows } = await pool.query('select count(*)::int, max(position)::int from source.positions')
  t.same(rows, [{ count: 410, max: 410 }])
})
