import t from 'tap'
import { WuhuProblem, WuhuUnreachable } from './problem.ts'
import { delayBefore, mayHeal, retrying } from './retry.ts'

const unavailable = (seconds: number) => new WuhuProblem(503, { code: 'store.unavailable' }, seconds)

await t.test('what may heal', async (t) => {
  t.ok(mayHeal(new WuhuUnreachable('http://x', new Error('ECONNREFUSED'))))
  for (const status of [429, 502, 503, 504]) t.ok(mayHeal(new WuhuProblem(status, {})), String(status))
  t.ok(mayHeal(new WuhuProblem(409, { code: 'idempotency.in-flight' })), 'the first attempt still runs')
  for (const status of [400, 401, 403, 404, 409, 412, 422, 500])
    t.notOk(mayHeal(new WuhuProblem(status, {})), String(status))
  t.notOk(mayHeal(new TypeError('a bug')))
})

await t.test('waits longer each time, to a bound, and never less than asked', async (t) => {
  for (const attempt of [1, 2, 5, 30]) {
    const most = Math.min(5_000, 200 * 2 ** (attempt - 1))
    const delay = delayBefore(attempt)
    t.ok(delay >= most / 2 && delay <= most, `attempt ${attempt}: ${delay}`)
  }
  t.ok(delayBefore(1, unavailable(2)) >= 2_000)
})

await t.test('goes on until it succeeds, or it cannot, or time is over', async (t) => {
  let count = 0
  const third = async () => {
    count += 1
    if (count < 3) throw unavailable(0)
    return count
  }
  t.equal(await retrying(third, { within: 10_000 }), 3)
  const refused = new WuhuProblem(409, { code: 'clue.not-registered' })
  await t.rejects(
    retrying(() => Promise.reject(refused), { within: 10_000 }),
    refused
  )
  const before = performance.now()
  await t.rejects(
    retrying(() => Promise.reject(unavailable(60)), { within: 5_000 }),
    { code: 'store.unavailable' }
  )
  t.ok(performance.now() - before < 2_000, 'does not wait for what would come too late')
})

await t.test('ends when it is told to', async (t) => {
  const signal = AbortSignal.timeout(50)
  await t.rejects(
    retrying(() => Promise.reject(unavailable(3)), { within: 60_000, signal }),
    { name: 'TimeoutError' }
  )
})
