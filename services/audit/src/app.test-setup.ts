import { randomUUIDv7 } from 'node:crypto'
import { createKeyPair, createVerifier, directoryLookups, loadKey, mintToken } from '@wuhu/access'
import { createMemoryBroker } from '@wuhu/bus/memory'
import type { KeyRole } from '@wuhu/contracts'
import { type AudienceEntry, createEnvelope, type Envelope, eventSubject } from '@wuhu/contracts'
import { createLogger, createMetrics, serveCommands } from '@wuhu/host'
import { createPool, createStore } from '@wuhu/store'
import { asServiceRole, migratedCopy, testRole, until } from '@wuhu/test-support'
import { commandsOf, createApp } from './app.ts'
import { migrateAll, ownSchema } from './schema.ts'
import type { AuditTables } from './tables.ts'
import { views } from './views.ts'
import { createWorkers } from './workers.ts'

export interface Teardown {
  teardown(action: () => unknown): void
}

export interface Sent {
  readonly type: string
  readonly subject: string
  readonly data: unknown
  readonly audience: readonly AudienceEntry[]
  readonly caseNumber?: string
  readonly version?: number
  readonly time?: string
}

/** The service on a database of this test and a bus in memory; amr has an auditor and an operator, psb a system. */
export async function testApp(t: Teardown) {
  const { url } = await migratedCopy(t, 'services/audit', async (databaseUrl) => {
    await asServiceRole(databaseUrl)
    await migrateAll({ databaseUrl, role: testRole })
  })
  const own = await asServiceRole(url)
  const broker = createMemoryBroker()
  const bus = broker.connect()
  const pool = createPool({ url, schema: ownSchema.schema, onError: () => undefined })
  // As in production: bound by row-level security.
  const servicePool = createPool({ url: own, schema: ownSchema.schema, onError: () => undefined })
  const store = createStore<AuditTables>({ pool: servicePool, schema: ownSchema.schema, views })
  const logger = createLogger({ service: 'audit', level: 'silent' })
  const metrics = createMetrics('audit')
  const lookups = directoryLookups(store.db)
  const verify = createVerifier({ ...lookups, audience: 'wuhu' })
  let fixed: string | undefined
  const now = () => fixed ?? new Date().toISOString()
  const kinds = { justice: 'justice', courts: ['court'], procuratorates: ['procuratorate'] }
  const deps = { store, now, ...kinds }
  const workers = createWorkers({ ...deps, bus, holder: 'test', log: logger })
  const signatures = { audience: 'wuhu', lookupKey: lookups.lookupKey }
  const app = await createApp({ ...deps, bus, workers, logger, metrics, verify, signatures, version: 'test' })
  const stopServing = await serveCommands(app, bus, commandsOf(deps))
  workers.start()
  t.teardown(async () => {
    await stopServing()
    await app.close()
    await workers.stop()
    await metrics.shutdown()
    await bus.close()
    await Promise.all([pool.end(), servicePool.end()])
  })

  const versions = new Map<string, number>()
  const envelopesOf = (stream: string, events: readonly Sent[]) =>
    events.map(({ type, subject, data, audience, caseNumber, version, time }) => {
      const next = version ?? (versions.get(subject) ?? 0) + 1
      versions.set(subject, next)
      return createEnvelope({
        id: randomUUIDv7(),
        service: stream.toLowerCase().replaceAll('_', '-'),
        ...{ type, subject, caseNumber, data, audience },
        time: time ?? now(),
        version: next,
        actor: { agency: audience[0]?.agency ?? 'amr' },
        marking: 'work',
        correlationId: 'test'
      })
    })
  /** Publishes events as another service would. */
  async function publish(stream: string, ...events: Sent[]): Promise<Envelope[]> {
    const envelopes = envelopesOf(stream, events)
    const target = bus.stream(stream)
    const { lastSequence } = await target.describe()
    await target.publish(
      lastSequence,
      envelopes.map((e) => ({
        subject: eventSubject(e.type, e.casenumber ?? e.subject, e.source),
        id: e.id,
        key: e.casenumber ?? e.subject,
        body: Buffer.from(JSON.stringify(e))
      }))
    )
    return envelopes
  }
  /** What the service itself says beside its commands. */
  async function append(event: Sent): Promise<Envelope[]> {
    const envelopes = envelopesOf('AUDIT', [event])
    await store.append(event.subject, (versions.get(event.subject) ?? 1) - 1, envelopes)
    return envelopes
  }

  /** Waits until the log holds `count` events. */
  const recorded = (count: number) =>
    until(
      async () =>
        Number((await pool.query<{ count: string }>('select count(*) from audit.log')).rows[0]?.count) >= count,
      { within: 60_000 }
    )

  const keys = new Map<string, { seed: string; agency: string }>()
  async function addKey(name: string, agency: string, role: KeyRole): Promise<void> {
    const { kid, seed } = createKeyPair()
    const data = { code: agency, kid, role, validFrom: '2026-01-01T00:00:00+08:00' }
    const audience: AudienceEntry[] = [{ agency: 'drc', ground: 'publisher' }]
    await publish('INFO_SHARING', { type: 'agency.key-added.v1', subject: `agency/${agency}`, data, audience })
    await until(() => loadKey(store.db, kid))
    keys.set(name, { seed, agency })
  }
  await addKey('auditor', 'amr', 'audit-admin')
  await addKey('operator', 'amr', 'system-admin')
  await addKey('psb', 'psb', 'agency-system')
  await recorded(3)

  const headers = async (name: string) => {
    const { seed = '', agency = '' } = keys.get(name) ?? {}
    return { authorization: `Bearer ${await mintToken({ seed, agency })}` }
  }
  const get = async (name: string, url: string) => app.inject({ url, headers: await headers(name) })

  const clock = (instant: string) => {
    fixed = instant
  }

  return { url, app, bus, broker, pool, store, workers, publish, append, recorded, addKey, get, headers, clock }
}

export type TestApp = Awaited<ReturnType<typeof testApp>>

/** An event with an open and a work field; amr published it, psb may see it. */
export const closed = (caseNumber: string, more: Partial<Sent> = {}): Sent => ({
  type: 'case.closed.v1',
  subject: `case/${caseNumber}`,
  data: { number: caseNumber, reason: '当事人已履行' },
  audience: [
    { agency: 'amr', ground: 'publisher' },
    { agency: 'psb', ground: 'conference' }
  ],
  caseNumber,
  ...more
})

/** An event that hides who reported, even from auditors. */
export const received = (caseNumber: string): Sent => ({
  type: 'clue.received.v1',
  subject: `clue/${randomUUIDv7()}`,
  data: {
    intake: 'amr',
    channel: 'report',
    title: '员工离职后使用客户名单',
    allegedAct: 'breach-of-confidence',
    reporterToken: 'reporter-0001',
    receivedAt: '2026-06-01T09:00:00+08:00'
  },
  audience: [{ agency: 'amr', ground: 'publisher' }],
  caseNumber
})
