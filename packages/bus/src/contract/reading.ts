import fc from 'fast-check'
import type { Test } from 'tap'
import { type Bus, StreamMissing } from '../bus.ts'
import { type ContractBroker, collect, failure, range, run, sequences } from './broker.ts'

type Fresh = () => Promise<string>

export function readingContract(t: Test, broker: ContractBroker, a: Bus, b: Bus, fresh: Fresh): void {
  t.test('goes on from any point, and waits at the end', async (t) => {
    const name = await fresh()
    await a.stream(name).publish(0, run(name, 0, 30))
    for (const after of [0, 1, 17, 29]) {
      t.same(sequences(await collect(b, name, after, 30 - after, 7)), range(after + 1, 30))
    }
    const waiting = collect(b, name, 30, 2)
    await a.stream(name).publish(30, run(name, 30, 2))
    t.same(sequences(await waiting), [31, 32])
  })

  t.test('ends quietly on abort: before, while waiting, between batches', async (t) => {
    const name = await fresh()
    await a.stream(name).publish(0, run(name, 0, 5))
    const count = async (signal: AbortSignal, seen: (count: number) => void, limit = 1000) => {
      let messages = 0
      for await (const batch of b.stream(name).read({ after: 0, signal, limit })) {
        messages += batch.length
        seen(messages)
      }
      return messages
    }
    t.equal(await count(AbortSignal.abort(), () => {}), 0)
    const end = new AbortController()
    t.equal(await count(end.signal, (seen) => seen === 5 && setTimeout(() => end.abort(), 20)), 5)
    const early = new AbortController()
    t.equal(await count(early.signal, () => early.abort(), 2), 2)
  })

  t.test('no duplicate and no gap, however publishing and reading interleave', async (t) => {
    const batches = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
    const reader = fc.record({
      from: fc.integer({ min: 0, max: 100 }),
      limit: fc.integer({ min: 1, max: 30 }),
      stops: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 4 })
    })
    const property = fc.asyncProperty(
      batches,
      fc.array(reader, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 4 }),
      async (sizes, readers, inFlight) => {
        const name = await fresh()
        const total = sizes.reduce((sum, size) => sum + size, 0)
        const reading = readers.map(async ({ from, limit, stops }) => {
          let at = Math.min(from, total)
          const got: number[] = []
          for (const stop of [...stops, total]) {
            const count = Math.min(stop, total - at)
            if (count <= 0) break
            const messages = await collect(b, name, at, count, limit)
            got.push(...sequences(messages))
            at = got.at(-1) as number
          }
          return { got, want: range(Math.min(from, total) + 1, total) }
        })
        const pending: Promise<void>[] = []
        let after = 0
        for (const size of sizes) {
          pending.push(a.stream(name).publish(after, run(name, after, size)))
          after += size
          if (pending.length >= inFlight) await pending.shift()
        }
        await Promise.all(pending)
        for (const { got, want } of await Promise.all(reading)) {
          if (JSON.stringify(got) !== JSON.stringify(want)) throw new Error(`read ${got} instead of ${want}`)
        }
      }
    )
    await fc.assert(property, { numRuns: 20 })
    t.pass('20 interleavings')
  })

  t.test('a stream that is removed or made anew ends its readers', async (t) => {
    const name = await fresh()
    await a.stream(name).publish(0, run(name, 0, 3))
    const before = await a.stream(name).describe()
    const reader = b
      .stream(name)
      .read({ after: 0, signal: AbortSignal.timeout(20_000) })
      [Symbol.asyncIterator]()
    t.same(sequences((await reader.next()).value ?? []), [1, 2, 3])
    const next = failure(reader.next())
    await broker.removeStream(name)
    await broker.createStream(name)
    await a.stream(name).publish(0, run(name, 0, 5))
    t.ok((await next) instanceof StreamMissing)
    t.not((await a.stream(name).describe()).created, before.created)
    t.same(sequences(await collect(b, name, 0, 5)), range(1, 5))
  })

  t.test('a lost tail that is healed: nothing twice, nothing left out', async (t) => {
    const name = await fresh()
    await a.stream(name).publish(0, run(name, 0, 10))
    const restore = await broker.save(name)
    await a.stream(name).publish(10, run(name, 10, 10))
    const end = new AbortController()
    const late = AbortSignal.any([end.signal, AbortSignal.timeout(60_000)])
    const got: number[] = []
    const live = (async () => {
      for await (const batch of b.stream(name).read({ after: 0, signal: late })) {
        got.push(...sequences(batch))
        if (got.length >= 25) return
      }
    })()
    t.same(sequences(await collect(b, name, 0, 20)), range(1, 20))
    await restore()
    t.equal((await a.stream(name).describe()).lastSequence, 10)
    const later = collect(b, name, 20, 5)
    // Healed in two steps: between them a reader meets a stream that ends before its place.
    await a.stream(name).publish(10, run(name, 10, 5))
    await a.stream(name).publish(15, run(name, 15, 5))
    await a.stream(name).publish(20, run(name, 20, 5))
    t.same(sequences(await later), range(21, 25))
    await live
    end.abort()
    t.same(got, range(1, 25))
  })
}
