import { type Kysely, sql } from 'kysely'
import { LeaseLost } from './errors.ts'
import type { StoreTables } from './tables.ts'

/** A right to move one position, held by one worker at a time. The epoch tells a worker from its predecessors. */
export interface Lease {
  readonly name: string
  readonly epoch: string
  /** Where the position stood when the lease was taken. */
  readonly position: number
  /** Of the source stream as last seen, where the position is a cursor. */
  readonly streamCreated: string | undefined
}

/** Long enough for a pause of the garbage collector or a slow disk, short enough that a standby takes over within 5 s. */
export const leaseSeconds = 3

type Db = Kysely<StoreTables>
const until = sql`clock_timestamp() + ${sql.lit(`${leaseSeconds} seconds`)}::interval`

/** Takes the lease when it is free or has run out by the database's clock; undefined while another holds it. */
export async function acquireLease(db: Db, schema: string, name: string, holder: string): Promise<Lease | undefined> {
  const leases = sql.id(schema, 'leases')
  await sql`insert into ${leases} (name) values (${name}) on conflict do nothing`.execute(db)
  const { rows } = await sql<{ epoch: string; position: string; stream_created: string | null }>`
    update ${leases} set holder = ${holder}, epoch = epoch + 1, until = ${until}
    where name = ${name} and until < clock_timestamp()
    returning epoch, position, stream_created`.execute(db)
  const row = rows[0]
  return (
    row && { name, epoch: row.epoch, position: Number(row.position), streamCreated: row.stream_created ?? undefined }
  )
}

/** @throws LeaseLost when somebody else took it meanwhile */
export async function renewLease(db: Db, schema: string, { name, epoch }: Lease): Promise<void> {
  const { rows } = await sql`
    update ${sql.id(schema, 'leases')} set until = ${until} where name = ${name} and epoch = ${epoch}
    returning 1`.execute(db)
  if (rows.length === 0) throw new LeaseLost(name)
}

/** Frees the lease so that a standby need not wait for it to run out. */
export async function releaseLease(db: Db, schema: string, { name, epoch }: Lease): Promise<void> {
  await sql`update ${sql.id(schema, 'leases')} set until = '-infinity' where name = ${name} and epoch = ${epoch}`.execute(
    db
  )
}

/**
 * Moves the position inside the transaction that has the effects. A worker that lost the lease moves nothing, and its
 * effects are rolled back with it.
 * @throws LeaseLost
 */
export async function advance(db: Db, schema: string, lease: Lease, from: number, to: number): Promise<void> {
  const { rows } = await sql`
    update ${sql.id(schema, 'leases')} set position = ${to}
    where name = ${lease.name} and epoch = ${lease.epoch} and position = ${from} returning 1`.execute(db)
  if (rows.length === 0) throw new LeaseLost(lease.name)
}
