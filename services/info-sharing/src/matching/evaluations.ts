import type { Kysely } from 'kysely'
import type { InfoDb } from '../tables.ts'

export interface EvaluationFilter {
  readonly agency?: string | undefined
  /** RFC 3339 instants: from inclusive, to exclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Newest first, below this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Who had how many elements evaluated, newest first; one more than `limit` when there are more. */
export async function listEvaluations(db: Kysely<InfoDb>, { agency, from, to, after, limit }: EvaluationFilter) {
  let query = db.selectFrom('match_evaluations').selectAll()
  if (agency !== undefined) query = query.where('agency', '=', agency)
  if (from !== undefined) query = query.where('at', '>=', new Date(from))
  if (to !== undefined) query = query.where('at', '<', new Date(to))
  if (after !== undefined) query = query.where('id', '<', after)
  return await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
