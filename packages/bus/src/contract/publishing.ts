import type { Test } from 'tap'
import { type Bus, PublishStopped, StreamMissing } from '../bus.ts'
import { type ContractBroker, collect, failure, message, range, run, sequences } from './broker.ts'

type Fresh = () => Promise<string>

export function publishingContract(t: Test, broker: ContractBroker, a: Bus, b: Bus, fresh: Fresh): void {
  t.test('appends in order, and tells what stands where', async (t) => {
    const name = await fresh()
    const stream = a.stream(name)
    t.equal(stream.name, name)
    const empty = await stream.describe()
    t.equal(empty.lastSequence, 0)
    await stream.publish(0, run(name, 0, 3))
    await stream.publish(3, [])
    await stream.publish(3, [message(name, 4)])
    t.same(await b.stream(name).describe(), { lastSequence: 4, created: empty.created })
    t.equal(await b.stream(name).idAt(4), 'a-4')
    t.equal(await b.stream(name).idAt(5), undefined)
    t.equal(await b.stream(name).idAt(0), undefined)
  })

  t.test('a message comes out as it went in', async (t) => {
    const name = await fresh()
    const keys = ['沪市监 密〔2026〕1 号', 'a%20b%', ' spaces ', 'line\r\nbreak: x', '🔑', '']
    const sent = keys.map((key, index) => ({
      subject: `${name}.63.case.opened`,
      id: `标识 ${index}`,
      key,
      body: new Uint8Array([0, 13, 10, 255, index])
    }))
    await a.stream(name).publish(0, sent)
    const got = await collect(b, name, 0, sent.length)
    t.same(
      got.map(({ subject, id, key, body }) => ({ subject, id, key, body: [...body] })),
      sent.map((one) => ({ ...one, body: [...one.body] }))
    )
    t.equal(await b.stream(name).idAt(2), '标识 1')
  })

  t.test('a publisher at the wrong place is stopped', async (t) => {
    const name = await fresh()
    await a.stream(name).publish(0, run(name, 0, 2))
    for (const after of [0, 1, 3]) {
      const error = await failure(b.stream(name).publish(after, run(name, after, 2, 'b')))
      t.ok(error instanceof PublishStopped, error.message)
      t.equal((error as PublishStopped).position, after + 1)
    }
    t.equal((await a.stream(name).describe()).lastSequence, 2)
  })

  t.test('overlapping batches are pipelined, and a failure stops everything behind it', async (t) => {
    const name = await fresh()
    const stream = a.stream(name)
    await Promise.all(range(0, 19).map((n) => stream.publish(n * 10, run(name, n * 10, 10))))
    // Position 201 is left out: nothing behind the hole may be taken.
    const behind = [stream.publish(201, run(name, 201, 5)), stream.publish(206, run(name, 206, 5))]
    const errors = await Promise.all(behind.map(failure))
    t.same(
      errors.map((error) => (error as PublishStopped).position),
      [202, 207]
    )
    t.equal((await stream.describe()).lastSequence, 200)
    await stream.publish(200, run(name, 200, 5))
    t.same(sequences(await collect(b, name, 0, 205)), range(1, 205))
  })

  t.test('of two publishers exactly one wins, also behind the place where they meet', async (t) => {
    for (let round = 0; round < 10; round++) {
      const name = await fresh()
      const outcomes = await Promise.allSettled(
        [a, b].flatMap((bus, who) =>
          range(0, 3).map((n) => bus.stream(name).publish(n * 25, run(name, n * 25, 25, who === 0 ? 'a' : 'b')))
        )
      )
      const [first, second] = [outcomes.slice(0, 4), outcomes.slice(4)]
      const won = first[0]?.status === 'fulfilled' ? 'a' : 'b'
      const [winners, losers] = won === 'a' ? [first, second] : [second, first]
      t.ok(winners.every(({ status }) => status === 'fulfilled'))
      t.ok(losers.every((loser) => loser.status === 'rejected' && loser.reason instanceof PublishStopped))
      const got = await collect(a, name, 0, 100)
      t.same(new Set(got.map(({ id }) => id.split('-')[0])), new Set([won]))
      t.equal((await a.stream(name).describe()).lastSequence, 100)
    }
  })

  t.test('a stream that does not exist', async (t) => {
    const name = await fresh()
    await broker.removeStream(name)
    t.ok((await failure(a.stream(name).describe())) instanceof StreamMissing)
    t.ok((await failure(a.stream(name).idAt(1))) instanceof StreamMissing)
    t.ok((await failure(a.stream(name).publish(0, run(name, 0, 2)))) instanceof PublishStopped)
    t.ok((await failure(collect(a, name, 0, 1))) instanceof StreamMissing)
  })
}
