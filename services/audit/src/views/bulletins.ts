import { type BulletinEvent, parseAudience } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { BulletinStatus, Draft } from '../domain/bulletin.ts'
import type { AuditDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string, string>

export interface BulletinTables {
  bulletins: {
    id: string
    kind: Draft['kind']
    title: string
    issuer: string
    status: BulletinStatus
    document_number: string | null
    /** The office; everybody once it is published. */
    agencies: string[]
    drafted_at: Timestamp
    published_at: ColumnType<Date | null, string | null, string>
    version: number
  }
}

/** Bulletins 通报 as rows: drafts for the office, what was published for everybody that it was published to. */
export const bulletinView: View<AuditDb> = {
  name: 'bulletins',
  tables: ['bulletins'],
  async apply(db, envelope) {
    if (!envelope.subject.startsWith('bulletin/')) return
    const event = { type: envelope.type, data: envelope.data } as BulletinEvent
    const id = envelope.subject.slice('bulletin/'.length)
    const version = envelope.streamversion
    const agencies = parseAudience(envelope.audience).map(({ agency }) => agency)
    const set = (change: object) =>
      db
        .updateTable('bulletins')
        .set({ ...change, agencies, version })
        .where('id', '=', id)
        .where('version', '<', version)
        .execute()
    switch (event.type) {
      case 'bulletin.drafted.v1': {
        const { kind, title, issuer } = event.data
        await set({ kind, title, status: 'drafted' })
        const row = { ...{ id, kind, title, issuer, agencies, version }, status: 'drafted' as const }
        await db
          .insertInto('bulletins')
          .values({ ...row, document_number: null, drafted_at: envelope.time, published_at: null })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        return
      }
      case 'bulletin.approved.v1':
        await set({ status: 'approved' })
        return
      case 'bulletin.published.v1': {
        const document_number = event.data.documentNumber ?? null
        await set({ status: 'published', document_number, published_at: envelope.time })
        return
      }
    }
  }
}

export interface BulletinFilter {
  readonly status?: BulletinStatus | undefined
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** Bulletins that the reader of the transaction may see, newest first; one more than `limit` when there are more. */
export async function listBulletins(db: Kysely<AuditDb>, { status, after, limit }: BulletinFilter) {
  let query = db.selectFrom('bulletins').selectAll()
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(beyond(['drafted_at', 'id'], '<', [after.at, after.id]))
  return await query
    .orderBy('drafted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
