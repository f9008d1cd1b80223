import { randomUUIDv7 } from 'node:crypto'
import { createKeyPair, createVerifier, directoryLookups, mintToken } from '@wuhu/access'
import { createEnvelopeSigner } from '@wuhu/access/signing'
import { createMemoryBroker } from '@wuhu/bus/memory'
import type { KeyRole } from '@wuhu/contracts'
import {
  type AgencyEvent,
  type AppraiserEvent,
  type CaseEvent,
  type ClueEvent,
  createEnvelope,
  type ExpertEvent,
  eventSubject,
  type OfficerEvent
} from '@wuhu/contracts'
import { createDeadlines } from '@wuhu/deadlines'
import { type App, createLogger, createMetrics, serveCommands } from '@wuhu/host'
import { createConsumer, createPool, createRelay, createStore, migrate } from '@wuhu/store'
import { asServiceRole, migratedCopy, testRole, until } from '@wuhu/test-support'
import { commandsOf, createApp } from './app.ts'
import { resolve } from './deadlines/resolve.ts'
import { followInfoSharing } from './handlers/on-info-sharing.ts'
import { migrations, schema } from './migrations.ts'
import type { JointTables } from './tables.ts'
import { views } from './views.ts'

type Told = AgencyEvent | OfficerEvent | CaseEvent | ClueEvent | ExpertEvent | AppraiserEvent

interface Teardown {
  teardown(action: () => unknown): void
}

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers of every shape
  readonly body: any
  readonly headers: Record<string, string | string[] | number | undefined>
}

/** An agency's system: every request carries a fresh token. */
export interface Client {
  readonly agency: string
  token(): Promise<string>
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Reply>
  get(path: string): Promise<Reply>
}

/** The service on a real Postgres and a bus in memory, with info-sharing's stream played by the test. */
export async function testService(t: Teardown, options: { caseWait?: number; clocks?: boolean } = {}) {
  const { url } = await migratedCopy(t, 'services/joint-investigation', async (databaseUrl) => {
    await asServiceRole(databaseUrl)
    await migrate({ databaseUrl, schema, migrations, role: testRole })
  })
  const own = await asServiceRole(url)
  // As in production: bound by row-level security.
  const pool = createPool({ url: own, schema, onError: () => {} })
  const adminPool = createPool({ url, schema, max: 2, onError: () => {} })
  /** The same tables as their administrator sees them: all rows. */
  const direct = createStore<JointTables>({ pool: adminPool, schema })
  const bus = createMemoryBroker().connect()
  const hand = createKeyPair()
  const sign = createEnvelopeSigner({ service: 'joint-investigation', seed: hand.seed })
  const store = createStore<JointTables>({ pool, schema, views, sign })
  const lookups = directoryLookups(store.db, 0)
  const logger = createLogger({ service: 'joint-investigation', level: 'silent' })
  const metrics = createMetrics('joint-investigation')
  let now = '2026-06-01T09:00:00.000+08:00'
  const deps = {
    store,
    now: () => now,
    caseWait: options.caseWait ?? 0,
    procuratorates: ['procuratorate'],
    police: ['psb', 'railway-psb'],
    courts: ['court']
  }
  const worker = { store, holder: 'test', log: logger }
  const relay = createRelay({ ...worker, target: bus.stream('JOINT_INVESTIGATION') })
  const source = bus.stream('INFO_SHARING')
  const deadlines = createDeadlines<JointTables>({
    ...{ store, service: 'joint-investigation', now: deps.now, resolve, log: logger }
  })
  const { apply } = deadlines
  const infoSharing = createConsumer<JointTables>({
    ...worker,
    name: 'info-sharing',
    source,
    apply: followInfoSharing(deps, options.clocks ? apply : undefined)
  })
  const clocks = createConsumer<JointTables>({
    ...worker,
    name: 'deadlines',
    source: bus.stream('JOINT_INVESTIGATION'),
    apply
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
    operated: { pool, bus, relays: { JOINT_INVESTIGATION: relay }, consumers: [infoSharing] }
  })
  const stopServing = await serveCommands(app, bus, commandsOf(deps))
  relay.start()
  infoSharing.start()
  const clocked = options.clocks ? [clocks] : []
  for (const consumer of clocked) consumer.start()
  t.teardown(async () => {
    await stopServing()
    await app.close()
    await Promise.all([relay, infoSharing, ...clocked].map((worker) => worker.stop()))
    await bus.close()
    await metrics.shutdown()
    await Promise.all([pool.end(), adminPool.end()])
  })

  let published = 0
  /** What info-sharing would publish. */
  const publish = async (subject: string, version: number, event: Told, caseNumber?: string, by = 'amr') => {
    const envelope = createEnvelope({
      id: randomUUIDv7(),
      service: 'info-sharing',
      type: event.type,
      subject,
      time: now,
      caseNumber: caseNumber ?? (subject.startsWith('case/') ? subject.slice(5) : undefined),
      version,
      actor: { agency: by },
      marking: 'work',
      audience: [{ agency: by, ground: 'publisher' }],
      correlationId: 'test',
      data: event.data
    })
    const body = Buffer.from(JSON.stringify(envelope))
    const message = { subject: eventSubject(event.type, subject), id: envelope.id, key: subject, body }
    await source.publish(published, [message])
    published += 1
  }
  const applied = () => until(() => infoSharing.status().cursor === published, { what: 'info-sharing to be applied' })

  const join = async (agency: string, role: KeyRole = 'agency-system', more: object = {}): Promise<Client> => {
    const { kid, seed } = createKeyPair()
    await publish(`agency/${agency}`, 1, {
      type: 'agency.registered.v1',
      data: {
        code: agency,
        name: agency,
        office: false,
        core: true,
        membership: ['conference'],
        assessable: true,
        ...more
      }
    })
    await publish(`agency/${agency}`, 2, {
      type: 'agency.key-added.v1',
      data: { code: agency, kid, role, validFrom: '2020-01-01T00:00:00+08:00' }
    })
    await applied()
    return client(app, agency, seed)
  }

  const openCase = async (number: string, ...parties: string[]) => {
    const [openedBy = 'amr'] = parties
    await publish(`case/${number}`, 1, { type: 'case.opened.v1', data: { number, title: '案由', openedBy, parties } })
    await applied()
  }

  const clock = (instant: string) => {
    now = instant
  }
  /** All that happened has come to the clocks; `deadlines.runDue()` then fires what is due. */
  const told = () =>
    until(async () => (await relay.lag()).events === 0 && clocks.status().cursor === relay.status().published, {
      what: 'the clocks to be told'
    })

  return { direct, app, store, bus, relay, infoSharing, deadlines, told, publish, applied, join, openCase, clock }
}

function client(app: App, agency: string, seed: string): Client {
  const token = () => mintToken({ seed, agency })
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object, more: Record<string, string> = {}) => {
    const headers = {
      authorization: `Bearer ${await token()}`,
      ...(method === 'POST' && { 'wuhu-attestation': 'no-state-secret; by=p-1' }),
      ...more
    }
    const reply = await app.inject({ method, url, headers, ...(payload && { payload }) })
    const { statusCode: status, body } = reply
    return { status, headers: reply.headers, body: body === '' ? undefined : JSON.parse(body) }
  }
  return {
    agency,
    token,
    post: (path, body = {}, headers) => ask('POST', path, body, headers),
    get: (path) => ask('GET', path)
  }
}
