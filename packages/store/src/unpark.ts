import { Refusal } from '@wuhu/decider'
import { sql } from 'kysely'
import { errorLine, type Received, receive } from './received.ts'
import type { Store } from './store.ts'
import type { StoreTables } from './tables.ts'
import type { Transaction } from './transaction.ts'

export interface UnparkRequest {
  /** Of the parked event in its stream. */
  readonly sequence: number
  readonly action: 'retried' | 'skipped'
  /** Who did it: agency and key. */
  readonly operator: string
  readonly reason?: string | undefined
}

export interface Unparked {
  readonly action: 'retried' | 'skipped'
  /** Events of the same case that waited behind it and were applied with it. */
  readonly released: number
}

interface Row {
  id: string
  consumer: string
  stream: string
  sequence: string
  keys: string[]
  event_id: string | null
  behind: boolean
  body: Buffer
}

/** The consumer whose parked event is meant. */
export interface UnparkTarget<DB> {
  readonly store: Store<DB>
  readonly name: string
  readonly lease: string
  readonly apply: (tx: Transaction<DB & StoreTables>, events: readonly Received[]) => Promise<void>
}

/**
 * Applies (`retried`) or gives up (`skipped`) a parked event, then applies what waited behind it until the next one
 * that fails. One transaction, recorded in `parked_history`; undefined when there is no such parked event.
 * @throws Refusal `parked.waits` when an earlier event of its case is parked; `parked.still-failing` with the error
 */
export async function unpark<DB>(target: UnparkTarget<DB>, request: UnparkRequest): Promise<Unparked | undefined> {
  return target.store.transaction((tx) => unparkIn(tx, target, request))
}

async function unparkIn<DB>(
  tx: Transaction<DB & StoreTables>,
  target: UnparkTarget<DB>,
  { sequence, action, operator, reason }: UnparkRequest
): Promise<Unparked | undefined> {
  const { schema } = target.store
  // The consumer's own batches lock this row too: nothing can be parked behind us meanwhile.
  await sql`select 1 from ${sql.id(schema, 'leases')} where name = ${target.lease} for update`.execute(tx.db)
  const { rows } = await sql<Row>`
    select id, consumer, stream, sequence, keys, event_id, behind, body from ${sql.id(schema, 'parked')}
    where consumer = ${target.name} order by sequence for update`.execute(tx.db)
  const at = rows.findIndex((row) => Number(row.sequence) === sequence)
  const first = rows[at]
  if (!first) return undefined
  const before = rows.slice(0, at)
  const earlier = before.find((row) => overlap(row, new Set(first.keys)))
  if (earlier) throw new Refusal('parked.waits', `it waits behind the parked event at sequence ${earlier.sequence}`)

  if (action === 'retried') {
    const error = await tryApply(tx, target, first)
    if (error !== undefined) throw new Refusal('parked.still-failing', error)
  }
  await close(tx, schema, first, action, operator, reason)

  const blocked = new Set(before.flatMap(({ keys }) => keys))
  let released = 0
  for (const row of rows.slice(at + 1)) {
    const free = row.behind && !overlap(row, blocked)
    const error = free ? await tryApply(tx, target, row) : undefined
    if (free && error === undefined) {
      released += 1
      await close(tx, schema, row, 'retried', operator, `released with sequence ${first.sequence}`)
      continue
    }
    for (const key of row.keys) blocked.add(key)
    if (error === undefined) continue
    await sql`update ${sql.id(schema, 'parked')} set behind = false, error = ${error} where id = ${row.id}`.execute(
      tx.db
    )
  }
  return { action, released }
}

/** Applies one event inside a savepoint; @returns the error's line when it still cannot be applied */
async function tryApply<DB>(
  tx: Transaction<DB & StoreTables>,
  { apply }: UnparkTarget<DB>,
  row: Row
): Promise<string | undefined> {
  const one = receive(row.stream, { sequence: Number(row.sequence), body: row.body })
  if (!('event' in one)) return one.error
  await sql`savepoint apply`.execute(tx.db)
  try {
    await apply(tx, [one])
    await sql`release savepoint apply`.execute(tx.db)
    return undefined
  } catch (error) {
    await sql`rollback to savepoint apply`.execute(tx.db)
    return errorLine(error)
  }
}

async function close<DB>(
  tx: Transaction<DB>,
  schema: string,
  row: Row,
  action: 'retried' | 'skipped',
  operator: string,
  reason: string | undefined
): Promise<void> {
  await sql`delete from ${sql.id(schema, 'parked')} where id = ${row.id}`.execute(tx.db)
  await sql`
    insert into ${sql.id(schema, 'parked_history')}
      (parked_id, consumer, stream, sequence, event_id, action, operator, reason)
    values (${row.id}, ${row.consumer}, ${row.stream}, ${row.sequence}, ${row.event_id}, ${action}, ${operator},
      ${reason ?? null})`.execute(tx.db)
}

const overlap = ({ keys }: Row, blocked: ReadonlySet<string>): boolean => keys.some((key) => blocked.has(key))
