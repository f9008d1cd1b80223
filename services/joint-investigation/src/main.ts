import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createVerifier, directoryLookups } from '@wuhu/access'
import { connectNats } from '@wuhu/bus/nats'
import { createDeadlines } from '@wuhu/deadlines'
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
import { createConsumer, createPool, createRelay, createStore, migrate, pendingMigrations } from '@wuhu/store'
import pkg from '../package.json' with { type: 'json' }
import { commandsOf, createApp } from './app.ts'
import { migrateSettings, settings } from './config.ts'
import { resolve } from './deadlines/resolve.ts'
import { followInfoSharing } from './handlers/on-info-sharing.ts'
import { migrations, schema } from './migrations.ts'
import type { JointTables } from './tables.ts'
import { views } from './views.ts'

const argv = process.argv.slice(2)
const service = 'joint-investigation'
const codesIn = (text: string) => text.split(',').map((code) => code.trim())

await run(argv[0] === 'migrate' ? migrateSchema : serve)

async function migrateSchema(): Promise<void> {
  const config = loadConfig(migrateSettings, process.env, argv.slice(1))
  const { DATABASE_URL: databaseUrl, SERVICE_ROLE: role } = config
  const { databaseCa } = readTls(config)
  const { applied } = await migrate({
    ...{ databaseUrl, databaseCa, schema, migrations, role },
    appendOnly: ['reads', 'statements']
  })
  process.stdout.write(`${schema}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`)
}

async function serve(life: Life): Promise<void> {
  const config = loadConfig(settings, process.env, argv)
  const tls = readTls(config)
  const logger = createLogger({ service, level: config.LOG_LEVEL })
  life.log(logger)

  const pending = await pendingMigrations({
    databaseUrl: config.DATABASE_URL,
    databaseCa: tls.databaseCa,
    schema,
    migrations
  })
  if (pending.length > 0) fail(`schema ${schema} lacks ${pending.join(', ')}: run main.ts migrate first`)
  const pool = createPool({
    url: config.DATABASE_URL,
    ca: tls.databaseCa,
    schema,
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
  const store = createStore<JointTables>({ pool, schema, views, sign })
  const lookups = directoryLookups(store.db)
  const clock = createClock(config.CLOCK_OFFSET_FILE, logger)
  const deps = {
    store,
    now: clock.now,
    caseWait: config.CASE_WAIT_MS,
    words: readWords(config.DOCUMENT_WORDS),
    procuratorates: codesIn(config.PROCURATORATES),
    police: codesIn(config.POLICE),
    courts: codesIn(config.COURTS)
  }
  const worker = { store, holder: `${hostname()}/${process.pid}/${randomUUID()}`, log: logger }
  const relay = createRelay({ ...worker, target: bus.stream('JOINT_INVESTIGATION') })
  const source = bus.stream('INFO_SHARING')
  const deadlines = createDeadlines<JointTables>({ store, service, now: clock.now, resolve, log: logger })
  const { apply } = deadlines
  const infoSharing = createConsumer<JointTables>({
    ...{ ...worker, name: 'info-sharing', source, apply: followInfoSharing(deps, apply) }
  })
  const clocks = createConsumer<JointTables>({
    ...{ ...worker, name: 'deadlines', source: bus.stream('JOINT_INVESTIGATION'), apply }
  })
  store.onCommit(relay.wake)
  relay.start()
  life.onClose('relay', relay.stop)
  for (const consumer of [infoSharing, clocks]) {
    consumer.start()
    life.onClose(`consumer ${consumer.name}`, consumer.stop)
  }
  deadlines.start()
  life.onClose('deadlines', deadlines.stop)

  const app = await createApp({
    ...deps,
    version: pkg.version,
    verify: createVerifier({
      ...lookups,
      audience: config.TOKEN_AUDIENCE
    }),
    signatures: { audience: config.TOKEN_AUDIENCE, lookupKey: lookups.lookupKey },
    logger,
    metrics,
    operated: {
      ...{ pool, bus, relays: { JOINT_INVESTIGATION: relay }, consumers: [infoSharing, clocks] },
      checks: [...clock.checks, ...deadlines.checks]
    },
    metricsToken: config.METRICS_TOKEN,
    tls: tls.http,
    rateLimit: config.RATE_LIMIT,
    agencyRateLimit: config.AGENCY_RATE_LIMIT,
    attestation: config.ATTESTATION
  })
  life.onClose('http', () => app.close())
  await app.listen({ host: config.HOST, port: config.PORT })
  life.onClose('nats door', await serveCommands(app, bus, commandsOf(deps)))
  logger.info({ host: config.HOST, port: config.PORT }, 'listening')
}
