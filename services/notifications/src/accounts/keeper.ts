import { isDeepStrictEqual } from 'node:util'
import type { Bus } from '@wuhu/bus'
import {
  type AccountServer,
  accountJwt,
  claimsOf,
  ensureMailConsumer,
  mailConsumers,
  type Signer
} from '@wuhu/bus/nats-accounts'
import type { Logger } from '@wuhu/host'
import { createWorker, type Store } from '@wuhu/store'
import type { NotificationsTables } from '../tables.ts'
import type { AgencyKeys } from './agency-keys.ts'
import { type WantedAccount, wantedAccounts } from './wanted-accounts.ts'

export interface KeeperStatus {
  readonly state: 'active' | 'standby' | 'failing'
  /** One sentence for the operator. */
  readonly detail: string
}

/** Keeps the accounts on the server as the directory wants them. */
export interface AccountsKeeper {
  start(): void
  stop(): Promise<void>
  /** The directory changed: look now. */
  wake(): void
  status(): KeeperStatus
}

export interface KeeperOptions {
  readonly store: Store<NotificationsTables>
  readonly bus: Bus
  readonly server: AccountServer
  /** Public key of the hub's account. */
  readonly hub: string
  /** The operator's signing key. */
  readonly operator: Signer
  keysOf(agency: string): AgencyKeys
  readonly holder: string
  readonly log: Logger
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds between looks at the directory that nobody asked for (1,000), and at all that the server holds (30,000). */
  readonly every?: number
  readonly everything?: number
}

/**
 * Compares what the directory wants with what the server holds, and hands over what differs. It keeps no state of its
 * own that matters: repeating it is harmless, and a server that lost its accounts or consumers gets them again. Works
 * under a lease, so that no process that slept hands over what another one replaced; if it did, the next look at all
 * would put it right.
 */
export function createAccountsKeeper(options: KeeperOptions): AccountsKeeper {
  const { store, bus, server, hub, operator, keysOf, log, now, every = 1000, everything = 30_000 } = options
  let status: KeeperStatus = { state: 'standby', detail: 'not started' }
  let woken = Promise.withResolvers<void>()
  let forgotten = true
  server.onReconnect(() => {
    forgotten = true
    wake()
  })
  const wake = () => woken.resolve()

  /** @returns whether something was handed over */
  const keep = async ({ agency, account, content }: WantedAccount): Promise<boolean> => {
    const jwt = await accountJwt(agency, account, content, operator)
    const held = await server.lookup(account)
    if (held !== undefined && isDeepStrictEqual(claimsOf(held).nats, claimsOf(jwt).nats)) return false
    await server.push(jwt)
    return true
  }

  /** One look. `known` is what the server was seen to hold, `consumers` the agencies whose consumer was seen. */
  const look = async (known: Map<string, WantedAccount>, consumers: Set<string>): Promise<string[]> => {
    const problems: string[] = []
    const wanted = await wantedAccounts(store.db, { hub, keysOf, now: now() })
    for (const one of wanted) {
      try {
        if (!isDeepStrictEqual(known.get(one.agency), one)) {
          if (await keep(one)) log.info({ agency: one.agency, account: one.account }, 'NATS account handed over')
          known.set(one.agency, one)
        }
        if (!consumers.has(one.agency)) {
          await ensureMailConsumer(bus, one.agency)
          consumers.add(one.agency)
        }
      } catch (error) {
        problems.push(`${one.agency}: ${(error as Error).message}`)
        if (!server.connected() || !bus.health().connected) break
      }
    }
    return problems
  }

  const work = async (signal: AbortSignal): Promise<void> => {
    const known = new Map<string, WantedAccount>()
    const consumers = new Set<string>()
    let lookedAt = Number.NEGATIVE_INFINITY
    signal.addEventListener('abort', wake)
    while (!signal.aborted) {
      woken = Promise.withResolvers()
      if (forgotten || performance.now() - lookedAt >= everything) {
        forgotten = false
        lookedAt = performance.now()
        known.clear()
        const there = await mailConsumers(bus)
        consumers.clear()
        for (const name of there) consumers.add(name)
      }
      const problems = await look(known, consumers)
      const was = status.state
      status =
        problems.length === 0
          ? { state: 'active', detail: `${known.size} accounts` }
          : { state: 'failing', detail: problems[0] ?? '' }
      if (problems.length > 0 && was !== 'failing') log.warn({ problems: problems.slice(0, 5) }, 'NATS accounts behind')
      await within(every, woken.promise)
    }
  }

  const worker = createWorker({
    db: store.db as unknown as Store<unknown>['db'],
    schema: store.schema,
    lease: 'nats-accounts',
    holder: options.holder,
    log,
    work: (_lease, signal) => {
      forgotten = true
      return work(signal)
    },
    onState(held, failure) {
      if (failure !== undefined) status = { state: 'failing', detail: (failure as Error).message }
      else if (!held) status = { state: 'standby', detail: 'another process keeps them' }
    }
  })

  return { start: worker.start, stop: worker.stop, wake, status: () => status }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  await Promise.race([work, promise])
  clearTimeout(timer)
}
