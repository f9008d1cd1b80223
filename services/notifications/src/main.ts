import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createVerifier, directoryLookups, type KeyRecord } from '@wuhu/access'
import { connectNats } from '@wuhu/bus/nats'
import { connectAccountServer } from '@wuhu/bus/nats-accounts'
import {
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
import { readAccountsFolder } from './accounts/accounts-folder.ts'
import { createAgencyKeys } from './accounts/agency-keys.ts'
import { issueCredentials } from './accounts/issue-credentials.ts'
import { createAccountsKeeper } from './accounts/keeper.ts'
import { createApp } from './app.ts'
import { migrateSettings, settings } from './config.ts'
import { mailSchema, migrateAll, ownSchema } from './schema.ts'
import type { NotificationsTables } from './tables.ts'
import { createWorkers } from './workers.ts'

const argv = process.argv.slice(2)
const service = 'notifications'

await run(argv[0] === 'migrate' ? migrateSchemas : serve)

async function migrateSchemas(): Promise<void> {
  const config = loadConfig(migrateSettings, process.env, argv.slice(1))
  const { DATABASE_URL: databaseUrl, SERVICE_ROLE: role } = config
  const { databaseCa } = readTls(config)
  const applied = await migrateAll({ databaseUrl, databaseCa, role })
  process.stdout.write(`${service}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`)
}

async function serve(life: Life): Promise<void> {
  const config = loadConfig(settings, process.env, argv)
  const tls = readTls(config)
  const logger = createLogger({ service, level: config.LOG_LEVEL })
  life.log(logger)

  for (const part of [ownSchema, mailSchema]) {
    const pending = await pendingMigrations({ databaseUrl: config.DATABASE_URL, databaseCa: tls.databaseCa, ...part })
    if (pending.length > 0) fail(`schema ${part.schema} lacks ${pending.join(', ')}: run main.ts migrate first`)
  }
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
  const store = createStore<NotificationsTables>({ pool, schema: ownSchema.schema, sign })
  const mail = createStore({ pool, schema: mailSchema.schema })
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`
  const accounts = config.NATS_ACCOUNTS_DIR === undefined ? undefined : await openAccounts(config.NATS_ACCOUNTS_DIR)
  const workers = createWorkers({ store, mail, bus, accounts: accounts?.keeper, holder, log: logger })
  life.onClose('workers', () => workers.stop())
  const lookups = directoryLookups(store.db)
  const { app, commands } = await createApp({
    ...{
      store,
      mail,
      bus,
      workers,
      logger,
      metrics,
      accounts,
      keyOf: lookups.lookupKey,
      officerOf: lookups.lookupOfficer
    },
    verify: createVerifier({ ...lookups, audience: config.TOKEN_AUDIENCE }),
    audience: config.TOKEN_AUDIENCE,
    now: Date.now,
    version: pkg.version,
    metricsToken: config.METRICS_TOKEN,
    tls: tls.http,
    rateLimit: config.RATE_LIMIT,
    agencyRateLimit: config.AGENCY_RATE_LIMIT,
    heartbeat: config.HEARTBEAT_SECONDS * 1000,
    patience: config.SLOW_CLIENT_SECONDS * 1000
  })
  workers.start()
  life.onClose('http', () => app.close())
  await app.listen({ host: config.HOST, port: config.PORT })
  const stopServing = await serveCommands(app, bus, commands)
  life.onClose('nats door', stopServing)
  logger.info({ host: config.HOST, port: config.PORT }, 'listening')

  async function openAccounts(folder: string) {
    const { hub, operator, secret, systemCredentials } = await readAccountsFolder(folder)
    const server = await connectAccountServer({
      url: config.NATS_URL,
      tls: tls.nats,
      credentialsFile: systemCredentials,
      name: 'keeper',
      logger
    })
    life.onClose('nats accounts', () => server.close())
    const keysOf = createAgencyKeys(secret)
    const urls = config.NATS_PUBLIC_URLS?.split(',').map((url) => url.trim())
    return {
      keeper: createAccountsKeeper({ store, bus, holder, log: logger, server, hub, operator, keysOf, now: Date.now }),
      issue: (key: KeyRecord) => issueCredentials(key, { keysOf, now: Date.now(), urls })
    }
  }
}
