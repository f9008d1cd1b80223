import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { until } from '@wuhu/test-support'
import pg from 'pg'
import { startStack } from '../stack/start-stack.ts'
import { createDice } from './dice.ts'
import type { Fault, FaultMeans } from './fault-list.ts'
import { createFleet } from './fleet.ts'
import { jetstreamFolder } from './jetstream-folder.ts'
import { startLoad } from './load/load.ts'
import { createSender } from './load/sender.ts'
import { type Assertions, prove, readImages } from './proof/prove.ts'
import { atRest } from './quiescence.ts'
import { everyFault, randomFaults } from './schedule.ts'

interface RoundTest extends Assertions {
  comment(text: string): void
  ok(value: unknown, message: string): boolean
}

const chains = 10

interface RoundOptions {
  readonly seed: number
  /** Faults of the list at most. */
  readonly most?: number | undefined
  /** Random faults after them. */
  readonly more: number
  /** Commands. */
  readonly perSecond: number
}

const reading = ['amr', 'psb', 'court', 'science']
/** Fewer acknowledged commands are no load to speak of. */
const loadEnough = 300

/**
 * One stack, one load, faults of the list and `more` random ones, then the proof of everything that was promised. The
 * seed decides faults and their order; when exactly they strike is up to the machine.
 */
export async function playRound(t: RoundTest, { seed, most, more, perSecond }: RoundOptions): Promise<void> {
  const begun = performance.now()
  const say = (text: string) => t.comment(`${((performance.now() - begun) / 1000).toFixed(1)} s: ${text}`)
  say(`seed ${seed}; TEST_FAULTS_SEED=${seed} repeats the order of the faults`)
  const dice = createDice(seed)
  const stack = await startStack(t, { ownPostgres: true, durable: true })
  const fleet = createFleet(stack)
  const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 4 })
  // Postgres goes away under it more than once.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  t.teardown(() => pool.end())
  await atRest(stack, 60_000)
  const before = new Set((await readImages(stack, pool)).flatMap(({ messages }) => messages.map(({ id }) => id)))
  say('the stack is at rest')

  const sender = createSender({ stack, fleet, dice: createDice(seed + 1), perSecond })
  const load = startLoad({ sender, dice: createDice(seed + 2), chains, reading })
  t.teardown(load.abandon)
  const ready = () => fleet.ready(60_000)
  const jetstream = jetstreamFolder(stack.nats, stack.natsAdmin, join(stack.dataDir, 'older-jetstream'))
  const means: FaultMeans = { stack, fleet, dice, pool, jetstream, ready }

  const strike = async ({ name, strike }: Fault) => {
    await pause(300 + dice.below(900))
    const done = sender.acknowledged.length
    const note = await strike()
    say(`${name}${note ? `: ${note}` : ''} (${done} acknowledged before)`)
    // Otherwise the next fault meets a system that has not recovered from this one.
    if (dice.next() < 0.7) await ready()
  }
  for (const fault of [...everyFault(means, most), ...randomFaults(means, more)]) await strike(fault)
  await ready()
  await until(() => sender.acknowledged.length > loadEnough, { within: 120_000, what: `${loadEnough} commands` })
  await load.finish()
  say(`${sender.acknowledged.length} commands acknowledged; not at first: ${JSON.stringify(sender.failures())}`)
  await atRest(stack, 60_000)
  say('everything is at rest')

  await prove(t, { stack, pool, sender, load, dice, before })
  t.ok(
    sender.acknowledged.some(({ attempts }) => attempts > 1),
    'faults were felt'
  )
  say('proved')
}
