import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { createDispatcher } from './dispatcher.ts'
import type { Incoming, MailEvent } from './mail.ts'

const copy = (sequence: number, casenumber: string): Incoming['mail'] => ({
  sequence,
  event: { type: 'case.closed.v1', subject: `case/${casenumber}`, casenumber, data: {} } as unknown as MailEvent
})

await t.test('order in a case, bounded reading ahead, a cursor behind everything handled', async () => {
  const cases = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 60 })
  const settings = fc.record({ ahead: fc.integer({ min: 1, max: 12 }), concurrency: fc.integer({ min: 1, max: 6 }) })
  await fc.assert(
    fc.asyncProperty(
      cases,
      settings,
      fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
      async (mails, bounds, turns) => {
        const handled: { sequence: number; key: string }[] = []
        const settled: number[] = []
        const running = new Set<string>()
        let most = 0
        let cursor = 0
        let taken = 0
        let failure: unknown
        const dispatcher = createDispatcher({
          ...bounds,
          after: 0,
          async work({ sequence, event }) {
            const key = event.casenumber ?? ''
            if (running.has(key)) throw new Error(`two handlers of case ${key}`)
            if (taken - dispatcher.saved() > bounds.ahead) throw new Error('took more than it may')
            running.add(key)
            most = Math.max(most, running.size)
            for (let left = turns.next().value; left > 0; left--) await turn()
            running.delete(key)
            handled.push({ sequence, key })
          },
          async save(sequence) {
            if (sequence <= cursor) throw new Error('the cursor goes back')
            for (let below = cursor + 1; below <= sequence; below++) {
              if (!handled.some((one) => one.sequence === below)) throw new Error(`${below} was saved and not handled`)
            }
            await turn()
            cursor = sequence
          },
          onFailure: (error) => {
            failure = error
          }
        })
        for (const [index, key] of mails.entries()) {
          taken = index + 1
          await dispatcher.offer({ mail: copy(taken, key), settle: () => settled.push(taken) })
        }
        while (dispatcher.saved() < mails.length && failure === undefined) await turn()
        await dispatcher.finish()
        if (failure) throw failure
        const inOrder = (list: readonly number[]) =>
          list.every((one, index) => index === 0 || one > (list[index - 1] ?? 0))
        for (const key of new Set(mails)) {
          if (!inOrder(handled.filter((one) => one.key === key).map((one) => one.sequence))) return false
        }
        if (bounds.concurrency === 1 && !inOrder(handled.map((one) => one.sequence))) return false
        return handled.length === mails.length && settled.length === mails.length && most <= bounds.concurrency
      }
    ),
    { numRuns: 300 }
  )
})

await t.test('one case that waits does not hold up another, but the cursor', async (t) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const handled: number[] = []
  const saved: number[] = []
  const dispatcher = createDispatcher({
    after: 7,
    ahead: 10,
    concurrency: 2,
    work: async ({ sequence }) => {
      if (sequence === 8) await promise
      handled.push(sequence)
    },
    save: async (sequence) => void saved.push(sequence),
    onFailure: (error) => t.fail(String(error))
  })
  await dispatcher.offer({ mail: copy(8, 'a') })
  await dispatcher.offer({ mail: copy(9, 'a') })
  await dispatcher.offer({ mail: copy(10, 'b') })
  while (handled.length === 0) await turn()
  t.same(handled, [10])
  t.same(saved, [], 'nothing is saved while 8 is not handled')
  resolve()
  while (handled.length < 3) await turn()
  await dispatcher.finish()
  t.same(handled, [10, 8, 9])
  t.equal(dispatcher.saved(), 10)
})

await t.test('a failure ends it: nothing more is started, and the cursor stays before the failed one', async (t) => {
  const started: number[] = []
  const failures: unknown[] = []
  const dispatcher = createDispatcher({
    after: 0,
    ahead: 1,
    concurrency: 1,
    work: async ({ sequence }) => {
      started.push(sequence)
      if (sequence === 2) throw new Error('cannot')
    },
    save: async () => {},
    onFailure: (error) => failures.push(error)
  })
  await dispatcher.offer({ mail: copy(1, 'a') })
  await dispatcher.offer({ mail: copy(2, 'a') })
  await dispatcher.offer({ mail: copy(3, 'a') })
  await dispatcher.finish()
  t.same(started, [1, 2])
  t.equal(dispatcher.saved(), 1)
  t.match(failures, [{ message: 'cannot' }])
})

await t.test('a copy at the wrong place is refused', async (t) => {
  const dispatcher = createDispatcher({
    ...{ after: 3, ahead: 5, concurrency: 1 },
    work: async () => {},
    save: async () => {},
    onFailure: (error) => t.fail(String(error))
  })
  await t.rejects(dispatcher.offer({ mail: copy(5, 'a') }), /5 came where 4 was due/)
})

await t.test('what is held says so, until the cursor is behind it', async (t) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const dispatcher = createDispatcher({
    ...{ after: 0, ahead: 5, concurrency: 1 },
    work: () => promise,
    save: async () => {},
    onFailure: (error) => t.fail(String(error))
  })
  let holds = 0
  let settled = 0
  await dispatcher.offer({ mail: copy(1, 'a'), hold: () => holds++, settle: () => settled++ })
  dispatcher.hold()
  t.same([holds, settled], [1, 0])
  resolve()
  while (dispatcher.saved() === 0) await turn()
  await dispatcher.finish()
  dispatcher.hold()
  t.same([holds, settled], [1, 1])
})
