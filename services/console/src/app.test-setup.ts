import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { createKeyPair, createVerifier, directoryLookups, mintToken } from '@wuhu/access'
import { createMemoryBroker } from '@wuhu/bus/memory'
import {
  type AgencyEvent,
  createEnvelope,
  type Envelope,
  eventSubject,
  type OfficerEvent,
  type OfficerRole
} from '@wuhu/contracts'
import { createLogger, createMetrics } from '@wuhu/host'
import { createConsumer, createPool, createRelay, createStore, migrate } from '@wuhu/store'
import { migratedCopy, until } from '@wuhu/test-support'
import { Secret, TOTP } from 'otpauth'
import { createApp } from './app.ts'
import { testBrowser } from './browser.fixture.ts'
import type { Rules } from './commands/context.ts'
import { rulesOf } from './config.ts'
import { createMasterKey } from './credentials/master-key.ts'
import { onInfoSharing } from './handlers/on-info-sharing.ts'
import { migrations, schema } from './migrations.ts'
import { sweep } from './sessions/sweep.ts'
import type { OidcProvider } from './sign-in/oidc-provider.ts'
import type { ConsoleTables } from './tables.ts'
import { accountView } from './views/accounts.ts'
import { createOriginOf } from './web/address.ts'
import { createConsoleKey } from './web/console-key.ts'
import { createCookies } from './web/cookies.ts'

interface Teardown {
  teardown(action: () => unknown): void
}

const usual = rulesOf({
  ...{ SECOND_FACTOR_FOR_ALL: true, IDLE_MINUTES: 30, SESSION_MINUTES: 480, ENROLMENT_MINUTES: 4_320 },
  ...{ LOCK_AFTER: 10, ADDRESS_FAILURES: 100 }
})

export const password = '草原上的7匹白马 gallop'

