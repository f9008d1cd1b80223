import type { Event } from '@event-driven-io/emmett'
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql'
import pg from 'pg'
import { insertEffects, lanes, type PeerEvent, type Way } from './way.ts'

type Recorded = Event<'recorded', { id: string; sentAt: number; text: string }>

/**
 * Its event store, and its consumer with one reactor: batches of 500, no pause between full ones. Effects and checkpoint
 * are in one transaction a batch. The version knows `eachBatch` in its types but calls `eachMessage` only.
 */
export const emmett: Way = {
  async prepare({ databaseUrl }) {
    const store = getPostgreSQLEventStore(databaseUrl)
    await store.schema.migrate()
    await store.close()
  },

  async producer({ databaseUrl }) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: lanes })
    const store = getPostgreSQLEventStore(databaseUrl, {
      schema: { autoMigration: 'None' },
      connectionOptions: { pool }
    })
    return {
      append: async (event: PeerEvent) => {
        await store.appendToStream<Recorded>(`notice-${event.id}`, [{ type: 'recorded', data: { ...event } }])
      },
      async close() {
        await store.close()
        await pool.end()
      }
    }
  },

  async consumer({ databaseUrl }) {
    const store = getPostgreSQLEventStore(databaseUrl, { schema: { autoMigration: 'None' } })
    const consumer = store.consumer<Recorded>({ pulling: { batchSize: 500, pullingFrequencyInMs: 1 } })
    consumer.reactor<Recorded>({
      processorId: 'bench',
      eachMessage: async ({ data }, { connection }) => {
        await (connection.client as pg.ClientBase).query(insertEffects, [[data.id], [data.sentAt]])
      }
    })
    const running = consumer.start()
    running.catch((error: unknown) => console.error(error))
    return async () => {
      await consumer.close()
      await store.close()
    }
  }
}
