import { serviceNames } from '@wuhu/infra/stack-options'
import {
  type Fault,
  type FaultMeans,
  keepJetstream,
  killNats,
  killService,
  losePostgres,
  noJetstream,
  oldJetstream,
  zombies
} from './fault-list.ts'

/**
 * Every fault once, in an order by the dice, or the first `most` of them; only the older copy must be made before it can be
 * put back.
 */
export function everyFault(means: FaultMeans, most = Number.POSITIVE_INFINITY): Fault[] {
  const { dice } = means
  const all = dice.shuffle([
    ...serviceNames.map((name) => killService(means, name)),
    killNats(means),
    losePostgres(means, 'stop'),
    losePostgres(means, 'kill9'),
    // Those that publish most, then those that read most: the former must go on publishing meanwhile.
    zombies(means, ['info-sharing', 'joint-investigation']),
    zombies(means, ['notifications', 'audit']),
    noJetstream(means)
  ])
  const others = all.slice(0, most)
  const keep = dice.below(others.length - 2)
  others.splice(keep, 0, keepJetstream(means))
  others.splice(keep + 2 + dice.below(others.length - keep - 1), 0, oldJetstream(means))
  return others
}

/** A round of the long form: some of the faults, each alone or two at once. */
export function randomFaults(means: FaultMeans, count: number): Fault[] {
  const { dice } = means
  const alone = [
    () => zombies(means, dice.shuffle(serviceNames).slice(0, 1 + dice.below(2))),
    () => losePostgres(means, dice.pick(['stop', 'kill9'])),
    () => keepJetstream(means),
    () => oldJetstream(means),
    () => noJetstream(means),
    () => both(killNats(means), killService(means, dice.pick(serviceNames))),
    () =>
      both(
        ...(dice
          .shuffle(serviceNames)
          .map((name) => killService(means, name))
          .slice(0, 2) as [Fault, Fault])
      ),
    () => killService(means, dice.pick(serviceNames)),
    () => killNats(means)
  ]
  return Array.from({ length: count }, () => dice.pick(alone)())
}

const both = (one: Fault, two: Fault): Fault => ({
  name: `${one.name} and ${two.name}`,
  async strike() {
    await Promise.all([one.strike(), two.strike()])
    return undefined
  }
})
