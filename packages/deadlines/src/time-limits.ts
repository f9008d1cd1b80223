import {
  baseCalendar,
  baseRules,
  baseYears,
  type Calendar,
  createCalendar,
  parseCalendarYear,
  parseRules,
  type Rule,
  type RuleSet
} from '@wuhu/calendar'
import type { CalendarEvent, Envelope } from '@wuhu/contracts'
import { type Kysely, sql } from 'kysely'
import type { DeadlineTables } from './tables.ts'

type Db = Kysely<DeadlineTables>

/** What deadlines are computed by, as one transaction sees it. */
export interface TimeLimits {
  readonly calendar: Calendar
  readonly calendarRevision: number
  /** The event that changed the calendar last, where one did. */
  readonly calendarEvent: string | undefined
  /** Those that new deadlines go by. */
  readonly rules: RuleSet
  /** Of every version. */
  readonly allRules: readonly Rule[]
  /** The rule as it was when a deadline started. @throws Error for a version or rule that is not known */
  ruleOf(version: string, id: string): Rule
}

export interface TimeLimitsOfService {
  /** As they are now: one short statement, and all of it anew only after a change. */
  read(db: Db): Promise<TimeLimits>
  /**
   * The same for a transaction that sets dates: until its end no calendar or rule changes. One that did meanwhile would
   * be gone through everything open before what is being set can be seen.
   */
  hold(db: Db): Promise<TimeLimits>
  /** Takes over `calendar.imported` and `limits.adopted`; repeating changes nothing. @returns whether it was one */
  take(db: Db, event: Envelope): Promise<boolean>
}

/** Puts the notices and rules that came with the program beside what the office imported and adopted. */
export async function installBase(db: Db): Promise<void> {
  await lock(db)
  for (const year of baseYears) await putYear(db, { year: year.year, body: JSON.stringify(year), version: 0 })
  await putRules(db, baseRules, null)
}

/** Before the first installation. */
const base: TimeLimits = {
  calendar: baseCalendar,
  calendarRevision: 0,
  calendarEvent: undefined,
  rules: baseRules,
  allRules: baseRules.rules,
  ruleOf: (version, id) => unknownRule(version, id)
}

function unknownRule(version: string, id: string): never {
  throw new Error(`rule ${id} of version ${version} is not known`)
}

/** What deadlines are computed by, from the tables of the service. */
export function createTimeLimits(): TimeLimitsOfService {
  let known: (TimeLimits & { readonly rulesRevision: number }) | undefined

  const read = async (db: Db): Promise<TimeLimits> => {
    const { rows } = await sql<{ calendar: number; rules: number }>`
      select (select coalesce(max(revision), 0) from calendar_years) as calendar,
             (select coalesce(max(revision), 0) from time_limit_versions) as rules`.execute(db)
    const { calendar = 0, rules = 0 } = rows[0] ?? {}
    if (known?.calendarRevision === calendar && known.rulesRevision === rules) return known
    const years = await db.selectFrom('calendar_years').selectAll().orderBy('revision').execute()
    const versions = await db.selectFrom('time_limit_versions').selectAll().orderBy('revision').execute()
    const current = versions.findLast(({ base }) => !base) ?? versions.at(-1)
    const last = years.at(-1)
    if (!current || !last) return base
    const byVersion = new Map(
      versions.map(({ version, body }) => [version, new Map(body.rules.map((rule) => [rule.id, rule]))])
    )
    known = {
      calendar: createCalendar(years.map(({ body }) => body)),
      calendarRevision: last.revision,
      calendarEvent: last.event_id ?? undefined,
      rules: current.body,
      allRules: versions.flatMap(({ body }) => body.rules),
      rulesRevision: versions.at(-1)?.revision ?? 0,
      ruleOf(version, id) {
        return byVersion.get(version)?.get(id) ?? unknownRule(version, id)
      }
    }
    return known
  }

  const hold = async (db: Db) => {
    await sql`lock table calendar_years in share mode`.execute(db)
    return await read(db)
  }

  const take = async (db: Db, envelope: Envelope): Promise<boolean> => {
    const event = { type: envelope.type, data: envelope.data } as CalendarEvent
    switch (event.type) {
      case 'calendar.imported.v1': {
        const { replaces: _, ...written } = event.data
        const year = parseCalendarYear(written)
        await lock(db)
        const { id: eventId, streamversion: version } = envelope
        await putYear(db, { year: year.year, body: JSON.stringify(year), version, eventId })
        return true
      }
      case 'limits.adopted.v1':
        await lock(db)
        await putRules(db, parseRules(event.data.rules), envelope.time)
        return true
    }
    return false
  }
  return { read, hold, take }
}

/** Revisions are given one after the other. */
async function lock(db: Db): Promise<void> {
  await sql`lock table calendar_years in share row exclusive mode`.execute(db)
}

interface Year {
  readonly year: number
  readonly body: string
  /** Of the event that imported it; 0: came with the program. */
  readonly version: number
  readonly eventId?: string
}

/** A later import takes the place of an earlier one, and any import that of the base. */
async function putYear(db: Db, { year, body, version, eventId }: Year) {
  await sql`
    insert into calendar_years as known (year, body, version, event_id, revision)
    select ${year}, ${body}::jsonb, ${version}, ${eventId ?? null}::uuid, coalesce(max(revision), 0) + 1 from calendar_years
    on conflict (year) do update
      set body = excluded.body, version = excluded.version, event_id = excluded.event_id, revision = excluded.revision
      where excluded.version > known.version
        or (excluded.version = 0 and known.version = 0 and excluded.body <> known.body)`.execute(db)
}

async function putRules(db: Db, rules: RuleSet, adoptedAt: string | null): Promise<void> {
  await db
    .insertInto('time_limit_versions')
    .values({ version: rules.version, body: JSON.stringify(rules), base: adoptedAt === null, adopted_at: adoptedAt })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute()
}
