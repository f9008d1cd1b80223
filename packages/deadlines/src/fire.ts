import { beijingTime, type Envelope } from '@wuhu/contracts'
import { type Store, type StoreTables, together } from '@wuhu/store'
import { type Kysely, type Selectable, sql } from 'kysely'
import { end } from './apply.ts'
import { nextStep, ranOut } from './domain/deadline-state.ts'
import { endsOf } from './ending.ts'
import { type Running, runningColumns, runningOf } from './row.ts'
import type { DeadlinesTable, DeadlineTables } from './tables.ts'
import type { TimeLimits, TimeLimitsOfService } from './time-limits.ts'
import { createUnitOfWork, type UnitOfWork } from './unit-of-work.ts'

type Db = Kysely<DeadlineTables & StoreTables>

export interface FireOptions<DB> {
  readonly store: Store<DB>
  readonly service: string
  readonly timeLimits: TimeLimitsOfService
}

export interface Fired {
  /** Warnings and breaches. */
  readonly events: number
  /** Rows looked at: as many as asked for when there may be more. */
  readonly rows: number
  /** Milliseconds since 1970 of what comes next, as far as is known. */
  readonly next: number | undefined
  /** Another process fires at this moment. */
  readonly taken: boolean
}

/**
 * Milliseconds. A process that stands still in the middle loses its locks after this, so that another goes on; what it
 * had begun is rolled back.
 */
const standsStill = 750

/**
 * Warns and breaches what is due at `now`, at most `limit` deadlines, in order of time over all processes: one fires at a
 * time, others find the lock taken and come again. The rows are locked and changed in the transaction that appends the
 * events, so that each fires once, whoever dies when. What has happened meanwhile counts first: the aggregate's own stream
 * is read for what no consumer has brought yet, because a bus that is away must not make anybody late.
 */
export async function fire<DB>(options: FireOptions<DB>, now: string, limit: number): Promise<Fired> {
  const { store, service, timeLimits } = options
  return await store.transaction(async (tx) => {
    const db = tx.db as unknown as Db
    const bounding = boundStandstill(db, standsStill)
    // What is due is read in the order of its index: the statistics are always late about what has just become due, and
    // by them the planner would collect all of it and sort, for each batch anew.
    const inOrder = sql`
      select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`.execute(db)
    const locking = sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`${store.schema} deadlines`}, 0)) as free`.execute(db)
    const [, , { rows: locks }] = await together([bounding, inOrder, locking])
    if (!locks[0]?.free) return { events: 0, rows: 0, next: undefined, taken: true }
    const rows = await db
      .selectFrom('deadlines')
      .select([...runningColumns, 'next_at'])
      .where(sql<boolean>`next_at <= ${now}`)
      .orderBy('next_at')
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length === 0) return { events: 0, rows: 0, next: await nextOf(db), taken: false }
    const limits = await timeLimits.read(db)
    const unit = createUnitOfWork(tx, service)
    const due = rows.map(runningOf)
    unit.add(due)
    const told = await unbrought(db, limits, due)
    const late = tell(unit, limits, told, now)
    for (const { id, calendarRevision } of due) {
      if (calendarRevision < limits.calendarRevision) recompute(unit, limits, id, now)
    }
    // Those that are not here come after the last of them.
    const horizon = rows.length < limit ? Date.parse(now) : Math.min(Date.parse(now), lastOf(rows))
    const events = fireInOrder(unit, limits, due, horizon, now)
    tell(unit, limits, late, now)
    await unit.write()
    return { events, rows: rows.length, next: undefined, taken: false }
  })
}

/** A process that stands still in this transaction is put out of it. */
export async function boundStandstill(db: Db, milliseconds: number): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', ${`${milliseconds}ms`}, true)`.execute(db)
}

/** Looks at a deadline with the calendar in force. */
export function recompute(unit: UnitOfWork, limits: TimeLimits, id: string, now: string): void {
  const state = unit.get(id)?.state
  if (state === undefined || state.status === 'none') return
  const rule = limits.ruleOf(state.rulesVersion, state.clock.rule)
  const by = limits.calendarEvent
  const computing = { rule, calendar: limits.calendar }
  unit.run(id, { do: 'recompute', computing, ...(by !== undefined && { by }) }, { now, causationId: by })
  unit.note(id, { calendarRevision: limits.calendarRevision })
}

