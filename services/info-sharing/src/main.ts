import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Static } from '@sinclair/typebox'
import { createVerifier, directoryLookups, isKeyId } from '@wuhu/access'
import { connectNats } from '@wuhu/bus/nats'
import { createDeadlines } from '@wuhu/deadlines'
import { readWords } from '@wuhu/documents'
import {
  createClock,
  createLogger,
  createMetrics,
  fail,
  type Life,
  type Logger,
  loadConfig,
  openServiceKey,
  readTls,
  run,
  serveCommands
} from '@wuhu/host'
import { createConsumer, createPool, createRelay, createStore, migrate, pendingMigrations } from '@wuhu/store'
import pkg from '../package.json' with { type: 'json' }
import { commandsOf, createApp } from './app.ts'
import { parseCaseNumberFormat } from './case-number.ts'
import { bootstrap } from './commands/agencies.ts'
import { sweepUploads } from './commands/attachment-uploads.ts'
import { announceKey } from './commands/matching.ts'
import { migrateSettings, settings } from './config.ts'
import { resolve } from './deadlines/resolve.ts'
import { onAudit } from './handlers/on-audit.ts'
import { onJointInvestigation } from './handlers/on-joint-investigation.ts'
import { openKeyFile } from './matching/key-file.ts'
import { type Matching, ownWord } from './matching/matching.ts'
import { appendOnly, migrations, schema } from './migrations.ts'
import { openObjects } from './objects.ts'
import type { InfoTables } from './tables.ts'
import { views } from './views.ts'

const argv = process.argv.slice(2)
const service = 'info-sharing'
/** Milliseconds. */
const sweepEvery = 600_000

await run(argv[0] === 'migrate' ? migrateSchema : serve)

async function migrateSchema(): Promise<void> {
  const config = loadConfig(migrateSettings, process.env, argv.slice(1))
  const { DATABASE_URL: databaseUrl, SERVICE_ROLE: role } = config
  const { databaseCa } = readTls(config)
  const { applied } = await migrate({
    ...{ databaseUrl, databaseCa, schema, migrations, role, appendOnly }
  })
  process.stdout.write(`${schema}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`)
}

async function serve(life: Life): Promise<void> {
  const config = loadConfig(settings, process.env, argv)
  const caseNumberFormat = caseNumberFormatOf(config.CASE_NUMBER_FORMAT, config.REGION)
  const first = bootstrapOf(config.BOOTSTRAP_AGENCY, config.BOOTSTRAP_KEY, config.BOOTSTRAP_AGENCY_NAME)
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
  const nats = {
    url: config.NATS_URL,
    tls: tls.nats,
    credentialsFile: config.NATS_CREDENTIALS,
    name: service,
    logger
  }
  const bus = await connectNats(nats)
  life.onClose('nats', () => bus.close())
  const objects = await openObjects(config, nats)
  life.onClose('objects', () => objects.close())
  const metrics = createMetrics(service, pkg.version)
  life.onClose('metrics', () => metrics.shutdown())

  const sign = await openServiceKey({ service, file: config.SERVICE_SEED_FILE, logger })
  const store = createStore<InfoTables>({ pool, schema, views, sign })
  const lookups = directoryLookups(store.db)
  const clock = createClock(config.CLOCK_OFFSET_FILE, logger)
  const deps = {
    store,
    now: clock.now,
    caseNumberFormat,
    police: list(config.POLICE),
    courts: list(config.COURTS),
    procuratorates: list(config.PROCURATORATES),
    unmaskMinutes: config.UNMASK_MINUTES,
    superiorBureau: config.SUPERIOR_BUREAU,
    words: readWords(config.DOCUMENT_WORDS),
    objects,
    attachmentMaxBytes: config.ATTACHMENT_MAX_BYTES,
    log: logger,
    matching: await matchingFrom(config, logger)
  }
  if (first && (await bootstrap(deps, first))) logger.info({ agency: first.agency }, 'directory begun')
  const { matching } = deps
  if (matching) await store.transaction((tx) => announceKey(tx, matching, ownWord(deps.now())))

  const holder = `${hostname()}/${process.pid}/${randomUUID()}`
  const relay = createRelay({ store, target: bus.stream('INFO_SHARING'), holder, log: logger })
  const timeline = createConsumer({
    store,
    name: 'case-timeline',
    source: bus.stream('JOINT_INVESTIGATION'),
    apply: onJointInvestigation,
    holder,
    log: logger
  })
  const refusals = createConsumer({
    ...{ store, name: 'audit', source: bus.stream('AUDIT'), apply: onAudit, holder, log: logger }
  })
  const deadlines = createDeadlines<InfoTables>({ store, service, now: clock.now, resolve, log: logger })
  const clocks = createConsumer({
    ...{ store, name: 'deadlines', source: bus.stream('INFO_SHARING'), apply: deadlines.apply, holder, log: logger }
  })
  store.onCommit(relay.wake)
  relay.start()
  life.onClose('relay', relay.stop)
  timeline.start()
  life.onClose('timeline', timeline.stop)
  refusals.start()
  life.onClose('refusals', refusals.stop)
  clocks.start()
  life.onClose('clocks', clocks.stop)
  deadlines.start()
  life.onClose('deadlines', deadlines.stop)
  const sweep = () =>
    sweepUploads(deps).catch((error: unknown) => logger.warn({ err: error }, 'unfinished uploads were not swept'))
  const sweeping = setInterval(() => void sweep(), sweepEvery)
  life.onClose('sweep', async () => clearInterval(sweeping))
  void sweep()

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
      ...{ pool, bus, relays: { INFO_SHARING: relay }, consumers: [timeline, refusals, clocks] },
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

/** Off without a key file. */
async function matchingFrom(config: Static<typeof settings>, log: Logger): Promise<Matching | undefined> {
  const { MATCH_KEYS_FILE: file, MATCH_HOURLY: hour, MATCH_DAILY: day, MATCH_FAN_OUT: fanOut } = config
  if (file === undefined) return undefined
  const keys = await openKeyFile(file, (fields, text) => log.warn(fields, text)).catch((error: Error) =>
    fail(`MATCH_KEYS_FILE: ${error.message}`)
  )
  return { keys, quota: { hour, day }, fanOut, log }
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
