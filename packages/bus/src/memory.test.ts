import t from 'tap'
import { busContract } from './bus.contract.ts'
import { BusUnavailable } from './bus.ts'
import { collect, failure, run, sequences } from './contract/broker.ts'
import { createMemoryBroker } from './memory.ts'

t.test('contract', async (t) => {
  const broker = createMemoryBroker()
  await busContract(t, {
    connect: async () => broker.connect(),
    createStream: async (name) => broker.createStream(name),
    removeStream: async (name) => broker.removeStream(name),
    async save(name) {
      const { lastSequence } = await broker.connect().stream(name).describe()
      return async () => broker.truncate(name, lastSequence)
    }
  })
})

t.test('while the broker is unreachable, calls fail and readers wait', async (t) => {
  const broker = createMemoryBroker(['S'])
  const bus = broker.connect()
  await bus.stream('S').publish(0, run('S', 0, 1))
  broker.setReachable(false)
  t.match(bus.health(), { connected: false })
  t.ok((await failure(bus.stream('S').describe())) instanceof BusUnavailable)
  t.ok((await failure(bus.stream('S').publish(1, run('S', 1, 1)))) instanceof BusUnavailable)
  t.ok((await failure(bus.request('cmd.x', new Uint8Array()))) instanceof BusUnavailable)
  const reading = collect(bus, 'S', 0, 2)
  broker.setReachable(true)
  await bus.stream('S').publish(1, run('S', 1, 1))
  t.same(sequences(await reading), [1, 2])
})

t.test('a recreated stream is empty and has another creation', async (t) => {
  const broker = createMemoryBroker(['S'])
  const stream = broker.connect().stream('S')
  await stream.publish(0, run('S', 0, 3))
  const before = await stream.describe()
  broker.recreate('S')
  const after = await stream.describe()
  t.equal(after.lastSequence, 0)
  t.not(after.created, before.created)
})