interface Told {
  readonly id: string
  readonly event: Envelope
}

/**
 * Tells the deadlines what happened, as far as they had not run out before it: that is missed first, in its order among
 * all. @returns what is left to be told, for now or for a later batch
 */
function tell(unit: UnitOfWork, limits: TimeLimits, told: readonly Told[], now: string): Told[] {
  const left: Told[] = []
  const waiting = new Set<string>()
  for (const { id, event } of told) {
    const state = unit.get(id)?.state
    if (state === undefined || waiting.has(id) || ranOut(state, event.time)) {
      waiting.add(id)
      left.push({ id, event })
    } else end(unit, limits, id, event, { now, causationId: event.id })
  }
  return left
}

function fireInOrder(
  unit: UnitOfWork,
  limits: TimeLimits,
  due: readonly Running[],
  horizon: number,
  now: string
): number {
  const steps = due.flatMap(({ id }) => stepsOf(unit, id, horizon)).sort((one, other) => one.at - other.at)
  let events = 0
  for (const { id, at } of steps) {
    const state = unit.get(id)?.state
    if (state === undefined || state.status === 'none') continue
    const { onBreach } = limits.ruleOf(state.rulesVersion, state.clock.rule)
    const by = beijingTime(new Date(at))
    events += unit.run(id, { do: 'fire', consequence: onBreach }, { now, by })
  }
  return events
}

/** The instants up to `horizon` at which something happens to it by itself. */
function stepsOf(unit: UnitOfWork, id: string, horizon: number): { id: string; at: number }[] {
  const steps: { id: string; at: number }[] = []
  let state = unit.get(id)?.state
  while (state !== undefined && state.status === 'open') {
    const step = nextStep(state)
    if (step === undefined || step.at > horizon) break
    steps.push({ id, at: step.at })
    if (step.warnAt === undefined) break
    state = { ...state, warnedAt: step.warnAt }
  }
  return steps
}

/** Events of the aggregates' own streams that end, move or stop these clocks, and that no consumer has brought yet. */
async function unbrought(db: Db, limits: TimeLimits, due: readonly Running[]): Promise<Told[]> {
  const asked = due.flatMap(({ id, state, subjectVersion }) => {
    if (state.status === 'none') return []
    const ends = endsOf(limits.ruleOf(state.rulesVersion, state.clock.rule))
    return [{ id, subject: state.clock.of, after: subjectVersion, ends: ends.join(' ') }]
  })
  const { rows } = await sql<{ ids: string[]; body: Buffer }>`
    select array_agg(asked.id order by asked.id) as ids, e.body
    from unnest(
      ${asked.map(({ id }) => id)}::text[], ${asked.map(({ subject }) => subject)}::text[],
      ${asked.map(({ after }) => after)}::bigint[], ${asked.map(({ ends }) => ends)}::text[]
    ) as asked (id, subject, after, ends)
    cross join lateral (
      select stream_id, version, body from events
      where stream_id = asked.subject and version > asked.after
        and regexp_replace(type, '[.]v[0-9]+$', '') = any(string_to_array(asked.ends, ' '))
      offset 0 -- By the index, stream by stream, whatever the planner thinks of their number.
    ) as e
    group by e.stream_id, e.version, e.body order by e.stream_id, e.version`.execute(db)
  return rows.flatMap(({ ids, body }) => {
    const event = JSON.parse(body.toString('utf8')) as Envelope
    return ids.map((id) => ({ id, event }))
  })
}

async function nextOf(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ next: Date | null }>`
    select next_at as next from deadlines where next_at is not null order by next_at, id limit 1`.execute(db)
  return rows[0]?.next?.getTime()
}

const lastOf = (rows: readonly Pick<Selectable<DeadlinesTable>, 'next_at'>[]): number =>
  rows.at(-1)?.next_at?.getTime() ?? 0
