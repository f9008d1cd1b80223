import { audienceOf, type MatchEvent } from '@wuhu/contracts'
import { Problem } from '@wuhu/host'
import { type Context, execute } from '@wuhu/store'
import { sql } from 'kysely'
import { offices, type Tx } from '../commands/context.ts'
import { assessQuota } from '../domain/match-quota.ts'
import { type Matching, ownWord } from './matching.ts'

type Alarmed = Extract<MatchEvent, { type: 'match.alarmed.v1' }>
const alarms = { initial: {}, decide: (event: Alarmed) => [event], evolve: () => ({}) }
const seconds = { hour: 3_600, day: 86_400 }

interface Use {
  readonly keyId: string
  readonly count: number
}

/**
 * Enters an evaluation in the register, and tells the office when it becomes too many.
 * @throws Problem 429 with the seconds until something becomes free again; then nothing is entered
 */
export async function charge(tx: Tx, matching: Matching, context: Context, use: Use): Promise<void> {
  const { agency } = context.actor
  await sql`select pg_advisory_xact_lock(hashtextextended(${`match quota ${agency}`}, 0))`.execute(tx.db)
  const found = assessQuota(await usedBy(tx, agency, context.now), use.count, matching.quota)
  const [first] = found.alarms
  if (!found.allowed && first) {
    const wait = await untilFree(tx, agency, context.now, seconds[first.window])
    throw new Problem(429, 'match.quota', `the agency may repeat in ${wait} seconds`, undefined, wait)
  }
  await enter(tx, context, use, false)
  for (const alarm of found.alarms) await sound(tx, matching, context, { agency, ...alarm })
}

/** Enters an evaluation that was refused; the office is told of the first in an hour. */
export async function recordRefusal(tx: Tx, matching: Matching, context: Context, use: Use): Promise<void> {
  const { agency } = context.actor
  await sql`select pg_advisory_xact_lock(hashtextextended(${`match quota ${agency}`}, 0))`.execute(tx.db)
  const { allowed, alarms: due } = assessQuota(await usedBy(tx, agency, context.now), use.count, matching.quota)
  if (allowed) return
  const told = await tx.db
    .selectFrom('match_evaluations')
    .select('id')
    .where('agency', '=', agency)
    .where('refused', '=', true)
    .where(sql<boolean>`at > ${context.now}::timestamptz - interval '1 hour'`)
    .executeTakeFirst()
  await enter(tx, context, use, true)
  if (!told) for (const alarm of due) await sound(tx, matching, context, { agency, ...alarm })
}

async function enter(tx: Tx, { actor, now: at }: Context, { keyId, count }: Use, refused: boolean): Promise<void> {
  const { agency, person = null } = actor
  await tx.db.insertInto('match_evaluations').values({ at, agency, person, key_id: keyId, count, refused }).execute()
}

/** Elements evaluated for the agency in the hour and the day before `now`. */
async function usedBy(tx: Tx, agency: string, now: string) {
  const { rows } = await sql<{ hour: number; day: number }>`
    select coalesce(sum(count) filter (where at > ${now}::timestamptz - interval '1 hour'), 0)::int as hour,
           coalesce(sum(count), 0)::int as day
    from ${sql.table('match_evaluations')}
    where agency = ${agency} and not refused and at > ${now}::timestamptz - interval '24 hours'`.execute(tx.db)
  return rows[0] ?? { hour: 0, day: 0 }
}

async function untilFree(tx: Tx, agency: string, now: string, window: number): Promise<number> {
  const { rows } = await sql<{ wait: number }>`
    select ceil(extract(epoch from min(at) - ${now}::timestamptz))::int + ${window} as wait
    from ${sql.table('match_evaluations')}
    where agency = ${agency} and not refused and at > ${now}::timestamptz - make_interval(secs => ${window})`.execute(
    tx.db
  )
  return Math.max(1, rows[0]?.wait ?? window)
}

async function sound(tx: Tx, { log }: Matching, context: Context, data: Alarmed['data']): Promise<void> {
  const audience = audienceOf(...(await offices(tx)).map((agency) => ({ agency, ground: 'addressee' as const })))
  await execute(tx, {
    decider: alarms,
    streamId: `match-quota/${data.agency}`,
    command: { type: 'match.alarmed.v1' as const, data },
    // In the actor's name, but without what it signed: that has the elements in it.
    context: { ...ownWord(context.now), actor: context.actor },
    describe: () => ({ audience })
  })
  log.warn(data, data.refused ? 'matching quota exhausted' : 'matching quota nearly exhausted')
}
