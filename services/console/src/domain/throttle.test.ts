import fc from 'fast-check'
import t from 'tap'
import { admit, forgive, isExhausted, type Limits, noTries, type Tries } from './throttle.ts'

const limits: Limits = { attempts: 10, window: 900_000, free: 3, longestDelay: 60_000 }

t.test('three failures are free, then the delay doubles up to a minute', async (t) => {
  let tries: Tries = noTries
  let now = 1_000_000
  const waits: number[] = []
  for (let count = 0; count < limits.attempts; count += 1) {
    const first = admit(tries, now, limits)
    if (first.admitted) waits.push(0)
    else {
      waits.push(first.retryAt - now)
      t.equal(admit(tries, first.retryAt - 1, limits).admitted, false)
      now = first.retryAt
    }
    const second = first.admitted ? first : admit(tries, now, limits)
    if (!second.admitted) throw new Error('not admitted when told')
    tries = second.tries
  }
  t.same(waits, [0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000])
  t.ok(isExhausted(tries, now, limits))
  const eleventh = admit(tries, now + 60_000, limits)
  t.same(eleventh, { admitted: false, retryAt: 1_000_000 + limits.window })
})

const action = fc.record({ wait: fc.integer({ min: 0, max: 400_000 }), right: fc.boolean(), overlap: fc.boolean() })

t.test(
  'whatever comes when: never more wrong attempts in a window than the limit, and never shut for good',
  async () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 80 }), fc.integer({ min: 3, max: 12 }), (actions, attempts) => {
        const own = { ...limits, attempts }
        let tries: Tries = noTries
        let now = 1_000_000
        const wrong: number[] = []
        for (const { wait, right, overlap } of actions) {
          now += overlap ? 0 : wait
          const admission = admit(tries, now, own)
          if (!admission.admitted) {
            if (admission.retryAt <= now || admission.retryAt > now + own.window) return false
            if (!admit(tries, admission.retryAt, own).admitted) return false
            continue
          }
          tries = admission.tries
          if (right) tries = forgive(tries, now)
          else wrong.push(now)
          if (wrong.filter((at) => at > now - own.window).length > own.attempts) return false
          const [oldest = now] = tries.at.slice(-own.attempts)
          if (isExhausted(tries, now, own) && admit(tries, oldest + own.window - 1, own).admitted) return false
        }
        return true
      })
    )
  }
)

t.test('success takes back its own attempt only', async (t) => {
  const tries: Tries = { at: [1, 2, 2, 3], notBefore: 9 }
  t.same(forgive(tries, 2).at, [1, 2, 3])
  t.same(forgive({ at: [1], notBefore: 9 }, 1), noTries)
  t.same(forgive(tries, 7).at, tries.at)
})
