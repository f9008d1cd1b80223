import { randomUUID } from 'node:crypto'
import type { Static } from '@sinclair/typebox'
import { audienceOf, type MatchEvent, type MatchKind, type matchToken } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { execute } from '@wuhu/store'
import { sql } from 'kysely'
import { offices, type Tx } from '../commands/context.ts'
import { type Matching, ownWord } from './matching.ts'
import { type Found, isTold, tellDuplicate, tellPair } from './told.ts'

export type MatchToken = Static<typeof matchToken>

interface Row {
  readonly key_id: string
  readonly kind: MatchKind
  readonly token: Buffer
}

type ManyFound = Extract<MatchEvent, { type: 'match.many-found.v1' }>
const crowd = { initial: {}, decide: (event: ManyFound) => [event], evolve: () => ({}) }

/**
 * Keeps the tokens of a clue, in place of those that it had of the same keys.
 * @throws Refusal `match.key-unknown` for a token of a key that is not in use
 */
export async function keepTokens(tx: Tx, matching: Matching, of: Found, tokens: readonly MatchToken[], now: string) {
  const keyIds = [...new Set(tokens.map(({ keyId }) => keyId))]
  const live = new Set((await matching.keys.live(now)).map(({ keyId }) => keyId))
  if (keyIds.some((keyId) => !live.has(keyId))) {
    throw new Refusal('match.key-unknown', 'a token is of a key that is not in use: ask for the keys again')
  }
  await forgetEnded(tx, now)
  await tx.db.deleteFrom('match_tokens').where('clue', '=', of.clue).where('key_id', 'in', keyIds).execute()
  const rows = tokens.map(({ keyId, kind, token }) => ({
    key_id: keyId,
    kind,
    token: Buffer.from(token, 'base64url'),
    ...of,
    added_at: now
  }))
  await tx.db
    .insertInto('match_tokens')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Deletes what was kept under keys whose time is over. */
export async function forgetEnded(tx: Tx, now: string): Promise<void> {
  const ended = tx.db.selectFrom('match_keys').select('key_id').where(sql<boolean>`until <= ${now}::timestamptz`)
  for (const table of ['match_tokens', 'match_told', 'match_crowds'] as const) {
    await tx.db.deleteFrom(table).where('key_id', 'in', ended).execute()
  }
}

/** Compares the tokens of a registered clue with those of all others, and tells who is to be told. */
export async function compareTokens(tx: Tx, { keys, fanOut }: Matching, of: Found, now: string): Promise<void> {
  const live = (await keys.live(now)).map(({ keyId }) => keyId)
  const own = await tx.db
    .selectFrom('match_tokens')
    .select(['key_id', 'kind', 'token'])
    .where('clue', '=', of.clue)
    .where('key_id', 'in', live)
    .orderBy('key_id')
    .orderBy('kind')
    .orderBy('token')
    .execute()
  const found = new Map<string, { agency: string; kinds: Set<MatchKind> }>()
  for (const row of own) {
    // Of two clues that come in at the same time, the second one waits and sees the first.
    const lock = `match ${row.key_id} ${row.kind} ${row.token.toString('hex')}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx.db)
    for (const { clue, agency } of await holdersToTell(tx, row, of, fanOut, now)) {
      const known = found.get(clue) ?? { agency, kinds: new Set() }
      found.set(clue, { agency, kinds: known.kinds.add(row.kind) })
    }
  }
  for (const [clue, { agency, kinds }] of found) {
    if (agency === of.agency) await tellDuplicate(tx, of, clue, [...kinds], now)
    else await tellPair(tx, of, { clue, agency }, [...kinds], now)
  }
}

/**
 * Of each agency one clue with the same token. Two agencies are told of each other once for a token; an agency that
 * was told of `fanOut` others learns of no further one, nor does the further one: then the office is told, once.
 */
async function holdersToTell(tx: Tx, row: Row, of: Found, fanOut: number, now: string): Promise<Found[]> {
  const told = await tx.db
    .selectFrom('match_told')
    .select(['one', 'other'])
    .where('key_id', '=', row.key_id)
    .where('kind', '=', row.kind)
    .where('token', '=', row.token)
    .execute()
  const timesTold = (agency: string) => told.filter(({ one, other }) => one === agency || other === agency).length
  const toTell: Found[] = []
  for (const holder of await holders(tx, row, of)) {
    if (holder.agency === of.agency) {
      toTell.push(holder)
      continue
    }
    const [one, other] = [holder.agency, of.agency].sort() as [string, string]
    if (told.some((pair) => pair.one === one && pair.other === other)) continue
    const repeated = await isTold(tx, of.clue, holder.clue, row.kind)
    if (!repeated && (timesTold(of.agency) >= fanOut || timesTold(holder.agency) >= fanOut)) {
      await tellOffice(tx, row, fanOut, now)
      continue
    }
    told.push({ one, other })
    await tx.db
      .insertInto('match_told')
      .values({ key_id: row.key_id, kind: row.kind, token: row.token, one, other })
      .execute()
    if (!repeated) toTell.push(holder)
  }
  return toTell
}

/** One clue of each agency: one that is paired with ours already, else the earliest. Drafts are nobody's business. */
async function holders(tx: Tx, { key_id, kind, token }: Row, of: Found): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select agency, clue from (
      select distinct on (m.agency) m.agency, m.clue, m.added_at
      from ${sql.table('match_tokens')} m join ${sql.table('clues')} c on c.id = m.clue
      where m.key_id = ${key_id} and m.kind = ${kind} and m.token = ${token} and m.clue <> ${of.clue}
        and c.status <> 'draft'
      order by m.agency, exists (
        select 1 from ${sql.table('match_pairs')} p
        where (p.one_clue = m.clue and p.other_clue = ${of.clue}) or (p.one_clue = ${of.clue} and p.other_clue = m.clue)
      ) desc, m.added_at, m.clue
    ) one order by added_at, clue`.execute(tx.db)
  return rows
}

async function tellOffice(tx: Tx, { key_id, kind, token }: Row, told: number, now: string): Promise<void> {
  const first = await tx.db
    .insertInto('match_crowds')
    .values({ key_id, kind, token })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst()
  if (!first) return
  const audience = audienceOf(...(await offices(tx)).map((agency) => ({ agency, ground: 'addressee' as const })))
  await execute(tx, {
    decider: crowd,
    isNew: true,
    streamId: `match-crowd/${randomUUID()}`,
    command: { type: 'match.many-found.v1' as const, data: { kind, told } },
    context: ownWord(now),
    describe: () => ({ audience })
  })
}
