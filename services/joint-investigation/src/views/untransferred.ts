import { beyond } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'
import type { JointDb } from '../tables.ts'

/** Cases with signs of a crime that never went to the police, oldest first; one more than `limit` when there are more. */
export async function listUntransferred(
  db: Kysely<JointDb>,
  filter: {
    readonly procuratorate: string
    readonly caseNumber?: string | undefined
    readonly after?: { readonly at: string; readonly id: string } | undefined
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
    .select((eb) =>
      eb
        .selectFrom('case_penalties as p')
        .select((p) => p.fn.min('p.decided_on').as('on'))
        .whereRef('p.case_number', '=', 't.case_number')
        .whereRef('p.agency', '=', 't.sender')
        .as('penalised_on')
    )
    .where('t.procuratorate', '=', procuratorate)
    .where('t.suspected_at', 'is not', null)
    .where('t.sent_at', 'is', null)
  if (caseNumber !== undefined) query = query.where('t.case_number', '=', caseNumber)
  if (after) query = query.where(beyond(['t.begun_at', 't.id'], '>', [after.at, after.id]))
  return await query
    .orderBy('t.begun_at')
    .orderBy('t.id')
    .limit(limit + 1)
    .execute()
}
