import type { AppraiserEvent, Envelope, ExpertEvent } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { PoolKind } from '../domain/pool-entry.ts'
import type { InfoDb } from '../tables.ts'

export interface ExpertTables {
  experts: {
    id: string
    kind: PoolKind
    removed: boolean
    /** 专业. */
    fields: string[]
    version: number
    updated_at: ColumnType<Date, string, string>
    /** Envelope of the event that says what the entry is. */
    body: Buffer
  }
}

/** The pool of experts and the register of appraisal institutions, as they are now. */
export const expertView: View<InfoDb> = {
  name: 'experts',
  tables: ['experts'],
  async apply(db, envelope) {
    const event = { type: envelope.type, data: envelope.data } as ExpertEvent | AppraiserEvent
    switch (event.type) {
      case 'expert.registered.v1':
      case 'expert.updated.v1':
        return await keep(db, 'expert', event.data.fields, envelope)
      case 'appraiser.registered.v1':
      case 'appraiser.updated.v1':
        return await keep(db, 'appraiser', event.data.fields, envelope)
      case 'expert.removed.v1':
      case 'appraiser.removed.v1':
        await db
          .updateTable('experts')
          .set({ removed: true, version: envelope.streamversion, updated_at: envelope.time })
          .where('id', '=', idOf(envelope))
          .where('version', '<', envelope.streamversion)
          .execute()
    }
  }
}

const idOf = ({ subject }: Envelope) => subject.slice(subject.indexOf('/') + 1)

async function keep(db: Kysely<InfoDb>, kind: PoolKind, fields: readonly string[], envelope: Envelope): Promise<void> {
  const { streamversion: version, time } = envelope
  const row = { fields: [...fields], version, updated_at: time, body: Buffer.from(JSON.stringify(envelope)) }
  await db
    .insertInto('experts')
    .values({ id: idOf(envelope), kind, removed: false, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('experts.version', '<', version))
    .execute()
}

/** Entries in force, by id; one more than `limit` when there are more. `field`: part of a field's name. */
export async function listPool(
  db: Kysely<InfoDb>,
  options: { kind: PoolKind; field?: string | undefined; after?: string | undefined; limit: number }
) {
  const { kind, field, after, limit } = options
  let query = db
    .selectFrom('experts')
    .select(['id', 'version', 'body'])
    .where('kind', '=', kind)
    .where('removed', '=', false)
  if (field !== undefined) {
    query = query.where(sql<boolean>`exists (select from unnest(fields) one where position(${field} in one) > 0)`)
  }
  if (after !== undefined) query = query.where('id', '>', after)
  return await query
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}
