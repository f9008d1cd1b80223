import { type Deps, type Holder, instant, nameOf, type Tx } from '../commands/context.ts'
import { admit, forgive, isExhausted, type Limits, noTries, type Tries } from '../domain/throttle.ts'

/** An attempt that was admitted, at the account's and at the address's limit. */
export interface Attempt {
  readonly account: string
  readonly address: string
  readonly began: number
  /** It was the last one that the account may fail. */
  readonly last: boolean
}

/** Too many attempts, by this account name or from this address. */
export class Throttled extends Error {
  /** Milliseconds since 1970. */
  readonly retryAt: number

  constructor(retryAt: number) {
    super('too many attempts')
    this.name = 'Throttled'
    this.retryAt = retryAt
  }
}

/**
 * Counts an attempt before anything is checked: many at once are no way around the limits. Names of accounts that do not
 * exist are counted alike, and kept as a tag only the console can make.
 * @throws Throttled
 */
export async function beginAttempt(
  { store, key, rules, now }: Deps,
  holder: Holder,
  address: string
): Promise<Attempt> {
  const account = `account ${key.tag('throttle', nameOf(holder)).toString('base64url')}`
  const from = `address ${address}`
  const began = now()
  const retryAt = await store.transaction(async (tx) => {
    const byAddress = admit(await lock(tx, from, began), began, rules.perAddress)
    if (!byAddress.admitted) return byAddress.retryAt
    const byAccount = admit(await lock(tx, account, began), began, rules.perAccount)
    if (!byAccount.admitted) return byAccount.retryAt
    await keep(tx, from, byAddress.tries, rules.perAddress)
    await keep(tx, account, byAccount.tries, rules.perAccount)
    return isExhausted(byAccount.tries, began, rules.perAccount) ? -1 : 0
  })
  if (retryAt > 0) throw new Throttled(retryAt)
  return { account, address: from, began, last: retryAt < 0 }
}

/** The attempt succeeded: the account's slate is clean, and the address has failed once less. */
export async function succeed(tx: Tx, { rules }: Deps, attempt: Attempt): Promise<void> {
  const tries = await lock(tx, attempt.address, attempt.began)
  await keep(tx, attempt.address, forgive(tries, attempt.began), rules.perAddress)
  await tx.db.deleteFrom('throttles').where('key', '=', attempt.account).execute()
}

/** Whoever was throttled by the account's name may try again. */
export async function forget(tx: Tx, { key }: Deps, holder: Holder): Promise<void> {
  const name = `account ${key.tag('throttle', nameOf(holder)).toString('base64url')}`
  await tx.db.deleteFrom('throttles').where('key', '=', name).execute()
}

async function lock(tx: Tx, key: string, now: number): Promise<Tries> {
  const fresh = { key, at: [], not_before: 0, until: instant(now) }
  await tx.db
    .insertInto('throttles')
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx.db.selectFrom('throttles').selectAll().where('key', '=', key).forUpdate().executeTakeFirst()
  return row ? { at: row.at, notBefore: row.not_before } : noTries
}

async function keep(tx: Tx, key: string, { at, notBefore }: Tries, limits: Limits): Promise<void> {
  const until = instant(Math.max(notBefore, (at.at(-1) ?? 0) + limits.window))
  await tx.db
    .updateTable('throttles')
    .set({ at: [...at], not_before: notBefore, until })
    .where('key', '=', key)
    .execute()
}
