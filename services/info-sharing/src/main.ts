import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createKeyCache, createVerifier, isKeyId, loadKey } from '@wuhu/access'
import { connectNats } from '@wuhu/bus/nats'
import { createLogger, createMetrics, fail, type Life, loadConfig, run, serveCommands } from '@wuhu/host'
import { createConsumer, createPool, createRelay, createStore, migrate, pendingMigrations } from '@wuhu/store'
import pkg from '../package.json' with { type: 'json' }
import { commandsOf, createApp } from './app.ts'
import { parseCaseNumberFormat } from './case-number.ts'
import { bootstrap } from './commands/agencies.ts'
import { migrateSettings, settings } from './config.ts'
import { onCaseEvent } from './handlers/on-case-event.ts'
import { migrations, schema } from './migrations.ts'
import type { InfoTables } from './tables.ts'
import { views } from './views.ts'

const argv = process.argv.slice(2)
const service = 'info-sharing'

await run(argv[0] === 'migrate' ? migrateSchema : serve)

async function migrateSchema(): Promise<void> {
  const { DATABASE_URL: databaseUrl, SERVICE_ROLE: role } = loadConfig(migrateSettings, process.env, argv.slice(1))
  const { applied } = await migrate({ databaseUrl, schema, migrations, role })
  process.stdout.write(`${schema}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`)
}

async function serve(life: Life): Promise<void> {
  const config = loadConfig(settings, process.env, argv)
  const caseNumberFormat = caseNumberFormatOf(config.CASE_NUMBER_FORMAT, config.REGION)
  const first = bootstrapOf(config.BOOTSTRAP_AGENCY, config.BOOTSTRAP_KEY, config.BOOTSTRAP_AGENCY_NAME)
  const logger = createLogger({ service, level: config.LOG_LEVEL })
  life.log(logger)

  const pending = await pendingMigrations({ databaseUrl: config.DATABASE_URL, schema, migrations })
  if (pending.length > 0) fail(`schema ${schema} lacks ${pending.join(', ')}: run main.ts migrate first`)
  const pool = createPool({
    url: config.DATABASE_URL,
    schema,
    max: config.POOL_SIZE,
    onError: (error) => logger.warn({ err: error }, 'idle database connection lost')
  })
  life.onClose('postgres', () => pool.end())
  const bus = await connectNats({ url: config.NATS_URL, name: service, logger })
  life.onClose('nats', () => bus.close())
  const metrics = createMetrics(service, pkg.version)
  life.onClose('metrics', () => metrics.shutdown())

  const store = createStore<InfoTables>({ pool, schema, views })
  const deps = {
    store,
    now: () => new Date().toISOString(),
    caseNumberFormat,
    courts: list(config.COURTS),
    procuratorates: list(config.PROCURATORATES),
    superiorBureau: config.SUPERIOR_BUREAU
  }
  if (first && (await bootstrap(deps, first))) logger.info({ agency: first.agency }, 'directory begun')

  const holder = `${hostname()}/${process.pid}/${randomUUID()}`
  const relay = createRelay({ store, target: bus.stream('INFO_SHARING'), holder, log: logger })
  const timeline = createConsumer({
    store,
    name: 'case-timeline',
    source: bus.stream('JOINT_INVESTIGATION'),
    apply: onCaseEvent,
    holder,
    log: logger
  })
  store.onCommit(relay.wake)
  relay.start()
  life.onClose('relay', relay.stop)
  timeline.start()
  life.onClose('timeline', timeline.stop)

  const app = await createApp({
    ...deps,
    version: pkg.version,
    verify: createVerifier({
      lookupKey: createKeyCache({ load: (kid) => loadKey(store.db, kid) }),
      audience: config.TOKEN_AUDIENCE
    }),
    logger,
    metrics,
    operated: { pool, bus, relays: { INFO_SHARING: relay }, consumers: [timeline] },
    metricsToken: config.METRICS_TOKEN,
    rateLimit: config.RATE_LIMIT
  })
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

function caseNumberFormatOf(template: string, region: string) {
  try {
    return parseCaseNumberFormat(template, region)
  } catch (error) {
    return fail(`CASE_NUMBER_FORMAT: ${(error as Error).message}`)
  }
}

function bootstrapOf(agency: string | undefined, publicKey: string | undefined, name: string) {
  if (agency === undefined && publicKey === undefined) return undefined
  if (agency === undefined || publicKey === undefined) fail('BOOTSTRAP_AGENCY and BOOTSTRAP_KEY go together')
  if (!isKeyId(publicKey)) fail('BOOTSTRAP_KEY is not the public NKey of a user')
  return { agency, publicKey, name }
}
