import { type DeadlineEvent, type Envelope, parseAudience, type TransferEvent } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import { type ColumnType, type Kysely, sql } from 'kysely'
import { transferStatusAfter } from '../domain/transfer-evolve.ts'
import type { TransferStatus } from '../domain/transfer-state.ts'
import type { JointDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string | Date, string>
type Moment = ColumnType<Date | null, string | null, string>

export interface TransferTables {
  /** Open fields only: whoever is told of a step may read them, the office included. */
  transfers: {
    id: string
    case_number: string
    sender: string | null
    police: string | null
    procuratorate: string
    clue: string | null
    status: TransferStatus
    begun_at: Timestamp
    /** Undefined for a case that began with the procuratorate. */
    suspected_at: Moment
    sent_at: Moment
    /** Since when it has been in its status. */
    since: Timestamp
    updated_at: Timestamp
    version: number
  }
  /** The transfer as it stood at the step of which the agency was told last: who takes part is told of every step. */
  transfer_agencies: Omit<TransferTables['transfers'], 'id' | 'suspected_at' | 'sent_at'> & {
    agency: string
    transfer_id: string
  }
  /** Clocks of transfers that were missed. */
  transfer_breaches: { transfer_id: string; rule: string; holder: string; at: Timestamp }
}

const prefix = 'transfer/'

/** Transfers 移送 as rows, how each agency was told that they stand, and the clocks that were missed. */
export const transferView: View<JointDb> = {
  name: 'transfers',
  tables: ['transfers', 'transfer_agencies', 'transfer_breaches'],
  async apply(db, envelope) {
    if (envelope.type === 'deadline.breached.v1') return addBreach(db, envelope)
    if (!envelope.subject.startsWith(prefix)) return
    const event = { type: envelope.type, data: envelope.data } as TransferEvent
    const id = envelope.subject.slice(prefix.length)
    if (envelope.streamversion === 1) await begin(db, id, event, envelope)
    else await change(db, id, event, envelope)
    await tell(db, id, envelope)
  }
}

async function begin(db: Kysely<JointDb>, id: string, event: TransferEvent, { time }: Envelope): Promise<void> {
  const { status, sender, clue, procuratorate, caseNumber, suspected } = beginning(event)
  await db
    .insertInto('transfers')
    .values({
      ...{ id, case_number: caseNumber, sender, police: null, procuratorate, clue, status, version: 1 },
      ...{ begun_at: time, suspected_at: suspected ? time : null, sent_at: null, since: time, updated_at: time }
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

function beginning(event: TransferEvent) {
  if (event.type === 'transfer.suspected.v1') {
    const { caseNumber, sender, procuratorate, clue = null } = event.data
    return { status: 'suspected' as const, suspected: true, caseNumber, sender, procuratorate, clue }
  }
  if (event.type === 'transfer.not-prosecuted.v1') {
    const { caseNumber, administration: sender = null, procuratorate } = event.data
    return { status: 'not-prosecuted' as const, suspected: false, caseNumber, sender, procuratorate, clue: null }
  }
  throw new TypeError(`${event.type} begins no transfer`)
}

async function change(
  db: Kysely<JointDb>,
  id: string,
  event: TransferEvent,
  { time, streamversion }: Envelope
): Promise<void> {
  const row = await db
    .selectFrom('transfers')
    .select('status')
    .where('id', '=', id)
    .where('version', '<', streamversion)
    .executeTakeFirst()
  if (!row) return
  const status = transferStatusAfter(row.status, event)
  await db
    .updateTable('transfers')
    .set({
      ...{ status, version: streamversion, updated_at: time, ...named(event) },
      ...(status !== row.status && { since: time }),
      ...(event.type === 'transfer.sent.v1' && { sent_at: time })
    })
    .where('id', '=', id)
    .execute()
}

/** Who has it from now on. */
function named(event: TransferEvent): { police?: string | null; sender?: string } {
  if (event.type === 'transfer.sent.v1') return { police: event.data.to }
  if (event.type === 'transfer.rerouted.v1') return { police: event.data.to ?? null }
  return event.type === 'transfer.opinion-received.v1' ? { sender: event.data.to } : {}
}

/** As it stands after the event; told again of an earlier one, nobody learns more. */
async function tell(db: Kysely<JointDb>, id: string, { audience, streamversion }: Envelope): Promise<void> {
  const told = parseAudience(audience).map(({ agency }) => agency)
  await sql`
    insert into transfer_agencies (agency, transfer_id, begun_at, case_number, sender, police, procuratorate, clue,
                                   status, since, updated_at, version)
    select told.agency, id, begun_at, case_number, sender, police, procuratorate, clue, status, since, updated_at, version
    from transfers, unnest(${told}::text[]) as told (agency)
    where id = ${id} and version = ${streamversion}
    on conflict (agency, begun_at, transfer_id) do update
      set (sender, police, status, since, updated_at, version) =
          (excluded.sender, excluded.police, excluded.status, excluded.since, excluded.updated_at, excluded.version)`.execute(
    db
  )
}

async function addBreach(db: Kysely<JointDb>, { data, time }: Envelope): Promise<void> {
  const { of, rule, holder } = data as Extract<DeadlineEvent, { type: 'deadline.breached.v1' }>['data']
  if (!of.startsWith(prefix)) return
  await db
    .insertInto('transfer_breaches')
    .values({ transfer_id: of.slice(prefix.length), rule, holder, at: time })
    .onConflict((conflict) => conflict.columns(['transfer_id', 'rule', 'at']).doNothing())
    .execute()
}

export interface TransferFilter {
  /** Was told of it. */
  readonly agency: string
  /** As what. */
  readonly role?: 'sender' | 'police' | 'procuratorate' | undefined
  readonly status?: TransferStatus | undefined
  readonly caseNumber?: string | undefined
  /** Newest first, beyond this place. */
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** Transfers as the agency was told that they stand, newest first; one more than `limit` when there are more. */
export async function listTransfers(db: Kysely<JointDb>, filter: TransferFilter) {
  const { agency, role, status, caseNumber, after, limit } = filter
  let query = db.selectFrom('transfer_agencies').selectAll().select('transfer_id as id').where('agency', '=', agency)
  if (role) query = query.where(role, '=', agency)
  if (status) query = query.where('status', '=', status)
  if (caseNumber !== undefined) query = query.where('case_number', '=', caseNumber)
  if (after) query = query.where(beyond(['begun_at', 'transfer_id'], '<', [after.at, after.id]))
  return await query
    .orderBy('begun_at', 'desc')
    .orderBy('transfer_id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** The version of the transfer that the agency was told of last; undefined when it was never told of it. */
export async function toldVersion(db: Kysely<JointDb>, id: string, agency: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('transfer_agencies')
    .select('version')
    .where('agency', '=', agency)
    .where('transfer_id', '=', id)
    .executeTakeFirst()
  return row?.version
}

/** Whether a clock of the transfer was missed. */
export async function missedClock(db: Kysely<JointDb>, id: string, rule: string): Promise<boolean> {
  const row = await db
    .selectFrom('transfer_breaches')
    .select('rule')
    .where('transfer_id', '=', id)
    .where('rule', '=', rule)
    .executeTakeFirst()
  return row !== undefined
}
