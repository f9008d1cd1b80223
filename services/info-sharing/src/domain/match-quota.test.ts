import t from 'tap'
import { assessQuota } from './match-quota.ts'

const quota = { hour: 60, day: 100 }
const assess = (hour: number, day: number, count: number) => assessQuota({ hour, day }, count, quota)

t.test('what fits, and what is alarming', async (t) => {
  t.strictSame(assess(0, 0, 16), { allowed: true, alarms: [] })
  t.strictSame(assess(47, 47, 1), {
    allowed: true,
    alarms: [{ window: 'hour', used: 48, limit: 60, refused: false }]
  })
  t.strictSame(assess(48, 48, 12), { allowed: true, alarms: [] }, 'said once, and the last one fits')
  t.strictSame(assess(0, 79, 2).alarms, [{ window: 'day', used: 81, limit: 100, refused: false }])
  t.equal(assess(40, 70, 16).alarms.length, 2)
  t.strictSame(assess(60, 60, 1), {
    allowed: false,
    alarms: [{ window: 'hour', used: 60, limit: 60, refused: true }]
  })
  t.strictSame(assess(50, 50, 11).allowed, false, 'all of a request or nothing')
  t.match(assess(0, 100, 1), { allowed: false, alarms: [{ window: 'day' }] })
})
