import { randomUUIDv7 } from 'node:crypto'
import { createKeyPair, createVerifier, directoryLookups, loadKey, mintToken } from '@wuhu/access'
import { createMemoryBroker } from '@wuhu/bus/memory'
import type { KeyRole } from '@wuhu/contracts'
import { type AudienceEntry, createEnvelope, type Envelope, eventSubject } from '@wuhu/contracts'
import { type App, createLogger, createMetrics } from '@wuhu/host'
import { createPool, createStore } from '@wuhu/store'
import { asServiceRole, migratedCopy, testRole, until } from '@wuhu/test-support'
import { createApp } from './app.ts'
import { mailSchema, migrateAll, ownSchema } from './schema.ts'
import type { NotificationsTables } from './tables.ts'
import { createWorkers } from './workers.ts'

interface Teardown {
  teardown(action: () => unknown): void
}

type Sent = Pick<Envelope, 'type' | 'subject' | 'data'> & { audience: AudienceEntry[]; caseNumber?: string }

/** The service on a database of this test and a bus in memory, with agencies amr, psb and court in the directory. */
export async function testApp(t: Teardown, options: { heartbeat?: number; patience?: number } = {}) {
  const { url } = await migratedCopy(t, 'services/notifications', async (databaseUrl) => {
    await asServiceRole(databaseUrl)
    await migrateAll({ databaseUrl, role: testRole })
  })
  const own = await asServiceRole(url)
  const broker = createMemoryBroker()
  const bus = broker.connect()
  const pool = createPool({ url: own, schema: ownSchema.schema, onError: () => undefined })
  const store = createStore<NotificationsTables>({ pool, schema: ownSchema.schema })
  const mail = createStore({ pool, schema: mailSchema.schema })
  const logger = createLogger({ service: 'notifications', level: 'silent' })
  const metrics = createMetrics('notifications')
  const workers = createWorkers({ store, mail, bus, holder: 'test', log: logger })
  const lookups = directoryLookups(store.db)
  const verify = createVerifier({ ...lookups, audience: 'wuhu' })
  const { app, commands } = await createApp({
    ...{
      store,
      mail,
      bus,
      workers,
      logger,
      metrics,
      verify,
      keyOf: lookups.lookupKey,
      officerOf: lookups.lookupOfficer,
      audience: 'wuhu',
      now: Date.now,
      version: 'test',
      ...options
    }
  })
  workers.start()
  t.teardown(async () => {
    await app.close()
    await workers.stop()
    await metrics.shutdown()
    await bus.close()
    await pool.end()
  })

  const versions = new Map<string, number>()
  /** Publishes an event as another service would. */
  async function publish(stream: string, ...events: Sent[]): Promise<Envelope[]> {
    const envelopes = events.map(({ type, subject, data, audience, caseNumber }) => {
      const version = (versions.get(subject) ?? 0) + 1
      versions.set(subject, version)
      return createEnvelope({
        id: randomUUIDv7(),
        service: stream.toLowerCase().replaceAll('_', '-'),
        type,
        subject,
        time: new Date().toISOString(),
        caseNumber,
        version,
        actor: { agency: audience[0]?.agency ?? 'amr' },
        marking: 'work',
        audience,
        correlationId: 'test',
        data
      })
    })
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

  const keys = new Map<string, { kid: string; seed: string }>()
  const self = (agency: string): AudienceEntry[] => [{ agency, ground: 'publisher' }]
  /** Registers a key, and waits until the service knows it. */
  async function addKey(agency: string, role: KeyRole = 'agency-system'): Promise<{ kid: string; seed: string }> {
    const pair = createKeyPair()
    const data = { code: agency, kid: pair.kid, role, validFrom: '2026-01-01T00:00:00+08:00' }
    await publish('INFO_SHARING', {
      type: 'agency.key-added.v1',
      subject: `agency/${agency}`,
      data,
      audience: self('drc')
    })
    await until(() => loadKey(store.db, pair.kid), { within: 5_000 })
    return pair
  }
  for (const agency of ['amr', 'psb', 'court']) keys.set(agency, await addKey(agency))

  const token = async (agency: string, lifetime = 300): Promise<string> =>
    mintToken({ seed: keys.get(agency)?.seed ?? '', agency, lifetime })
  const headers = async (agency: string) => ({ authorization: `Bearer ${await token(agency)}` })

  return {
    app: app as App,
    commands,
    bus,
    broker,
    store,
    mail,
    workers,
    publish,
    addKey,
    keys,
    token,
    headers,
    metrics
  }
}

export type TestApp = Awaited<ReturnType<typeof testApp>>

/** An event of information exchange to `audience`, with one open and one work field. */
export function notice(audience: AudienceEntry[], caseNumber?: string): Sent {
  const data = { number: caseNumber ?? '150824-2026-000001', reason: '当事人已履行' }
  return {
    type: 'case.closed.v1',
    subject: `case/${randomUUIDv7()}`,
    data,
    audience,
    ...(caseNumber !== undefined && { caseNumber })
  }
}
