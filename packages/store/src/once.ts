import { type Kysely, sql } from 'kysely'
import { IdempotencyInFlight, IdempotencyMismatch, TokenReplayed } from './errors.ts'
import type { StoreTables } from './tables.ts'
import type { Transaction } from './transaction.ts'

/** What identifies a request: the host's call has these members. */
export interface OnceCall {
  readonly caller: { readonly agency: string }
  readonly idempotencyKey?: string | undefined
  /** A hash over the command's name and input. */
  readonly fingerprint: string
  readonly token: { readonly jti: string /** Unix seconds. */; readonly expiresAt: number }
}

export interface Once<T> {
  readonly answer: T
  /** True when the work was done by an earlier request with the same key. */
  readonly replayed: boolean
}

/** Tokens live five minutes at most and clocks may differ by one: an hour is plenty. */
const tokenKept = 3_600

/** Runs `work` in `tx` unless the request was answered before. The answer is kept in the same transaction. */
export async function once<DB, T>(
  tx: Transaction<DB>,
  schema: string,
  call: OnceCall,
  work: (tx: Transaction<DB>) => Promise<T>
): Promise<Once<T>> {
  const { idempotencyKey: key, fingerprint, caller } = call
  const answers = sql.id(schema, 'answers')
  if (key === undefined) {
    // A jti names a token of its issuer only: no agency uses up another's.
    const { rows } = await sql`
      insert into ${sql.id(schema, 'used_tokens')} (jti, expires_at)
      values (${`${caller.agency} ${call.token.jti}`}, to_timestamp(${call.token.expiresAt + tokenKept}))
      on conflict do nothing returning 1`.execute(tx.db)
    if (rows.length === 0) throw new TokenReplayed()
    return { answer: await work(tx), replayed: false }
  }
  const { rows } = await sql<{ free: boolean; fingerprint: string | null; answer: string | null }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${schema} ${caller.agency} ${key}`}, 0)) as free,
           a.fingerprint, a.answer
    from (values (1)) as one left join ${answers} a on a.agency = ${caller.agency} and a.key = ${key}`.execute(tx.db)
  const found = rows[0]
  if (found?.fingerprint && found.fingerprint !== fingerprint) throw new IdempotencyMismatch()
  if (found?.answer) return { answer: JSON.parse(found.answer) as T, replayed: true }
  if (!found?.free) throw new IdempotencyInFlight()
  const answer = await work(tx)
  // Should the other request have committed between our look and our lock, the primary key fails and we look again.
  const keep = sql`
    insert into ${answers} (agency, key, fingerprint, answer)
    values (${caller.agency}, ${key}, ${fingerprint}, ${JSON.stringify(answer)})`.compile(tx.db)
  tx.atCommit({ name: `${schema}-keep-answer`, text: keep.sql, values: [...keep.parameters] })
  return { answer, replayed: false }
}

/** Forgets answers after seven days and tokens that can no longer be valid. */
export async function sweep(db: Kysely<StoreTables>, schema: string): Promise<void> {
  await sql`delete from ${sql.id(schema, 'answers')} where at < now() - interval '7 days'`.execute(db)
  await sql`delete from ${sql.id(schema, 'used_tokens')} where expires_at < now()`.execute(db)
}
