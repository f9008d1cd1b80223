import { faultSettings } from '@wuhu/test-support'
import t from 'tap'
import { playRound } from './round.ts'

const { long, seed } = faultSettings()
/** The long form, `npm run faults`: several stacks, each with a seed of its own and more faults. */
const rounds = long && seed === undefined ? 5 : 1
const more = long ? 20 : 0
/** The short form takes eight of the list, others from run to run. */
const most = long ? undefined : 8
/** Commands a second: what all of it proves is read again at the end, so the short form makes less. */
const perSecond = long ? 60 : 20
t.setTimeout(long ? 3_600_000 : 580_000)

for (let round = 1; round <= rounds; round += 1) {
  t.test(`nothing acknowledged is lost, doubled or reordered, whatever is killed (${round})`, (t) =>
    playRound(t, { seed: seed ?? Math.floor(Math.random() * 2 ** 31), most, more, perSecond })
  )
}
