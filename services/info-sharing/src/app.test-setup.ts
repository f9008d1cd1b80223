import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { createKeyPair, createVerifier, directoryLookups, mintToken } from '@wuhu/access'
import { createEnvelopeSigner } from '@wuhu/access/signing'
import { createMemoryBroker } from '@wuhu/bus/memory'
import type { KeyRole, OfficerRole } from '@wuhu/contracts'
import { createDeadlines } from '@wuhu/deadlines'
import { type App, createLogger, createMetrics, serveCommands } from '@wuhu/host'
import { createFilesStore } from '@wuhu/objects/files'
import { createConsumer, createPool, createRelay, createStore, migrate } from '@wuhu/store'
import { asServiceRole, migratedCopy, testRole, until } from '@wuhu/test-support'
import { commandsOf, createApp } from './app.ts'
import { parseCaseNumberFormat } from './case-number.ts'
import { bootstrap } from './commands/agencies.ts'
import { resolve } from './deadlines/resolve.ts'
import { onAudit } from './handlers/on-audit.ts'
import { onJointInvestigation } from './handlers/on-joint-investigation.ts'
import type { Matching } from './matching/matching.ts'
import { appendOnly, migrations, schema } from './migrations.ts'
import type { ContentOptions } from './routes/attachment-content.ts'
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

interface TestOptions extends Pick<ContentOptions, 'requestTimeout' | 'uploadStall'> {
  readonly now?: () => string
  /** Whether events start and end deadlines here; the test fires what is due, by `deadlines.runDue()`. */
  readonly clocks?: boolean
  readonly matching?: Matching
  /** Takes the log, line by line. */
  readonly lines?: string[]
}

/** The whole service on a real Postgres and a bus in memory, with the office `amr` and its security administrator. */
export async function testService(t: Teardown, options: TestOptions = {}) {
  const { url } = await migratedCopy(t, 'services/info-sharing', async (databaseUrl) => {
    await asServiceRole(databaseUrl)
    await migrate({ databaseUrl, schema, migrations, role: testRole, appendOnly })
  })
  const own = await asServiceRole(url)
  // As in production: bound by row-level security.
  const pool = createPool({ url: own, schema, onError: () => {} })
  const adminPool = createPool({ url, schema, max: 2, onError: () => {} })
  /** The same tables as their administrator sees them: all rows. */
  const direct = createStore<InfoTables>({ pool: adminPool, schema })
  const broker = createMemoryBroker()
  const bus = broker.connect()
  const hand = createKeyPair()
  const sign = createEnvelopeSigner({ service: 'info-sharing', seed: hand.seed })
  const store = createStore<InfoTables>({ pool, schema, views, sign })
  const lookups = directoryLookups(store.db, 0)
  const { lines } = options
  const destination = lines && { write: (line: string) => void lines.push(line) }
  const level = lines ? 'info' : 'silent'
  const logger = createLogger({ service: 'info-sharing', level, ...(destination && { destination }) })
  const metrics = createMetrics('info-sharing')
  const folder = await mkdtemp(path(tmpdir(), 'info-objects-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const objects = await createFilesStore({ folder, maxBytes: 64 * 1024 * 1024 })
  const deps = {
    store,
    now: options.now ?? (() => new Date().toISOString()),
    caseNumberFormat: parseCaseNumberFormat('{region}-{year}-{seq:6}', '150824'),
    police: ['psb'],
    courts: ['court'],
    procuratorates: ['procuratorate'],
    superiorBureau: '巴彦淖尔市市场监督管理局',
    ...(options.matching && { matching: options.matching }),
    objects,
    requestTimeout: options.requestTimeout,
    uploadStall: options.uploadStall,
    attachmentMaxBytes: 64 * 1024 * 1024,
    log: logger
  }
  const worker = { store, holder: 'test', log: logger }
  const relay = createRelay({ ...worker, target: bus.stream('INFO_SHARING') })
  const source = bus.stream('JOINT_INVESTIGATION')
  const timeline = createConsumer({ ...worker, name: 'case-timeline', source, apply: onJointInvestigation })
  const refusals = createConsumer({ ...worker, name: 'audit', source: bus.stream('AUDIT'), apply: onAudit })
  const deadlines = createDeadlines<InfoTables>({
    ...{ store, service: 'info-sharing', now: deps.now, resolve, log: logger }
  })
  const clocks = createConsumer({
    ...worker,
    name: 'deadlines',
    source: bus.stream('INFO_SHARING'),
    apply: deadlines.apply
  })
  store.onCommit(relay.wake)
  const app = await createApp({
    ...deps,
    version: '0',
    verify: createVerifier({
      ...lookups,
      audience: 'wuhu'
    }),
    signatures: { audience: 'wuhu', lookupKey: lookups.lookupKey },
    logger,
    metrics,
    operated: { pool, bus, relays: { INFO_SHARING: relay }, consumers: [timeline] }
  })
  const stopServing = await serveCommands(app, bus, commandsOf(deps))
  relay.start()
  timeline.start()
  refusals.start()
  if (options.clocks) clocks.start()
  t.teardown(async () => {
    await stopServing()
    await app.close()
    await Promise.all([relay, timeline, refusals, ...(options.clocks ? [clocks] : [])].map((worker) => worker.stop()))
    await bus.close()
    await metrics.shutdown()
    await Promise.all([pool.end(), adminPool.end()])
  })

  const root = createKeyPair()
  await bootstrap(deps, { agency: 'amr', name: '市场监督管理局', publicKey: root.kid })
  const admin = client(app, 'amr', ofSystem('amr', root))

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
    return client(app, agency, ofSystem(agency, pair))
  }

  let desk: { kid: string; seed: string } | undefined
  /** Grants an officer the roles, and returns who signed in at the console. */
  const officer = async (agency: string, person: string, ...roles: OfficerRole[]): Promise<Client> => {
    if (!desk) {
      desk = createKeyPair()
      await admin.post('/v1/agencies/amr/keys', { publicKey: desk.kid, role: 'console' })
    }
    for (const role of roles) {
      const granted = await admin.post(`/v1/agencies/${agency}/officers/${person}/roles`, { role })
      if (granted.status !== 201) throw new Error(JSON.stringify(granted.body))
    }
    const { kid, seed } = desk
    return client(app, agency, {
      kid,
      token: () => mintToken({ seed, agency: 'amr', officer: { agency, person } }),
      person
    })
  }

  /** All that happened has come to the clocks. */
  const told = () =>
    until(async () => (await relay.lag()).events === 0 && clocks.status().cursor === relay.status().published, {
      what: 'the clocks to be told'
    })

  return {
    deadlines,
    told,
    direct,
    hand,
    objectsFolder: folder,
    officer,
    app,
    deps,
    store,
    bus,
    broker,
    relay,
    timeline,
    admin,
    join
  }
}

interface Identity {
  readonly kid: string
  /** Who attests. */
  readonly person: string
  token(): Promise<string>
}

const ofSystem = (agency: string, { kid, seed }: { kid: string; seed: string }): Identity => ({
  kid,
  person: 'p-1',
  token: () => mintToken({ seed, agency })
})

function client(app: App, agency: string, { kid, person, token }: Identity): Client {
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object, more: Record<string, string> = {}) => {
    const headers = {
      authorization: `Bearer ${await token()}`,
      ...(method === 'POST' && { 'wuhu-attestation': `no-state-secret; by=${person}` }),
      ...more
    }
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
