import { type Kysely, sql } from 'kysely'
import type { JointDb } from '../tables.ts'

/** Cases with signs of a crime that never went to the police, oldest first; one more than `limit` when there are more. */
export async function listUntransferred(
  db: Kysely<JointDb>,
  filter: {
    readonly procuratorate: string
    readonly caseNumber?: string | undefined
    readonly after?: { readonly begunAt: string; readonly id: string } | undefined
    readonly limit: number
  }
) {
  const { procuratorate, caseNumber, after, limit } = filter
  let query = db
    .selectFrom('transfers as t')
    .selectAll('t')
    .select((eb) =>
      eb
        .selectFrom('transfer_breaches as b')
        .select(sql<string[]>`coalesce(array_agg(distinct b.rule order by b.rule), '{}')`.as('rules'))
        .whereRef('b.transfer_id', '=', 't.id')
        .as('missed')
    )
    .where('t.procuratorate', '=', procuratorate)
    .where('t.suspected_at', 'is not', null)
    .where('t.sent_at', 'is', null)
  if (caseNumber !== undefined) query = query.where('t.case_number', '=', caseNumber)
  if (after) {
    query = query.where(({ eb, refTuple, tuple, cast }) =>
      eb(
        refTuple('t.begun_at', 't.id'),
        '>',
        tuple(cast<Date>(eb.val(after.begunAt), 'timestamptz'), cast<string>(eb.val(after.id), 'uuid'))
      )
    )
  }
  return await query
    .orderBy('t.begun_at')
    .orderBy('t.id')
    .limit(limit + 1)
    .execute()
}
