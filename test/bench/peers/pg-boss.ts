import { PgBoss } from 'pg-boss'
import { insertEffects, lanes, type PeerEvent, type Way } from './way.ts'

const queue = 'bench'

const boss = (databaseUrl: string, max: number, more: { useListenNotify?: boolean; migrate?: boolean } = {}) => {
  const made = new PgBoss({ connectionString: databaseUrl, max, supervise: false, schedule: false, ...more })
  made.on('error', (error: Error) => console.error(error))
  return made
}

/**
 * Its documented ways to be fast: batches of 500 that commit with their effects (`transactional`), no pause while
 * batches are full (`burstWhenBatchFull`).
 * @param notify woken by NOTIFY for latency, or polling at its shortest interval: NOTIFY takes a lock at every commit
 */
export const pgBoss = (notify: boolean): Way => ({
  async prepare({ databaseUrl }) {
    const made = boss(databaseUrl, 2)
    await made.start()
    await made.createQueue(queue, { notify })
    await made.stop()
  },

  async producer({ databaseUrl }) {
    const made = boss(databaseUrl, lanes, { migrate: false })
    await made.start()
    return {
      append: async (event) => void (await made.send(queue, event)),
      close: () => made.stop({ graceful: false })
    }
  },

  async consumer({ databaseUrl }) {
    const made = boss(databaseUrl, 6, { migrate: false, useListenNotify: notify })
    await made.start()
    const options = {
      batchSize: 500,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 0.5,
      transactional: true
    } as const
    await made.work<PeerEvent, void, typeof options>(queue, options, async (jobs, tx) => {
      await tx.executeSql(insertEffects, [jobs.map(({ data }) => data.id), jobs.map(({ data }) => data.sentAt)])
    })
    return () => made.stop({ graceful: false })
  }
})
