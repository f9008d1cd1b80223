import { cp, rm } from 'node:fs/promises'
import { ownServers, until } from '@wuhu/test-support'
import t from 'tap'
import { busContract } from './bus.contract.ts'
import { type Bus, BusUnavailable, PublishStopped } from './bus.ts'
import { collect, failure, range, run, sequences } from './contract/broker.ts'
import { dial } from './nats/connect.ts'
import { connectNats, createStreams, streamConfig, streams } from './nats.ts'

const ACCOUNTS = `
accounts {
  HUB { jetstream: enabled, users: [{ user: hub, password: hub }] }
  BARE { users: [{ user: bare, password: bare }] }
}
no_auth_user: hub`

t.test('on a server of its own', async (t) => {
  const servers = await ownServers(t, { natsConfig: ACCOUNTS })
  const { nats } = servers
  const { url } = nats
  const buses: Bus[] = []
  const connect = async (): Promise<Bus> => {
    const bus = await connectNats({ url, name: 'test', idleCheck: 200 })
    buses.push(bus)
    t.teardown(() => bus.close())
    return bus
  }
  const api = async (subject: string, body: object | '' = '') => {
    const nc = await dial({ url, name: 'test' })
    const answer = await nc.request(`$JS.API.${subject}`, body && JSON.stringify(body), { timeout: 5000 })
    await nc.close()
    return answer.json<Record<string, unknown> & { error?: { description: string } }>()
  }
  const createStream = (name: string) => createStreams(url, { definitions: [{ name, subjects: [`${name}.>`] }] })

  t.test('contract', async (t) => {
    await busContract(t, {
      connect,
      createStream,
      removeStream: async (name) => void (await api(`STREAM.DELETE.${name}`)),
      async save() {
        const saved = `${servers.folder}/saved`
        await nats.stop()
        await cp(nats.dataDir, saved, { recursive: true })
        await nats.start()
        const open = buses.filter((bus) => bus.health().detail !== 'closed')
        await until(() => open.every((bus) => bus.health().connected))
        return async () => {
          await nats.kill9()
          await until(() => open.every((bus) => !bus.health().connected))
          await rm(nats.dataDir, { recursive: true })
          await cp(saved, nats.dataDir, { recursive: true })
          await nats.start()
          await until(() => open.every((bus) => bus.health().connected))
        }
      }
    })
  })

  t.test('SIGKILL of the server under publishing and reading: everything once', async (t) => {
    await createStream('KILL')
    const [writer, reader] = [await connect(), await connect()]
    const total = 30_000
    let sent = 0
    const publishing = (async () => {
      while (sent < total) {
        try {
          const stream = writer.stream('KILL')
          sent = (await stream.describe()).lastSequence
          const inFlight: Promise<void>[] = []
          try {
            for (let after = sent; after < total; after += 500) {
              inFlight.push(stream.publish(after, run('KILL', after, Math.min(500, total - after))))
              if (inFlight.length > 3) await inFlight.shift()
            }
            await Promise.all(inFlight)
          } finally {
            await Promise.allSettled(inFlight)
          }
        } catch (error) {
          if (!(error instanceof BusUnavailable || error instanceof PublishStopped)) throw error
          await until(() => writer.health().connected)
        }
      }
    })()
    const got: number[] = []
    const reading = (async () => {
      for await (const batch of reader.stream('KILL').read({ after: 0, signal: AbortSignal.timeout(90_000) })) {
        for (const { sequence, id } of batch) got.push(id === `a-${sequence}` ? sequence : -sequence)
        if (got.length >= total) return
      }
    })()
    for (const mark of [0.2, 0.5, 0.8]) {
      await until(() => got.length > total * mark, { within: 30_000, what: `${mark} of all messages read` })
      await nats.kill9()
      await until(() => !reader.health().connected)
      const error = await failure(reader.stream('KILL').publish(0, run('KILL', 0, 1)))
      t.ok(error instanceof BusUnavailable, error.message)
      t.ok((await failure(reader.request('cmd.x', new Uint8Array()))) instanceof BusUnavailable)
      await nats.start()
    }
    await Promise.all([publishing, reading])
    t.same(got, range(1, total))
    t.same(sequences(await collect(reader, 'KILL', 0, total)), range(1, total))
    // A writer that had nothing more to write may still be on its way back.
    await until(() => writer.health().connected)
    t.equal((await writer.stream('KILL').describe()).lastSequence, total)
  })

  t.test('a server that hangs: publishing gives up, nothing is taken twice', async (t) => {
    await createStream('HANG')
    const bus = await connectNats({ url, name: 'test', acknowledgeWithin: 300 })
    t.teardown(() => bus.close())
    await bus.stream('HANG').publish(0, run('HANG', 0, 10))
    nats.pause()
    const errors = await Promise.all(
      [10, 15].map((after) => failure(bus.stream('HANG').publish(after, run('HANG', after, 5))))
    )
    nats.resume()
    for (const error of errors) t.ok(error instanceof BusUnavailable, error.message)
    // What was sent may be taken yet: the stream tells.
    const { lastSequence } = await until(async () => {
      const state = await bus.stream('HANG').describe()
      return state.lastSequence === 20 ? state : undefined
    })
    await bus.stream('HANG').publish(lastSequence, run('HANG', lastSequence, 5))
    t.same(sequences(await collect(bus, 'HANG', 0, 25)), range(1, 25))
  })

  t.test('a lost connection ends what waits for an answer at once', async (t) => {
    await createStream('LOST')
    const bus = await connect()
    await bus.serve('cmd.lost', 'q', () => new Promise(() => {}))
    nats.pause()
    const waiting = [
      failure(bus.stream('LOST').publish(0, run('LOST', 0, 5))),
      failure(bus.request('cmd.lost', new Uint8Array(), { timeout: 20_000 }))
    ]
    const started = performance.now()
    await nats.kill9()
    for (const error of await Promise.all(waiting)) t.ok(error instanceof BusUnavailable, error.message)
    t.ok(performance.now() - started < 5000, 'long before the time limits')
    await nats.start()
    await until(() => bus.health().connected)
  })

  t.test('servers and listeners are there again after a restart', async (t) => {
    const [a, b] = [await connect(), await connect()]
    await a.serve('cmd.again', 'q', async () => ({ headers: {}, body: new Uint8Array([7]) }))
    let hints = 0
    a.onHint('again', () => {
      hints += 1
    })
    await nats.kill9()
    await until(() => !b.health().connected)
    await nats.start()
    await until(async () => (await b.request('cmd.again', new Uint8Array())).body[0] === 7)
    b.hint('again')
    await until(() => hints === 1)
    t.pass()
  })

  t.test('a slow reader slows the server, and does not read ahead without bound', async (t) => {
    await createStream('SLOW')
    const bus = await connect()
    for (let after = 0; after < 20_000; after += 1000) await bus.stream('SLOW').publish(after, run('SLOW', after, 1000))
    const end = new AbortController()
    const reading = bus.stream('SLOW').read({ after: 0, signal: end.signal, limit: 100 })[Symbol.asyncIterator]()
    const first = (await reading.next()).value?.at(-1)?.sequence ?? 0
    // Longer than the idle check: a caller that takes its time is no reason to read anew.
    const ahead = await until(async () => {
      const { consumers } = (await api('CONSUMER.LIST.SLOW', { offset: 0 })) as {
        consumers: { delivered: { stream_seq: number }; num_waiting: number }[]
      }
      const idle = consumers.length === 1 && consumers[0]?.num_waiting === 0
      return idle ? consumers[0]?.delivered.stream_seq : undefined
    })
    t.ok(ahead <= 400, `${ahead} messages delivered`)
    t.equal((await reading.next()).value?.[0]?.sequence, first + 1)
    end.abort()
    t.equal((await reading.next()).done, true)
    await until(
      async () => ((await api('STREAM.INFO.SLOW')) as { state: { consumer_count: number } }).state.consumer_count === 0
    )
  })

  t.test('a message that the stream does not hold is an error, not a silence', async (t) => {
    const config = { ...streamConfig({ name: 'HOLE', subjects: ['HOLE.>'] }), deny_delete: false }
    t.notOk((await api('STREAM.CREATE.HOLE', config)).error)
    const bus = await connect()
    await bus.stream('HOLE').publish(0, run('HOLE', 0, 9))
    await api('STREAM.MSG.DELETE.HOLE', { seq: 5 })
    t.equal(await bus.stream('HOLE').idAt(5), undefined)
    t.match((await failure(collect(bus, 'HOLE', 0, 9))).message, /holds no message at 5/)
    t.same(sequences(await collect(bus, 'HOLE', 5, 4)), range(6, 9))
  })

  t.test('a message that is too large is not taken, what stands before it is', async (t) => {
    await createStream('LARGE')
    const bus = await connect()
    const messages = run('LARGE', 0, 5).map((one, n) => (n === 3 ? { ...one, body: new Uint8Array(2 << 20) } : one))
    const error = await failure(bus.stream('LARGE').publish(0, messages))
    t.equal((error as PublishStopped).position, 4)
    t.equal((await bus.stream('LARGE').describe()).lastSequence, 3)
  })

  t.test('the streams of the services', async (t) => {
    await createStreams(url)
    await createStreams(url)
    const bus = await connect()
    for (const { name, subjects } of streams) {
      t.equal((await bus.stream(name).describe()).lastSequence, 0)
      const { config } = (await api(`STREAM.INFO.${name}`)) as { config: object }
      t.match(config, { subjects, storage: 'file', discard: 'new', deny_delete: true, deny_purge: true, max_age: 0 })
    }
    const [clue] = run('evt', 0, 1).map((one) => ({ ...one, subject: 'evt.07.clue.shared' }))
    if (!clue) throw new Error('no message')
    t.ok((await failure(bus.stream('AUDIT').publish(0, [clue]))) instanceof PublishStopped, "another service's subject")
    await bus.stream('INFO_SHARING').publish(0, [clue])
    t.equal(await bus.stream('INFO_SHARING').idAt(1), clue.id)
  })

  t.test('an account without JetStream is refused in one sentence', async (t) => {
    const error = await failure(connectNats({ url: url.replace('//', '//bare:bare@'), name: 'test' }))
    t.match(error.message, /^JetStream cannot be used on .*: .*not enabled for account/)
  })
})