/** The console on a real Postgres and a bus in memory, with info-sharing's stream and the clock played by the test. */
export async function testConsole(
  t: Teardown,
  options: { rules?: Partial<Rules>; origin?: string; oidc?: OidcProvider; proxies?: string } = {}
) {
  const { url } = await migratedCopy(t, 'services/console', (databaseUrl) =>
    migrate({ databaseUrl, schema, migrations })
  )
  const pool = createPool({ url, schema, onError: () => {} })
  const bus = createMemoryBroker().connect()
  const store = createStore<ConsoleTables>({ pool, schema, views: [accountView] })
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const logger = createLogger({ service: 'console', level: 'info', destination })
  const metrics = createMetrics('console')
  let now = Date.parse('2026-06-01T09:00:00+08:00')
  const lookups = directoryLookups(store.db, 0)
  const key = createMasterKey(randomBytes(32).toString('base64'))
  const rules = { ...usual, ...options.rules }
  const deps = { store, key, rules, now: () => now, officerOf: lookups.lookupOfficer }
  const worker = { store, holder: 'test', log: createLogger({ service: 'console', level: 'silent' }) }
  const relay = createRelay({ ...worker, target: bus.stream('CONSOLE') })
  const source = bus.stream('INFO_SHARING')
  const consumer = createConsumer<ConsoleTables>({
    ...worker,
    name: 'info-sharing',
    source,
    apply: onInfoSharing(deps)
  })
  store.onCommit(relay.wake)
  const origin = options.origin ?? 'http://console.test'
  const own = createKeyPair()
  const audience = 'wuhu'
  const app = await createApp({
    ...{ ...deps, origin, originOf: createOriginOf(options.proxies ?? ''), oidc: options.oidc },
    cookies: createCookies(origin.startsWith('https:')),
    version: '0',
    verify: createVerifier({ ...lookups, audience, now: () => new Date(now) }),
    consoleKey: createConsoleKey({ ...own, audience, lookupKey: lookups.lookupKey }),
    ...{ logger, metrics },
    operated: { pool, bus, relays: { CONSOLE: relay }, consumers: [consumer] }
  })
  relay.start()
  consumer.start()
  t.teardown(async () => {
    await app.close()
    await Promise.all([relay.stop(), consumer.stop()])
    await bus.close()
    await metrics.shutdown()
    await pool.end()
  })

  let published = 0
  /** What info-sharing would publish; waits until the console has applied it. */
  const publish = async (subject: string, event: AgencyEvent | OfficerEvent) => {
    const envelope = createEnvelope({
      id: randomUUIDv7(),
      service: 'info-sharing',
      type: event.type,
      subject,
      time: new Date(now).toISOString(),
      version: 1,
      actor: { agency: 'amr' },
      marking: 'open',
      audience: [{ agency: 'amr', ground: 'publisher' }],
      correlationId: 'test',
      data: event.data
    })
    const body = Buffer.from(JSON.stringify(envelope))
    await source.publish(published, [
      { subject: eventSubject(event.type, subject), id: envelope.id, key: `${subject} ${published}`, body }
    ])
    published += 1
    await until(() => consumer.status().cursor === published, { what: 'the directory to be applied' })
  }
  const validFrom = '2020-01-01T00:00:00+08:00'
  const addKey = async (role: 'security-admin' | 'agency-system' | 'console', pair = createKeyPair()) => {
    await publish('agency/amr', { type: 'agency.key-added.v1', data: { code: 'amr', kid: pair.kid, role, validFrom } })
    return pair.seed
  }
  for (const code of ['amr', 'psb']) {
    const data = {
      code,
      name: code,
      office: code === 'amr',
      core: true,
      membership: ['conference' as const],
      assessable: true
    }
    await publish(`agency/${code}`, { type: 'agency.registered.v1', data })
  }
  const seed = await addKey('security-admin')
  await addKey('console', own)

  const grant = (person: string, role: OfficerRole, agency = 'amr', validUntil?: string) =>
    publish(`officer/${agency}/${person}`, {
      type: 'officer.role-granted.v1',
      data: { agency, person, role, name: '王芳', ...(validUntil !== undefined && { validUntil }) }
    })
  const revoke = (person: string, role: OfficerRole, agency = 'amr') =>
    publish(`officer/${agency}/${person}`, {
      type: 'officer.role-revoked.v1',
      data: { agency, person, role, reason: '调离' }
    })

  /** A request as a security administrator, or with another key. */
  const admin = async (method: 'GET' | 'POST', path: string, payload?: object, by = seed) => {
    const token = await mintToken({ seed: by, agency: 'amr', now: () => new Date(now) })
    const headers = { authorization: `Bearer ${token}` }
    const reply = await app.inject({ method, url: path, headers, ...(payload && { payload }) })
    return { status: reply.statusCode, headers: reply.headers, body: JSON.parse(reply.body) }
  }
  const browser = (address?: string) => testBrowser(app, origin, address)

  /** An officer with an account and a generator. */
  const enrolled = async (person: string, role: OfficerRole = 'handler', agency = 'amr') => {
    await grant(person, role, agency)
    const { code: enrolment } = (await admin('POST', '/v1/accounts', { agency, person })).body
    const visitor = browser()
    await visitor.get('/enrol')
    const second = await visitor.post('/enrol', { agency, person, enrolment, password, repeat: password })
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(second.body)?.[1]?.replaceAll(' ', '') ?? ''
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
    if (secret === '') return { agency, person, code: () => '', recovery: [] as string[] }
    const last = await visitor.post('/enrol/generator', { agency, person, enrolment, code: code() })
    now += 30_000
    const recovery = [...last.body.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, one]) => one ?? '')
    return { agency, person, code, recovery }
  }
  /** A browser in which the officer is signed in. */
  const signedIn = async ({ agency, person, code }: { agency: string; person: string; code: () => string }) => {
    const visitor = browser()
    await visitor.get('/sign-in')
    await visitor.post('/sign-in', { agency, person, password, code: code() })
    now += 30_000
    return visitor
  }
  const events = async (type?: string): Promise<Envelope[]> => {
    const rows = await store.db.selectFrom('events').select('body').orderBy('seq').execute()
    const all = rows.map(({ body }) => JSON.parse(body.toString()) as Envelope)
    return type === undefined ? all : all.filter((event) => event.type === type)
  }

  return {
    ...{
      app,
      store,
      deps,
      bus,
      key,
      origin,
      lines,
      own,
      browser,
      admin,
      addKey,
      grant,
      revoke,
      enrolled,
      signedIn,
      events
    },
    now: () => now,
    wait: (milliseconds: number) => {
      now += milliseconds
    },
    sweep: () => sweep(deps)
  }
}
