import { connectNats, createStreams } from '@wuhu/bus/nats'
import { createEnvelope } from '@wuhu/contracts'
import { createConsumer, createPool, createRelay, createStore, migrate } from '@wuhu/store'
import { sql } from 'kysely'
import { pino } from 'pino'
import { lanes, type Way, type Where } from './way.ts'

const log = pino({ level: 'warn' })
const schemas = { from: 'bench_from', to: 'bench_to' }

const storeIn = (schema: string, { databaseUrl }: Where, max: number) => {
  const pool = createPool({ url: databaseUrl, schema, max, onError: (err) => log.warn({ err }) })
  return { pool, store: createStore({ pool, schema }) }
}

/** Store, relay, stream and consumer with the settings that the services run with. */
export const ours: Way = {
  async prepare({ databaseUrl, natsUrl, stream }) {
    for (const schema of Object.values(schemas)) await migrate({ databaseUrl, schema, migrations: {} })
    await createStreams(natsUrl, { definitions: [{ name: stream, subjects: ['evt.*.info.>'] }] })
  },

  async producer(where) {
    const { pool, store } = storeIn(schemas.from, where, lanes + 2)
    const bus = await connectNats({ url: where.natsUrl, name: 'bench-from' })
    const relay = createRelay({ store, target: bus.stream(where.stream), holder: 'bench', log })
    store.onCommit(relay.wake)
    relay.start()
    return {
      append: ({ id, sentAt, text }) =>
        store.append(`notice/${id}`, 0, [
          createEnvelope({
            ...{ id, service: 'info-sharing', type: 'info.notice-published.v1', subject: `notice/${id}` },
            ...{ time: new Date(sentAt).toISOString(), version: 1, actor: { agency: 'amr' }, marking: 'work' },
            audience: [{ agency: 'psb', ground: 'addressee' }],
            correlationId: id,
            data: { publisher: 'amr', title: String(sentAt), text }
          })
        ]),
      async close() {
        await relay.stop()
        await bus.close()
        await pool.end()
      }
    }
  },

  async consumer(where) {
    const { pool, store } = storeIn(schemas.to, where, 4)
    const bus = await connectNats({ url: where.natsUrl, name: 'bench-to' })
    const consumer = createConsumer({
      ...{ store, name: 'bench', source: bus.stream(where.stream), holder: 'bench', log },
      apply: async (tx, events) => {
        const sent = events.map(({ event }) => Number((event.data as { title: string }).title))
        await sql`insert into public.effects (id, sent_at)
          select * from unnest(${events.map(({ event }) => event.id)}::uuid[], ${sent}::float8[])`.execute(tx.db)
      }
    })
    consumer.start()
    return async () => {
      await consumer.stop()
      await bus.close()
      await pool.end()
    }
  }
}
