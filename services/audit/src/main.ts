import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createVerifier, directoryLookups } from '@wuhu/access'
import { connectNats } from '@wuhu/bus/nats'
import { readWords } from '@wuhu/documents'
import {
  createClock,
  createLogger,
  createMetrics,
  fail,
  type Life,
  loadConfig,
  openServiceKey,
  readTls,
  run,
  serveCommands
} from '@wuhu/host'
import { createPool, createStore, pendingMigrations } from '@wuhu/store'
import pkg from '../package.json' with { type: 'json' }
import { commandsOf, createApp } from './app.ts'
import { migrateSettings, settings } from './config.ts'
import { migrateAll, ownSchema } from './schema.ts'
import type { AuditTables } from './tables.ts'
import { views } from './views.ts'
import { createWorkers } from './workers.ts'

const argv = process.argv.slice(2)
const service = 'audit'

await run(argv[0] === 'migrate' ? migrateSchema : serve)

async function migrateSchema(): Promise<void> {
  const config = loadConfig(migrateSettings, process.env, argv.slice(1))
  const { DATABASE_URL: databaseUrl, SERVICE_ROLE: role } = config
  const { databaseCa } = readTls(config)
  const applied = await migrateAll({ databaseUrl, databaseCa, role })
  process.stdout.write(`${ownSchema.schema}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`)
}

async function serve(life: Life): Promise<void> {
  const config = loadConfig(settings, process.env, argv)
  const tls = readTls(config)
  const logger = createLogger({ service, level: config.LOG_LEVEL })
  life.log(logger)

  const pending = await pendingMigrations({
    databaseUrl: config.DATABASE_URL,
    databaseCa: tls.databaseCa,
    ...ownSchema
  })
  if (pending.length > 0) fail(`schema ${ownSchema.schema} lacks ${pending.join(', ')}: run main.ts migrate first`)
  const pool = createPool({
    url: config.DATABASE_URL,
    ca: tls.databaseCa,
    schema: ownSchema.schema,
    max: config.POOL_SIZE,
    onError: (error) => logger.warn({ err: error }, 'idle database connection lost')
  })
  life.onClose('postgres', () => pool.end())
  const bus = await connectNats({
    url: config.NATS_URL,
    tls: tls.nats,
    credentialsFile: config.NATS_CREDENTIALS,
    name: service,
    logger
  })
  life.onClose('nats', () => bus.close())
  const metrics = createMetrics(service, pkg.version)
  life.onClose('metrics', () => metrics.shutdown())

  const sign = await openServiceKey({ service, file: config.SERVICE_SEED_FILE, logger })
  const store = createStore<AuditTables>({ pool, schema: ownSchema.schema, views, sign })
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`
  const clock = createClock(config.CLOCK_OFFSET_FILE, logger)
  const deps = {
    store,
    now: clock.now,
    words: readWords(config.DOCUMENT_WORDS),
    justice: config.JUSTICE,
    courts: list(config.COURTS),
    procuratorates: list(config.PROCURATORATES)
  }
  const workers = createWorkers({ ...deps, bus, holder, log: logger })
  life.onClose('workers', () => workers.stop())
  const lookups = directoryLookups(store.db)
  const app = await createApp({
    ...{ ...deps, bus, workers, logger, metrics, checks: clock.checks },
    verify: createVerifier({ ...lookups, audience: config.TOKEN_AUDIENCE }),
    signatures: { audience: config.TOKEN_AUDIENCE, lookupKey: lookups.lookupKey },
    attestation: config.ATTESTATION,
    version: pkg.version,
    metricsToken: config.METRICS_TOKEN,
    tls: tls.http,
    rateLimit: config.RATE_LIMIT,
    agencyRateLimit: config.AGENCY_RATE_LIMIT
  })
  workers.start()
  life.onClose('http', () => app.close())
  await app.listen({ host: config.HOST, port: config.PORT })
  life.onClose('nats door', await serveCommands(app, bus, commandsOf(deps)))
  logger.info({ host: config.HOST, port: config.PORT }, 'listening')
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
}
