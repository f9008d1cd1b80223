import t from 'tap'
import { settled } from '../../stack/settled.ts'
import { startStack } from '../../stack/start-stack.ts'
import { assistanceForwarded } from './assistance-forwarded.ts'
import { createCast } from './cast.ts'
import { leadToPenalty } from './lead-to-penalty.ts'
import { missedClock } from './missed-clock.ts'
import { planTasks } from './plan-tasks.ts'
import { reverseTransfer } from './reverse-transfer.ts'
import { transferAccepted } from './transfer-accepted.ts'
import { transferRefused } from './transfer-refused.ts'

// The five mutuals as workflows with clocks, over the real stack. One stack, and one clock that is moved on.

const stack = await startStack(t, { clock: true })
const cast = createCast(stack)

// So that the clocks of these weeks do not depend on the day on which the test runs: working days from here on.
await stack.clock.to(nextMonday())

const scenarios = {
  leadToPenalty,
  transferAccepted,
  transferRefused,
  reverseTransfer,
  assistanceForwarded,
  missedClock,
  planTasks
}
for (const [name, scenario] of Object.entries(scenarios)) {
  const began = performance.now()
  await t.test(name, async (t) => {
    await scenario(t, cast)
    t.comment(`${Math.round(performance.now() - began)} ms`)
  })
}

t.test('nothing is missing at the end', async (t) => {
  await settled(stack)
  const { body } = await stack.call('amr', 'GET', '/v1/gaps?deep=true', undefined, { role: 'audit-admin' })
  t.match(body, { complete: true, gaps: [] })
})

/** 09:00 in Beijing on the next Monday. */
function nextMonday(): Date {
  const day = new Date(Date.now() + 86_400_000)
  while (new Date(day.getTime() + 8 * 3_600_000).getUTCDay() !== 1) day.setTime(day.getTime() + 86_400_000)
  return new Date(`${new Date(day.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}T09:00:00+08:00`)
}
