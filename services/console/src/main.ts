import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { fromSeed } from '@nats-io/nkeys'
import { createVerifier, directoryLookups } from '@wuhu/access'
import { connectNats } from '@wuhu/bus/nats'
import { createLogger, createMetrics, fail, type Life, loadConfig, openServiceKey, readTls, run } from '@wuhu/host'
import { createConsumer, createPool, createRelay, createStore, migrate, pendingMigrations } from '@wuhu/store'
import pkg from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { migrateSettings, rulesOf, settings } from './config.ts'
import { createMasterKey } from './credentials/master-key.ts'
import { onInfoSharing } from './handlers/on-info-sharing.ts'
import { migrations, schema } from './migrations.ts'
import { oidcSettingsOf, readSecret } from './oidc-settings.ts'
import { startSweeping } from './sessions/sweep.ts'
import { createOidcProvider } from './sign-in/oidc-provider.ts'
import type { ConsoleTables } from './tables.ts'
import { accountView } from './views/accounts.ts'
import { createOriginOf } from './web/address.ts'
import { createConsoleKey } from './web/console-key.ts'
import { createCookies } from './web/cookies.ts'

const argv = process.argv.slice(2)
const service = 'console'

await run(argv[0] === 'migrate' ? migrateSchema : serve)

async function migrateSchema(): Promise<void> {
  const config = loadConfig(migrateSettings, process.env, argv.slice(1))
  const { DATABASE_URL: databaseUrl, SERVICE_ROLE: role } = config
  const { databaseCa } = readTls(config)
  const { applied } = await migrate({ databaseUrl, databaseCa, schema, migrations, role })
  process.stdout.write(`${schema}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`)
}

async function serve(life: Life): Promise<void> {
  const config = loadConfig(settings, process.env, argv)
  const tls = readTls(config)
  const logger = createLogger({ service, level: config.LOG_LEVEL })
  life.log(logger)
  const key = orStop('KEY_FILE', createMasterKey, await readSecret('KEY_FILE', config.KEY_FILE))
  const seed = await readSecret('CONSOLE_SEED_FILE', config.CONSOLE_SEED_FILE)
  const publicKeyOf = (text: string) => fromSeed(new TextEncoder().encode(text)).getPublicKey()
  const kid = orStop('CONSOLE_SEED_FILE', publicKeyOf, seed)
  const originOf = orStop('TRUSTED_PROXIES', createOriginOf, config.TRUSTED_PROXIES)
  const provider = await oidcSettingsOf(config)
  const oidc = provider && orStop('OIDC_ISSUER', createOidcProvider, provider)

  const databaseCa = tls.databaseCa
  const pending = await pendingMigrations({ databaseUrl: config.DATABASE_URL, databaseCa, schema, migrations })
  if (pending.length > 0) fail(`schema ${schema} lacks ${pending.join(', ')}: run main.ts migrate first`)
  const pool = createPool({
    url: config.DATABASE_URL,
    ca: databaseCa,
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
  const store = createStore<ConsoleTables>({ pool, schema, views: [accountView], sign })
  const lookups = directoryLookups(store.db)
  const origin = new URL(config.ORIGIN).origin
  const deps = { store, key, rules: rulesOf(config), now: Date.now, officerOf: lookups.lookupOfficer }
  const worker = { store, holder: `${hostname()}/${process.pid}/${randomUUID()}`, log: logger }
  const relay = createRelay({ ...worker, target: bus.stream('CONSOLE') })
  const source = bus.stream('INFO_SHARING')
  const infoSharing = createConsumer<ConsoleTables>({
    ...{ ...worker, name: 'info-sharing', source, apply: onInfoSharing(deps) }
  })
  store.onCommit(relay.wake)
  relay.start()
  life.onClose('relay', relay.stop)
  infoSharing.start()
  life.onClose('consumer', infoSharing.stop)

  const app = await createApp({
    ...{ ...deps, origin, originOf, oidc, cookies: createCookies(origin.startsWith('https:')) },
    version: pkg.version,
    verify: createVerifier({ ...lookups, audience: config.TOKEN_AUDIENCE }),
    consoleKey: createConsoleKey({ seed, kid, audience: config.TOKEN_AUDIENCE, lookupKey: lookups.lookupKey }),
    logger,
    metrics,
    operated: { pool, bus, relays: { CONSOLE: relay }, consumers: [infoSharing] },
    metricsToken: config.METRICS_TOKEN,
    tls: tls.http,
    rateLimit: config.RATE_LIMIT
  })
  life.onClose('http', () => app.close())
  life.onClose('sweeping', startSweeping(deps, logger))
  await app.listen({ host: config.HOST, port: config.PORT })
  logger.info({ host: config.HOST, port: config.PORT, origin, kid }, 'listening')
}

/** A setting that makes no sense ends the process with one sentence. */
function orStop<Given, Made>(setting: string, make: (given: Given) => Made, given: Given): Made {
  try {
    return make(given)
  } catch (error) {
    return fail(`${setting}: ${(error as Error).message}`)
  }
}
