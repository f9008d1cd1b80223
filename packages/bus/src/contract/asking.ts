import type { Test } from 'tap'
import { type Bus, BusUnavailable, NoResponders, RequestTimeout } from '../bus.ts'
import { type ContractBroker, failure } from './broker.ts'

type Fresh = () => Promise<string>

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (body: Uint8Array) => new TextDecoder().decode(body)

export function askingContract(t: Test, broker: ContractBroker, a: Bus, b: Bus, fresh: Fresh): void {
  t.test('request and reply carry headers and body', async (t) => {
    const name = await fresh()
    const stop = await a.serve(`cmd.*.${name}.>`, 'q', async ({ subject, headers, body }) => ({
      headers: { Status: '201', Seen: `${subject} ${headers.traceparent}`, Kind: headers['Idempotency-Key'] ?? '' },
      body: bytes(`${text(body)}，收到`)
    }))
    const headers = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'Idempotency-Key': '键' }
    const reply = await b.request(`cmd.amr.${name}.x.y`, bytes('移送'), { headers })
    t.equal(reply.headers.Status, '201')
    t.equal(reply.headers.Seen, `cmd.amr.${name}.x.y ${headers.traceparent}`)
    t.equal(reply.headers.Kind, '键')
    t.equal(text(reply.body), '移送，收到')
    t.ok(
      (await failure(b.request(`cmd.amr.${name}`, bytes('')))) instanceof NoResponders,
      '> stands for a token or more'
    )
    await stop()
    t.ok((await failure(b.request(`cmd.amr.${name}.x`, bytes('')))) instanceof NoResponders)
  })

  t.test('of several servers in one queue one answers', async (t) => {
    const name = await fresh()
    const served = { a: 0, b: 0 }
    const answer = (who: 'a' | 'b') => async () => {
      served[who] += 1
      return { headers: {}, body: bytes(who) }
    }
    const stops = [await a.serve(`cmd.${name}`, 'q', answer('a')), await b.serve(`cmd.${name}`, 'q', answer('b'))]
    for (let n = 0; n < 60; n++) await b.request(`cmd.${name}`, bytes(''))
    t.equal(served.a + served.b, 60)
    t.ok(served.a > 0 && served.b > 0, `a ${served.a}, b ${served.b}`)
    await stops[0]?.()
    t.equal(text((await a.request(`cmd.${name}`, bytes(''))).body), 'b')
    await stops[1]?.()
  })

  t.test('a handler that throws, and one that is slow', async (t) => {
    const name = await fresh()
    const gate = Promise.withResolvers<void>()
    const stopThrowing = await a.serve(`cmd.${name}.throws`, 'q', async () => {
      throw new Error('a bug')
    })
    const stopSlow = await a.serve(`cmd.${name}.slow`, 'q', async () => {
      await gate.promise
      return { headers: {}, body: bytes('done') }
    })
    const reply = await b.request(`cmd.${name}.throws`, bytes(''))
    t.equal(reply.headers.Status, '500')
    t.equal(reply.body.length, 0)
    const error = await failure(b.request(`cmd.${name}.slow`, bytes(''), { timeout: 100 }))
    t.ok(error instanceof RequestTimeout, error.message)
    const inTime = b.request(`cmd.${name}.slow`, bytes(''))
    await b.request(`cmd.${name}.throws`, bytes(''))
    const stopped = stopSlow()
    gate.resolve()
    t.equal(text((await inTime).body), 'done', 'a running handler answers before its server has stopped')
    await stopped
    await stopThrowing()
  })

  t.test('a header that would break the wire is refused', async (t) => {
    const name = await fresh()
    const stop = await a.serve(`cmd.${name}`, 'q', async () => ({ headers: {}, body: bytes('') }))
    await t.rejects(b.request(`cmd.${name}`, bytes(''), { headers: { Bad: 'a\r\nStatus: 200' } }))
    await stop()
  })

  t.test('hints reach listeners in all processes until they stop listening', async (t) => {
    const name = await fresh()
    const heard = { a: 0, b: 0, other: 0 }
    let arrived = Promise.withResolvers<void>()
    const stops = [
      a.onHint(name, () => {
        heard.a += 1
        throw new Error('a bug in a listener harms nobody else')
      }),
      b.onHint(name, () => {
        heard.b += 1
        arrived.resolve()
      }),
      b.onHint(`${name}-other`, () => {
        heard.other += 1
      })
    ]
    // A round trip behind each subscription: the server has it.
    await Promise.all([a.stream(name).describe(), b.stream(name).describe()])
    a.hint(name)
    await arrived.promise
    stops[1]?.()
    arrived = Promise.withResolvers()
    stops.push(b.onHint(name, () => arrived.resolve()))
    await b.stream(name).describe()
    b.hint(name)
    await arrived.promise
    await a.stream(name).describe()
    t.same(heard, { a: 2, b: 1, other: 0 })
    for (const stop of stops) stop()
  })

  t.test('closing ends readers and servers, and nothing works afterwards', async (t) => {
    const name = await fresh()
    const bus = await broker.connect()
    t.match(bus.health(), { connected: true })
    const signal = AbortSignal.timeout(20_000)
    const reading = (async () => {
      for await (const _ of bus.stream(name).read({ after: 0, signal }));
    })()
    await bus.serve(`cmd.${name}`, 'q', async () => ({ headers: {}, body: bytes('') }))
    await bus.close()
    await reading
    t.notOk(signal.aborted, 'the reader ended at once')
    t.match(bus.health(), { connected: false })
    t.ok((await failure(b.request(`cmd.${name}`, bytes('')))) instanceof NoResponders)
    t.ok((await failure(bus.request(`cmd.${name}`, bytes('')))) instanceof BusUnavailable)
    t.ok((await failure(bus.stream(name).describe())) instanceof BusUnavailable)
    const late = { subject: `${name}.x`, id: 'i', key: 'k', body: bytes('') }
    t.ok((await failure(bus.stream(name).publish(0, [late]))) instanceof BusUnavailable)
    bus.hint(name)
    await bus.close()
  })
}
