import { setTimeout as pause } from 'node:timers/promises'
import type { ServiceName } from '@wuhu/infra/stack-options'
import { until } from '@wuhu/test-support'
import type pg from 'pg'
import type { ServiceHandle } from '../stack/service-handle.ts'
import type { TestStack } from '../stack/start-stack.ts'
import type { Dice } from './dice.ts'
import type { Fleet } from './fleet.ts'
import type { JetstreamFolder } from './jetstream-folder.ts'
import { leasesOf, takenOver } from './leases.ts'

export interface Fault {
  readonly name: string
  /** Does the damage and starts again what it ended; what it ended need not be ready yet. */
  readonly strike: () => Promise<string | undefined>
}

export interface FaultMeans {
  readonly stack: TestStack
  readonly fleet: Fleet
  readonly dice: Dice
  readonly pool: pg.Pool
  readonly jetstream: JetstreamFolder
  /** Fault needs the store to be reachable and the service to be at work. */
  readonly ready: () => Promise<void>
}

/** SIGKILL of a service, which is started again at once. */
export const killService = ({ fleet }: FaultMeans, name: ServiceName): Fault => ({
  name: `kill -9 ${name}`,
  async strike() {
    await fleet.killAndRevive(fleet.primary(name))
    return undefined
  }
})

export const killNats = ({ stack: { nats }, dice }: FaultMeans): Fault => ({
  name: 'kill -9 nats-server',
  async strike() {
    await nats.kill9()
    await pause(dice.below(1_500))
    await nats.start()
    return undefined
  }
})

/** Postgres ends in order or by SIGKILL, is away for a while, and comes back. */
export const losePostgres = ({ stack, dice }: FaultMeans, how: 'stop' | 'kill9'): Fault => ({
  name: `Postgres ${how}`,
  async strike() {
    const { postgres } = stack
    if (!postgres) throw new Error('this stack has no Postgres of its own')
    await postgres[how]()
    await pause(500 + dice.below(2_000))
    await postgres.start()
    return undefined
  }
})

export const keepJetstream = ({ jetstream }: FaultMeans): Fault => ({
  name: 'nats-server restarts, its storage is copied',
  strike: async () => void (await jetstream.keep())
})

export const oldJetstream = ({ jetstream }: FaultMeans): Fault => ({
  name: 'JetStream storage replaced by the older copy',
  strike: async () => healed(await jetstream.putBack())
})

export const noJetstream = ({ jetstream }: FaultMeans): Fault => ({
  name: 'JetStream storage lost, streams made anew',
  strike: async () => healed(await jetstream.lose())
})

const healed = (lost: number): string => `${lost} messages to heal`

/** A standby takes over within 5 s; the rest is for the delays of a busy machine. */
const takeOverWithin = 20_000

/**
 * Services are paused past their leases while standbys run: these must take over, and the paused processes, when they
 * go on in the belief that nothing happened, must change nothing. Each goes on soon after it was replaced: then what
 * came for it meanwhile still waits in its sockets, and it begins by working on that.
 */
export const zombies = (means: FaultMeans, names: readonly ServiceName[]): Fault => ({
  name: `SIGSTOP of ${names.join(' and ')} past the lease`,
  async strike() {
    const { fleet, pool, dice, ready } = means
    await ready()
    const standbys = await Promise.all(names.map((name) => fleet.addStandby(name)))
    const took = await Promise.all(
      names.map((name) => zombie(pool, fleet.primary(name), { before: dice.below(500), after: dice.below(800) }))
    )
    await endSome(means, standbys)
    return `taken over within ${took.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ')}`
  }
})

/** @returns milliseconds until a standby held all its leases */
async function zombie(pool: pg.Pool, handle: ServiceHandle, wait: { before: number; after: number }): Promise<number> {
  const pid = handle.pid()
  await until(async () => (await leasesOf(pool, handle.name, pid)) > 0, { what: `${handle.name} works` })
  await pause(wait.before)
  handle.pause()
  try {
    const took = await takenOver(pool, handle.name, pid, takeOverWithin)
    await pause(wait.after)
    return took
  } finally {
    handle.resume()
  }
}

/** Both live side by side for a moment, then the standby ends, in order or not, and the first one works again. */
async function endSome({ fleet, dice }: FaultMeans, standbys: readonly ServiceHandle[]): Promise<void> {
  await pause(500 + dice.below(500))
  await Promise.all(standbys.map((handle) => fleet.remove(handle, dice.pick(['stop', 'kill9']))))
}
