import { createDirectoryView } from '@wuhu/access'
import { type Envelope, parseEnvelope } from '@wuhu/contracts'
import { createPool, createStore, migrate, type Received, type View } from '@wuhu/store'
import type { Migration } from 'kysely/migration'
import type pg from 'pg'
import { ownSchema as auditSchema } from '../../../services/audit/src/schema.ts'
import { views as auditViews } from '../../../services/audit/src/views.ts'
import { onJointInvestigation } from '../../../services/info-sharing/src/handlers/on-joint-investigation.ts'
import * as info from '../../../services/info-sharing/src/migrations.ts'
import { views as infoViews } from '../../../services/info-sharing/src/views.ts'
import { onInfoSharing } from '../../../services/joint-investigation/src/handlers/on-info-sharing.ts'
import * as joint from '../../../services/joint-investigation/src/migrations.ts'
import { candidateView } from '../../../services/joint-investigation/src/views/candidates.ts'
import { caseView } from '../../../services/joint-investigation/src/views/cases.ts'
import { concernedView } from '../../../services/joint-investigation/src/views/concerned.ts'
import { penaltyView } from '../../../services/joint-investigation/src/views/penalties.ts'
import { views as jointViews } from '../../../services/joint-investigation/src/views.ts'
import { ownSchema as notificationsSchema } from '../../../services/notifications/src/schema.ts'
import type { Image, StreamName } from './images.ts'

/** What a stream's events do to a service's rows. */
interface Step {
  readonly stream: StreamName
  // biome-ignore lint/suspicious/noExplicitAny: each service has tables of its own
  readonly apply: (tx: any, events: readonly Received[]) => Promise<void>
}

interface Rebuilding {
  readonly schema: string
  readonly migrations: Readonly<Record<string, Migration>>
  readonly tables: readonly string[]
  readonly steps: readonly Step[]
}

const directory = createDirectoryView()
// biome-ignore lint/suspicious/noExplicitAny: as above
const byViews = (stream: StreamName, views: readonly Pick<View<any>, 'apply'>[]): Step => ({
  stream,
  apply: async (tx, events) => {
    for (const { event } of events) for (const view of views) await view.apply(tx.db, event as Envelope)
  }
})

/** Every service's rows that follow from events, and the handlers that make them, as the service itself wires them. */
const services: readonly Rebuilding[] = [
  {
    ...{ schema: info.schema, migrations: info.migrations },
    tables: [...infoViews.flatMap(({ tables }) => tables), 'open_works'],
    steps: [byViews('INFO_SHARING', infoViews), { stream: 'JOINT_INVESTIGATION', apply: onJointInvestigation }]
  },
  {
    ...{ schema: joint.schema, migrations: joint.migrations },
    tables: [directory, caseView, candidateView, concernedView, penaltyView, ...jointViews].flatMap(
      ({ tables }) => tables
    ),
    steps: [byViews('JOINT_INVESTIGATION', jointViews), { stream: 'INFO_SHARING', apply: onInfoSharing }]
  },
  {
    ...notificationsSchema,
    tables: directory.tables,
    steps: [byViews('INFO_SHARING', [directory])]
  },
  {
    ...auditSchema,
    tables: [directory, ...auditViews].flatMap(({ tables }) => tables),
    steps: [byViews('INFO_SHARING', [directory]), byViews('AUDIT', auditViews)]
  }
]

/** Tables that the load under faults leaves empty: its agencies open cases, write letters and publish. */
const idle =
  /^(directory_officers|directory_sealing_keys|match|attachment|quarantine|unmasking|expert|appraiser|candidate|consult|evidence|transfer|supervision|task|bulletin|commendation|suggestion|case_concerned|case_penalties)/

const atOnce = 500

/** Applies whole streams, in order, to an empty schema. */
async function rebuild(
  { schema, migrations, steps }: Rebuilding,
  url: string,
  images: readonly Image[]
): Promise<void> {
  await migrate({ databaseUrl: url, schema, migrations })
  const pool = createPool({ url, schema, max: 2, statementTimeout: 60_000, onError: () => undefined })
  const store = createStore({ pool, schema })
  try {
    for (const { stream, apply } of steps) {
      const messages = images.find(({ name }) => name === stream)?.messages ?? []
      const received = messages.map(({ sequence, body }) => ({
        event: parseEnvelope(body),
        stream,
        sequence,
        body,
        keys: []
      }))
      for (let at = 0; at < received.length; at += atOnce) {
        await store.transaction((tx) => apply(tx, received.slice(at, at + atOnce)))
      }
    }
  } finally {
    await pool.end()
  }
}

async function rowsOf(pool: pg.Pool, table: string): Promise<string[]> {
  const { rows } = await pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t order by 1`)
  return rows.map(({ row }) => row)
}

/**
 * Rebuilds every view from the streams alone in the empty database `scratch` and compares it, row by row, with the one
 * that the services kept through all faults.
 */
export async function viewProblems(
  pool: pg.Pool,
  scratch: { readonly url: string; readonly pool: pg.Pool },
  images: readonly Image[]
): Promise<string[]> {
  const problems: string[] = []
  for (const service of services) {
    await rebuild(service, scratch.url, images)
    for (const name of service.tables) {
      const table = `${service.schema}.${name}`
      const [kept, rebuilt] = await Promise.all([rowsOf(pool, table), rowsOf(scratch.pool, table)])
      const [before, after] = [new Set(kept), new Set(rebuilt)]
      if (kept.length !== rebuilt.length) problems.push(`${table}: ${kept.length} rows, rebuilt ${rebuilt.length}`)
      for (const row of kept) if (!after.has(row)) problems.push(`${table}: only kept: ${row.slice(0, 300)}`)
      for (const row of rebuilt) if (!before.has(row)) problems.push(`${table}: only rebuilt: ${row.slice(0, 300)}`)
      if (rebuilt.length === 0 && !idle.test(name)) problems.push(`${table}: nothing to compare`)
    }
  }
  return problems
}
