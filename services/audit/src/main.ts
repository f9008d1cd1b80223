import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createKeyCache, createVerifier, loadKey } from '@wuhu/access'
import { connectNats } from '@wuhu/bus/nats'
import { createLogger, createMetrics, fail, type Life, loadConfig, run } from '@wuhu/host'
import { createPool, createStore, pendingMigrations } from '@wuhu/store'
import pkg from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { migrateSettings, settings } from './config.ts'
import { migrateAll, ownSchema } from './schema.ts'
import type { AuditTables } from './tables.ts'
import { createWorkers } from './workers.ts'

const argv = process.argv.slice(2)
const service = 'audit'

await run(argv[0] === 'migrate' ? migrateSchema : serve)

async function migrateSchema(): Promise<void> {
  const { DATABASE_URL: databaseUrl, SERVICE_ROLE: role } = loadConfig(migrateSettings, process.env, argv.slice(1))
  const applied = await migrateAll({ databaseUrl, role })
  process.stdout.write(`${ownSchema.schema}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`)
}

async function serve(life: Life): Promise<void> {
  const config = loadConfig(settings, process.env, argv)
  const logger = createLogger({ service, level: config.LOG_LEVEL })
  life.log(logger)

  const pending = await pendingMigrations({ databaseUrl: config.DATABASE_URL, ...ownSchema })
  if (pending.length > 0) fail(`schema ${ownSchema.schema} lacks ${pending.join(', ')}: run main.ts migrate first`)
  const pool = createPool({
    url: config.DATABASE_URL,
    schema: ownSchema.schema,
    max: config.POOL_SIZE,
    onError: (error) => logger.warn({ err: error }, 'idle database connection lost')
  })
  life.onClose('postgres', () => pool.end())
  const bus = await connectNats({ url: config.NATS_URL, name: service, logger })
  life.onClose('nats', () => bus.close())
  const metrics = createMetrics(service, pkg.version)
  life.onClose('metrics', () => metrics.shutdown())

  const store = createStore<AuditTables>({ pool, schema: ownSchema.schema })
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`
  const workers = createWorkers({ store, bus, holder, log: logger })
  life.onClose('workers', () => workers.stop())
  const keyOf = createKeyCache({ load: (kid) => loadKey(store.db, kid) })
  const app = await createApp({
    ...{ store, bus, workers, logger, metrics },
    verify: createVerifier({ lookupKey: keyOf, audience: config.TOKEN_AUDIENCE }),
    now: () => new Date().toISOString(),
    version: pkg.version,
    metricsToken: config.METRICS_TOKEN,
    rateLimit: config.RATE_LIMIT
  })
  workers.start()
  life.onClose('http', () => app.close())
  await app.listen({ host: config.HOST, port: config.PORT })
  logger.info({ host: config.HOST, port: config.PORT }, 'listening')
}
