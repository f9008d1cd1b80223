import { Logger, makeWorkerUtils, run, runMigrations } from 'graphile-worker'
import { insertEffects, lanes, type PeerEvent, type Way } from './way.ts'

const logger = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message)
})

/**
 * With what its performance guide advises: a local queue, completions written in batches, and as many jobs at once as
 * connections. A job is one event; its effect and its completion are two transactions, as it offers no other.
 */
export const graphileWorker: Way = {
  async prepare({ databaseUrl }) {
    await runMigrations({ connectionString: databaseUrl, logger })
  },

  async producer({ databaseUrl }) {
    const utils = await makeWorkerUtils({ connectionString: databaseUrl, maxPoolSize: lanes, logger })
    return {
      append: async (event) => void (await utils.addJob('apply', event)),
      close: async () => void (await utils.release())
    }
  },

  async consumer({ databaseUrl }) {
    const runner = await run({
      preset: {
        worker: {
          connectionString: databaseUrl,
          maxPoolSize: 16,
          concurrentJobs: 12,
          pollInterval: 100,
          localQueue: { size: 500 },
          completeJobBatchDelay: 1,
          logger
        }
      },
      noHandleSignals: true,
      taskList: {
        apply: async (payload, { query }) => {
          const { id, sentAt } = payload as PeerEvent
          await query(insertEffects, [[id], [sentAt]])
        }
      }
    })
    return () => runner.stop()
  }
}
