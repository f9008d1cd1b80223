import type { Envelope, MatchEvent, MatchKind } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import { type MatchSideEvent, type MatchState, match } from '../domain/match.ts'
import type { InfoDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string, string>
interface TokenKey {
  key_id: string
  kind: MatchKind
  token: Buffer
}

export interface MatchingTables {
  match_tokens: TokenKey & { clue: string; agency: string; added_at: Timestamp }
  match_told: TokenKey & { one: string; other: string }
  match_crowds: TokenKey
  match_pairs: { one_clue: string; other_clue: string; one_match: string; other_match: string | null }
  matches: {
    id: string
    agency: string
    clue: string
    found_at: Timestamp
    version: number
    state: ColumnType<MatchState, string, string>
  }
  match_keys: {
    key_id: string
    public_key: string
    announced_at: Timestamp
    until: ColumnType<Date | null, string | null, string | null>
  }
  match_evaluations: {
    id: ColumnType<string, never, never>
    at: Timestamp
    agency: string
    person: string | null
    key_id: string
    count: number
    refused: boolean
  }
}

/** The sides of matches, and the keys as they were announced. The other tables of matching follow from no event. */
export const matchView: View<InfoDb> = {
  name: 'matching',
  tables: ['matches', 'match_keys'],
  async apply(db, envelope) {
    if (!envelope.type.startsWith('match.')) return
    const event = { type: envelope.type, data: envelope.data } as MatchEvent
    switch (event.type) {
      case 'match.many-found.v1':
      case 'match.alarmed.v1':
        return
      case 'match.key-rotated.v1':
        return await rotate(db, event.data, envelope.time)
      default:
        return await advance(db, event, envelope)
    }
  }
}

async function advance(db: Kysely<InfoDb>, event: MatchSideEvent, { subject, streamversion, time }: Envelope) {
  const id = subject.slice('match/'.length)
  const row = await db.selectFrom('matches').select(['state', 'version']).where('id', '=', id).executeTakeFirst()
  if (row && row.version >= streamversion) return
  const state = match.evolve(row?.state ?? match.initial, event)
  const columns = { version: streamversion, state: JSON.stringify(state) }
  await db
    .insertInto('matches')
    .values({ id, agency: state.agency, clue: state.clue, found_at: time, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

async function rotate(
  db: Kysely<InfoDb>,
  data: Extract<MatchEvent, { type: 'match.key-rotated.v1' }>['data'],
  time: string
): Promise<void> {
  const { keyId, publicKey, previous, until = null } = data
  await db
    .insertInto('match_keys')
    .values({ key_id: keyId, public_key: publicKey, announced_at: time, until: null })
    .onConflict((conflict) => conflict.column('key_id').doUpdateSet({ until: null }))
    .execute()
  if (previous === undefined) return
  await db.updateTable('match_keys').set({ until }).where('key_id', '=', previous).execute()
}

/** One side of a match, if it is the agency's. */
export async function findSide(db: Kysely<InfoDb>, id: string, agency: string) {
  return await db.selectFrom('matches').selectAll().where('id', '=', id).where('agency', '=', agency).executeTakeFirst()
}

/** Id of the other side; undefined where both clues are the agency's own. */
export async function otherSide(db: Kysely<InfoDb>, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('match_pairs')
    .selectAll()
    .where((eb) => eb.or([eb('one_match', '=', id), eb('other_match', '=', id)]))
    .executeTakeFirst()
  return (row?.one_match === id ? row.other_match : row?.one_match) ?? undefined
}

export interface MatchFilter {
  readonly agency: string
  readonly clue?: string | undefined
  /** Newest first, below this place. */
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** The agency's sides of matches, newest first; one more than `limit` when there are more. */
export async function listMatches(db: Kysely<InfoDb>, { agency, clue, after, limit }: MatchFilter) {
  let query = db.selectFrom('matches').selectAll().where('agency', '=', agency)
  if (clue !== undefined) query = query.where('clue', '=', clue)
  if (after) query = query.where(beyond(['found_at', 'id'], '<', [after.at, after.id]))
  return await query
    .orderBy('found_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
