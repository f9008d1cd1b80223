import type { Envelope } from '@wuhu/contracts'
import type { Kysely } from 'kysely'
import type { WorkKind } from '../domain/open-work.ts'
import type { InfoDb } from '../tables.ts'

export interface OpenWorkTables {
  /** One row for each piece of work that another service does on a case. */
  open_works: { kind: WorkKind; id: string; case_number: string; open: boolean; version: number }
}

const kindOf: Readonly<Record<string, WorkKind>> = {
  transfer: 'transfer',
  assist: 'assistance',
  consult: 'consultation'
}

/** What ends a piece of work; all else keeps it open, except that a mere suspicion is none yet. */
const ending: readonly string[] = [
  'transfer.suspected.v1',
  'transfer.refused.v1',
  'transfer.closed.v1',
  'assist.withdrawn.v1',
  'assist.closed.v1',
  'consult.declined.v1',
  'consult.closed.v1'
]

/** Keeps which transfers 移送, assistances 协查 and consultations 会商 of a case are open; repeating changes nothing. */
export async function applyOpenWork(db: Kysely<InfoDb>, event: Envelope): Promise<void> {
  const { type, casenumber, subject, streamversion: version } = event
  const [aggregate = ''] = type.split('.')
  const kind = kindOf[aggregate]
  const [, id] = subject.split('/')
  // A quarantined text is no work on a case.
  if (kind === undefined || id === undefined || casenumber === undefined) return
  const open = !ending.includes(type)
  await db
    .insertInto('open_works')
    .values({ kind, id, case_number: casenumber, open, version })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'id']).doUpdateSet({ open, version }).where('open_works.version', '<', version)
    )
    .execute()
}

/** Whether work on a case is open. */
export async function hasOpenWork(db: Kysely<InfoDb>, caseNumber: string): Promise<boolean> {
  const row = await db
    .selectFrom('open_works')
    .select('id')
    .where('case_number', '=', caseNumber)
    .where('open', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The same, of the case that a clue belongs to. */
export async function hasOpenWorkOfClue(db: Kysely<InfoDb>, id: string): Promise<boolean> {
  const row = await db.selectFrom('clues').select('case_number').where('id', '=', id).executeTakeFirst()
  return row?.case_number != null && (await hasOpenWork(db, row.case_number))
}
