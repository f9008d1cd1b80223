import type { SuggestionEvent } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { Received, SuggestionStatus } from '../domain/suggestion.ts'
import type { AuditDb } from '../tables.ts'

export interface SuggestionTables {
  suggestions: {
    id: string
    kind: Received['kind']
    issuer: string
    addressee: string
    title: string
    status: SuggestionStatus
    received_at: ColumnType<Date, string, string>
    version: number
  }
}

/** 检察建议、司法建议 as rows, for who wrote them and who was written to. */
export const suggestionView: View<AuditDb> = {
  name: 'suggestions',
  tables: ['suggestions'],
  async apply(db, envelope) {
    if (!envelope.subject.startsWith('suggestion/')) return
    const event = { type: envelope.type, data: envelope.data } as SuggestionEvent
    const id = envelope.subject.slice('suggestion/'.length)
    const version = envelope.streamversion
    switch (event.type) {
      case 'suggestion.received.v1': {
        const { kind, issuer, addressee, title } = event.data
        await db
          .insertInto('suggestions')
          .values({ id, kind, issuer, addressee, title, status: 'received', received_at: envelope.time, version })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        return
      }
      case 'suggestion.answered.v1':
        await db
          .updateTable('suggestions')
          .set({ status: 'answered', version })
          .where('id', '=', id)
          .where('version', '<', version)
          .execute()
        return
    }
  }
}

export interface SuggestionFilter {
  readonly status?: SuggestionStatus | undefined
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** Suggestions that the reader of the transaction wrote or was sent, newest first; one more than `limit` when there are more. */
export async function listSuggestions(db: Kysely<AuditDb>, { status, after, limit }: SuggestionFilter) {
  let query = db.selectFrom('suggestions').selectAll()
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(beyond(['received_at', 'id'], '<', [after.at, after.id]))
  return await query
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
