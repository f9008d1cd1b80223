import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope, definitionOf, markingOf } from '@wuhu/contracts'
import { type Appending, type StoreTables, type Transaction, together } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'
import { deadline } from './domain/deadline.ts'
import type { DeadlineCommand, DeadlineState } from './domain/deadline-state.ts'
import { audienceFor, type Running, rowOf, runningColumns, runningOf } from './row.ts'
import type { DeadlineTables } from './tables.ts'

/** Why a deadline is told something. */
export interface Because {
  /** RFC 3339: when it is told. */
  readonly now: string
  /** RFC 3339: by which time it decides; default now. */
  readonly by?: string
  readonly causationId?: string | undefined
}

/** Deadlines of one transaction: loaded together, decided on one by one, written together. */
export interface UnitOfWork {
  /** Locked, and for this unit alone. */
  get(id: string): Running | undefined
  /** Running ones of an aggregate, in order of their ids. */
  ofSubject(subject: string): Running[]
  add(rows: readonly Running[]): void
  /** @returns how many events followed */
  run(id: string, command: DeadlineCommand, because: Because): number
  /** Notes up to which version of its aggregate's stream it has been told, or with which calendar it was looked at. */
  note(id: string, seen: Partial<Pick<Running, 'subjectVersion' | 'calendarRevision'>>): void
  /** All that happened, in the order in which it did; then the rows. */
  write(): Promise<number>
}

type Db = Kysely<DeadlineTables & StoreTables>

interface Change {
  readonly before: Running
  readonly after: Running
}

/** Events in one statement at most. */
const atOnce = 200

/** @param service the name of the publishing service */
export function createUnitOfWork<DB>(tx: Transaction<DB>, service: string): UnitOfWork {
  const all = new Map<string, Running>()
  const subjects = new Map<string, Set<string>>()
  const stored = new Map<string, Running>()
  const touched = new Set<string>()
  const entries: Appending[] = []

  const add = (rows: readonly Running[]): void => {
    for (const row of rows) {
      if (all.has(row.id)) continue
      all.set(row.id, row)
      stored.set(row.id, row)
      index(row)
    }
  }
  const index = ({ id, state }: Running) => {
    if (state.status === 'none') return
    const ids = subjects.get(state.clock.of) ?? new Set()
    subjects.set(state.clock.of, ids.add(id))
  }

  return {
    get: (id) => all.get(id),
    add,
    ofSubject: (subject) =>
      [...(subjects.get(subject) ?? [])].sort().flatMap((id) => {
        const row = all.get(id)
        return row && row.state.status !== 'met' && row.state.status !== 'cancelled' ? [row] : []
      }),
    run(id, command, because) {
      const row = all.get(id)
      if (!row) throw new TypeError(`deadline ${id} is not in this unit of work`)
      let { state, version } = row
      for (const event of deadline.decide(command, state, because.by ?? because.now)) {
        state = deadline.evolve(state, event)
        if (state.status === 'none') throw new TypeError(`${event.type} began no deadline`)
        const definition = definitionOf(event.type)
        if (!definition) throw new TypeError(`event type ${event.type} is not in the catalogue`)
        const envelope = createEnvelope({
          id: randomUUIDv7(),
          service,
          type: event.type,
          subject: `deadline/${id}`,
          time: because.now,
          caseNumber: row.caseNumber,
          version: version + 1,
          // Nobody acts: it is the holder's clock.
          actor: { agency: state.clock.holder },
          marking: markingOf(definition),
          audience: audienceFor(event.type, state, row.parties),
          causationId: because.causationId,
          correlationId: row.correlation,
          data: event.data
        })
        entries.push({ streamId: `deadline/${id}`, expectedVersion: version, envelopes: [envelope] })
        version += 1
      }
      const events = version - row.version
      if (events > 0) {
        const next = { ...row, state, version }
        all.set(id, next)
        index(next)
        touched.add(id)
      }
      return events
    },
    note(id, seen) {
      const row = all.get(id)
      if (!row) return
      all.set(id, { ...row, ...seen })
      touched.add(id)
    },
    async write() {
      const rows = [...touched].flatMap((id) => all.get(id) ?? [])
      const begun: Running[] = []
      const gone: Change[] = []
      for (const row of rows) {
        const before = stored.get(row.id)
        if (before === undefined || before.version === 0) begun.push(row)
        else gone.push({ before, after: row })
      }
      const db = tx.db as unknown as Db
      for (let at = 0; at < entries.length; at += atOnce) await tx.appendAll(entries.slice(at, at + atOnce))
      await together([putRows(db, begun), changeRows(db, gone)])
      return entries.length
    }
  }
}

/** Running deadlines of the subjects and those with the ids, locked in one order. */
export async function loadRunning(db: Db, subjects: readonly string[], ids: readonly string[]): Promise<Running[]> {
  if (subjects.length + ids.length === 0) return []
  const rows = await db
    .selectFrom('deadlines')
    .select(runningColumns)
    .where(
      sql<boolean>`(subject = any(${subjects}::text[]) and status in ('open', 'suspended', 'breached'))
        or id = any(${ids}::text[])`
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(runningOf)
}

async function putRows(db: Db, rows: readonly Running[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into deadlines (id, rule, subject, case_number, holder, agencies, status, due_at, next_at, version,
      subject_version, calendar_revision, correlation, parties, state)
    select id, rule, subject, case_number, holder, array(select jsonb_array_elements_text(agencies)), status, due_at,
      next_at, version, subject_version, calendar_revision, correlation, parties, state
    from jsonb_to_recordset(${JSON.stringify(rows.map(rowOf))}::jsonb) as new (
      id text, rule text, subject text, case_number text, holder text, agencies jsonb, status text,
      due_at timestamptz, next_at timestamptz, version int, subject_version bigint, calendar_revision int,
      correlation text, parties jsonb, state jsonb)`.execute(db)
}

async function changeRows(db: Db, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const changed = changes.map(({ after }) => rowOf(after))
  await sql`
    update deadlines as d
    set status = new.status, due_at = new.due_at, next_at = new.next_at, version = new.version,
      subject_version = new.subject_version, calendar_revision = new.calendar_revision, state = d.state || new.changes
    from unnest(
      ${changed.map(({ id }) => id)}::text[],
      ${changed.map(({ status }) => status)}::text[],
      ${changed.map(({ due_at }) => due_at)}::timestamptz[],
      ${changed.map(({ next_at }) => next_at)}::timestamptz[],
      ${changed.map(({ version }) => version)}::int[],
      ${changed.map(({ subject_version }) => subject_version)}::bigint[],
      ${changed.map(({ calendar_revision }) => calendar_revision)}::int[],
      ${changes.map(({ before, after }) => JSON.stringify(changesOf(before.state, after.state)))}::jsonb[]
    ) as new (id, status, due_at, next_at, version, subject_version, calendar_revision, changes)
    where d.id = new.id`.execute(db)
}

/** The members of the state that are others now; none ever goes. */
function changesOf(before: DeadlineState, after: DeadlineState): object {
  const known = before as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => known[name] !== value))
}
