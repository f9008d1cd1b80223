import { createKeyCache, createKeyPair, createVerifier, type KeyRole, loadKey, mintToken } from '@wuhu/access'
import { createMemoryBroker } from '@wuhu/bus/memory'
import { type App, createLogger, createMetrics, serveCommands } from '@wuhu/host'
import { createConsumer, createPool, createRelay, createStore, migrate } from '@wuhu/store'
import { testDatabase } from '@wuhu/test-support'
import { commandsOf, createApp } from './app.ts'
import { parseCaseNumberFormat } from './case-number.ts'
import { bootstrap } from './commands/agencies.ts'
import { onCaseEvent } from './handlers/on-case-event.ts'
import { migrations, schema } from './migrations.ts'
import type { InfoTables } from './tables.ts'
import { views } from './views.ts'

interface Teardown {
  teardown(action: () => unknown): void
}

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers of every shape
  readonly body: any
  readonly headers: Record<string, string | string[] | number | undefined>
}

/** An agency's system with a key of its own: every request carries a fresh token. */
export interface Client {
  readonly agency: string
  readonly kid: string
  token(): Promise<string>
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Reply>
  get(path: string): Promise<Reply>
}

/** The whole service on a real Postgres and a bus in memory, with the office `amr` and its security administrator. */
export async function testService(t: Teardown, options: { now?: () => string } = {}) {
  const { url } = await testDatabase(t)
  await migrate({ databaseUrl: url, schema, migrations })
  const pool = createPool({ url, schema, onError: () => {} })
  const broker = createMemoryBroker()
  const bus = broker.connect()
  const store = createStore<InfoTables>({ pool, schema, views })
  const logger = createLogger({ service: 'info-sharing', level: 'silent' })
  const metrics = createMetrics('info-sharing')
  const deps = {
    store,
    now: options.now ?? (() => new Date().toISOString()),
    caseNumberFormat: parseCaseNumberFormat('{region}-{year}-{seq:6}', '150824'),
    courts: ['court'],
    procuratorates: ['procuratorate'],
    superiorBureau: '巴彦淖尔市市场监督管理局'
  }
  const worker = { store, holder: 'test', log: logger }
  const relay = createRelay({ ...worker, target: bus.stream('INFO_SHARING') })
  const source = bus.stream('JOINT_INVESTIGATION')
  const timeline = createConsumer({ ...worker, name: 'case-timeline', source, apply: onCaseEvent })
  store.onCommit(relay.wake)
  const app = await createApp({
    ...deps,
    version: '0',
    verify: createVerifier({
      lookupKey: createKeyCache({ load: (kid) => loadKey(store.db, kid), maxAge: 0 }),
      audience: 'wuhu'
    }),
    logger,
    metrics,
    operated: { pool, bus, relays: { INFO_SHARING: relay }, consumers: [timeline] }
  })
  const stopServing = await serveCommands(app, bus, commandsOf(deps))
  relay.start()
  timeline.start()
  t.teardown(async () => {
    await stopServing()
    await app.close()
    await Promise.all([relay.stop(), timeline.stop()])
    await bus.close()
    await metrics.shutdown()
    await pool.end()
  })

  const root = createKeyPair()
  await bootstrap(deps, { agency: 'amr', name: '市场监督管理局', publicKey: root.kid })
  const admin = client(app, 'amr', root)

  /** Registers an agency (or, for one that is registered, a key) and returns its client. */
  const join = async (agency: string, role: KeyRole = 'agency-system', more: object = {}): Promise<Client> => {
    const pair = createKeyPair()
    const key = { publicKey: pair.kid, role }
    const body = {
      code: agency,
      name: `单位${agency}`,
      membership: ['conference'],
      assessable: true,
      keys: [key],
      ...more
    }
    const first = await admin.post('/v1/agencies', body)
    if (first.status !== 201) {
      const second = await admin.post(`/v1/agencies/${agency}/keys`, key)
      if (second.status !== 201) throw new Error(JSON.stringify(second.body))
    }
    return client(app, agency, pair)
  }

  return { app, deps, store, bus, broker, relay, timeline, admin, join }
}

function client(app: App, agency: string, { kid, seed }: { kid: string; seed: string }): Client {
  const token = () => mintToken({ seed, agency })
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object, more: Record<string, string> = {}) => {
    const headers = { authorization: `Bearer ${await token()}`, ...more }
    const reply = await app.inject({ method, url, headers, ...(payload && { payload }) })
    const { statusCode: status, body } = reply
    return { status, headers: reply.headers, body: body === '' ? undefined : JSON.parse(body) }
  }
  return {
    agency,
    kid,
    token,
    post: (path, body = {}, headers) => ask('POST', path, body, headers),
    get: (path) => ask('GET', path)
  }
}
