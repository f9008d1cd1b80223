import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createKeyCache, createVerifier, loadKey } from '@wuhu/access'
import { connectNats } from '@wuhu/bus/nats'
import { createLogger, createMetrics, fail, type Life, loadConfig, run, serveCommands } from '@wuhu/host'
import { createPool, createStore, pendingMigrations } from '@wuhu/store'
import pkg from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { migrateSettings, settings } from './config.ts'
import { mailSchema, migrateAll, ownSchema } from './schema.ts'
import type { NotificationsTables } from './tables.ts'
import { createWorkers } from './workers.ts'

const argv = process.argv.slice(2)
const service = 'notifications'

await run(argv[0] === 'migrate' ? migrateSchemas : serve)

async function migrateSchemas(): Promise<void> {
  const { DATABASE_URL: databaseUrl, SERVICE_ROLE: role } = loadConfig(migrateSettings, process.env, argv.slice(1))
  const applied = await migrateAll({ databaseUrl, role })
  process.stdout.write(`${service}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`)
}

async function serve(life: Life): Promise<void> {
  const config = loadConfig(settings, process.env, argv)
  const logger = createLogger({ service, level: config.LOG_LEVEL })
  life.log(logger)

  for (const part of [ownSchema, mailSchema]) {
    const pending = await pendingMigrations({ databaseUrl: config.DATABASE_URL, ...part })
    if (pending.length > 0) fail(`schema ${part.schema} lacks ${pending.join(', ')}: run main.ts migrate first`)
  }
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

  const store = createStore<NotificationsTables>({ pool, schema: ownSchema.schema })
  const mail = createStore({ pool, schema: mailSchema.schema })
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`
  const workers = createWorkers({ store, mail, bus, holder, log: logger })
  life.onClose('workers', () => workers.stop())
  const keyOf = createKeyCache({ load: (kid) => loadKey(store.db, kid) })
  const { app, commands } = await createApp({
    ...{ store, mail, bus, workers, logger, metrics, keyOf },
    verify: createVerifier({ lookupKey: keyOf, audience: config.TOKEN_AUDIENCE }),
    now: Date.now,
    version: pkg.version,
    metricsToken: config.METRICS_TOKEN,
    rateLimit: config.RATE_LIMIT,
    heartbeat: config.HEARTBEAT_SECONDS * 1000,
    patience: config.SLOW_CLIENT_SECONDS * 1000
  })
  workers.start()
  life.onClose('http', () => app.close())
  await app.listen({ host: config.HOST, port: config.PORT })
  const stopServing = await serveCommands(app, bus, commands)
  life.onClose('nats door', stopServing)
  logger.info({ host: config.HOST, port: config.PORT }, 'listening')
}
