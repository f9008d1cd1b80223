import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope, type Envelope } from '@wuhu/contracts'
import { testDatabase } from '@wuhu/test-support'
import pg from 'pg'
import { createStore, migrate, type Store } from './index.ts'

interface Teardown {
  teardown(action: () => unknown): void
}

/** A migrated schema `one` in a database of this test. */
export async function testStore(t: Teardown): Promise<{ store: Store<unknown>; url: string; pool: pg.Pool }> {
  const { url } = await testDatabase(t)
  await migrate({ databaseUrl: url, schema: 'one', migrations: {} })
  const pool = new pg.Pool({ connectionString: url, max: 12 })
  pool.on('error', () => undefined)
  // The database may be dropped before a client that is ending has gone.
  pool.on('connect', (client) => client.on('error', () => undefined))
  t.teardown(() => pool.end())
  return { store: createStore({ pool, schema: 'one' }), url, pool }
}

/** A real event of the catalogue. */
export function received(streamId: string, version: number, caseNumber?: string): Envelope {
  return createEnvelope({
    id: randomUUIDv7(),
    service: 'info-sharing',
    type: 'case.closed.v1',
    subject: streamId,
    time: '2026-06-01T09:00:00+08:00',
    caseNumber,
    version,
    actor: { agency: 'amr' },
    marking: 'work',
    audience: [{ agency: 'amr', ground: 'publisher' }],
    correlationId: 'test',
    data: { number: caseNumber ?? '150824-2026-000001', reason: `version ${version}` }
  })
}

/** Appends `count` events to a stream, one transaction each. */
export async function fill(store: Store<unknown>, streamId: string, count: number, caseNumber?: string): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await store.transaction(async (tx) => {
      const { version } = await tx.read(streamId)
      await tx.append(streamId, version, [received(streamId, version + 1, caseNumber)])
    })
  }
}
