import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope, type Envelope } from '@wuhu/contracts'
import { createPool, createStore, migrate, type Store } from '@wuhu/store'
import { asServiceRole, testDatabase, testRole } from '@wuhu/test-support'
import { createDeadlines, deadlineMigration, deadlineRowSecurity, type Resolve } from './index.ts'
import type { DeadlineTables } from './tables.ts'

interface Teardown {
  teardown(action: () => unknown): void
}

const schema = 'one'

/** Clues whose intake and handler is amr, at the office of drc, followed by psb; a real reporter when the clue's id ends with 1. */
export const resolve: Resolve<DeadlineTables> = async (_tx, events) =>
  events.map((event) =>
    event.subject.startsWith('clue/')
      ? [
          {
            subject: event.subject,
            ...(event.casenumber !== undefined && { caseNumber: event.casenumber }),
            roles: { intake: 'amr', assignee: 'amr', office: ['drc'] },
            involved: ['psb'],
            facts: { reporterKnown: event.subject.endsWith('1'), verifying: true }
          }
        ]
      : []
  )

/**
 * A store in a database of this test, the deadlines of info-sharing on it, and a clock in the test's hands. `meanwhile`
 * happens in the middle of taking events over: what they start, move and end is not locked yet.
 */
export async function testDeadlines(
  t: Teardown,
  { meanwhile, ...options }: { batch?: number; meanwhile?: () => Promise<void> } = {}
) {
  const { url } = await testDatabase(t)
  const own = await asServiceRole(url)
  const migrations = { '0001-deadlines': deadlineMigration, '0002-row-security': deadlineRowSecurity }
  await migrate({ databaseUrl: url, schema, migrations, role: testRole })
  let now = '2026-06-01T09:00:00.000+08:00'
  const replica = () => {
    const pool = createPool({ url: own, schema, onError: () => undefined })
    const store: Store<DeadlineTables> = createStore({ pool, schema })
    const log = { info: () => undefined, warn: () => undefined }
    const deadlines = createDeadlines<DeadlineTables>({
      ...{ store, service: 'info-sharing', log, now: () => now },
      resolve: async (tx, events) => {
        await meanwhile?.()
        return resolve(tx, events)
      },
      ...options
    })
    t.teardown(async () => {
      await deadlines.stop()
      await pool.end()
    })
    return { store, deadlines }
  }
  const { store, deadlines } = replica()
  const admin = createPool({ url, schema, max: 2, onError: () => undefined })
  t.teardown(() => admin.end())

  /** An event that the service appends at `at`, by the test's clock if not said; the consumer does not bring it yet. */
  const happens = async (subject: string, type: string, data: unknown, at = now): Promise<Envelope> =>
    store.transaction(async (tx) => {
      const { version } = await tx.read(subject)
      const envelope = envelopeOf(subject, version + 1, type, data, at)
      await tx.append(subject, version, [envelope])
      return envelope
    })
  const bring = (...events: Envelope[]) =>
    store.transaction((tx) =>
      deadlines.apply(
        tx,
        events.map((event) => ({
          event,
          stream: 'INFO_SHARING',
          sequence: 1,
          body: new Uint8Array(),
          keys: [event.subject]
        }))
      )
    )
  /** Both: what the service does in ordinary times. */
  const event = async (subject: string, type: string, data: unknown, at?: string) => {
    const envelope = await happens(subject, type, data, at)
    await bring(envelope)
    return envelope
  }
  /** `rule past-tense`, in the order of their arrival. */
  const log = async (): Promise<string[]> => {
    const { rows } = await admin.query<{ body: Buffer }>(
      `select body from events where type like 'deadline.%' order by seq`
    )
    return rows.map(({ body }) => {
      const { type, data } = JSON.parse(body.toString('utf8')) as Envelope<Record<string, string>>
      const more = [data.threshold, data.cause, data.late].filter((part) => part !== undefined)
      return [data.rule, type.split('.')[1], ...more].join(' ')
    })
  }
  const rows = async () => (await admin.query('select * from deadlines order by id')).rows
  const clock = (instant: string) => {
    now = instant
  }
  return { url, own, store, admin, deadlines, replica, happens, bring, event, log, rows, clock, now: () => now }
}

export function envelopeOf(subject: string, version: number, type: string, data: unknown, time: string): Envelope {
  return createEnvelope({
    id: randomUUIDv7(),
    service: 'info-sharing',
    ...{ type, subject, version, time, data },
    actor: { agency: 'amr' },
    marking: 'work',
    audience: [{ agency: 'amr', ground: 'publisher' }],
    correlationId: 'test'
  })
}

export const clueId = (n: number) => `clue/01980000-0000-7000-8000-${String(n).padStart(12, '0')}`

const approver = { person: 'p-9', role: 'agency-leader' }

/** Data of events that the rules of clues name. */
export const data = {
  received: {
    intake: 'amr',
    channel: 'report',
    title: '员工离职后使用客户名单',
    allegedAct: 'breach-of-confidence',
    receivedAt: '2026-06-01T09:00:00+08:00'
  },
  registered: { caseNumber: '150824-2026-000001', title: '员工离职后使用客户名单' },
  accepted: {},
  assigned: (dueAt: string) => ({ to: 'amr', dueAt, title: '员工离职后使用客户名单' }),
  extended: { dueAt: '2026-07-31T17:00:00+08:00', reason: '案情复杂', approver },
  suspended: { basis: 'appraisal', note: '送鉴定' },
  resumed: { reason: '已收到鉴定意见' },
  filed: { agencyCaseNumber: '1', legalBasis: '反不正当竞争法', approver },
  notFiled: { ground: 'no-fault', reason: '无主观过错', approver }
}
