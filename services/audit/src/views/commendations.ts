import { type EventOf, parseAudience, type workCommended } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { AuditDb } from '../tables.ts'

export interface CommendationTables {
  commendations: {
    id: string
    agency: string
    issuer: string
    title: string
    text: string
    document_number: string | null
    /** Everybody that it was told to. */
    agencies: string[]
    commended_at: ColumnType<Date, string, never>
  }
}

/** Commendations 表扬 as rows. */
export const commendationView: View<AuditDb> = {
  name: 'commendations',
  tables: ['commendations'],
  async apply(db, envelope) {
    if (envelope.type !== 'work.commended.v1') return
    const { agency, issuer, title, text, documentNumber } = envelope.data as EventOf<typeof workCommended>['data']
    await db
      .insertInto('commendations')
      .values({
        id: envelope.subject.slice('commendation/'.length),
        ...{ agency, issuer, title, text, document_number: documentNumber ?? null },
        agencies: parseAudience(envelope.audience).map((entry) => entry.agency),
        commended_at: envelope.time
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}

export interface CommendationFilter {
  readonly agency?: string | undefined
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** Commendations that the reader of the transaction was told of, newest first; one more than `limit` when there are more. */
export async function listCommendations(db: Kysely<AuditDb>, { agency, after, limit }: CommendationFilter) {
  let query = db.selectFrom('commendations').selectAll()
  if (agency !== undefined) query = query.where('agency', '=', agency)
  if (after) query = query.where(beyond(['commended_at', 'id'], '<', [after.at, after.id]))
  return await query
    .orderBy('commended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
