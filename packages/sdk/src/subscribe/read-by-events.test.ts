import type { ServerResponse } from 'node:http'
import t from 'tap'
import { answerJson, serviceThat } from '../service-that.test-setup.ts'
import { memoryCursor } from './cursor-store.ts'

const frame = (sequence: number, padding = '') => {
  const event = { type: 'case.closed.v1', subject: 'case/1', casenumber: '1', data: { padding } }
  return `id: ${sequence}\nevent: mail\ndata: ${JSON.stringify({ sequence, event })}\n\n`
}

const opened = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' })

await t.test('resumes behind the last copy, whatever way the stream ends', async (t) => {
  const service = await serviceThat(t, (_, response, count) => {
    if (count === 1) {
      opened(response).write(`${frame(1)}${frame(2)}${frame(3).slice(0, 40)}`, () => response.destroy())
    } else if (count === 2) answerJson(response, 503, { code: 'store.unavailable' }, { 'retry-after': '0' })
    else if (count === 3)
      opened(response).end(`: comment\nevent: heartbeat\ndata: {}\n\n${frame(3)}event: end\ndata: {}\n\n`)
    else opened(response).write(`${frame(4).replaceAll('\n', '\r\n')}`)
  })
  const seen: number[] = []
  const troubles: unknown[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const subscription = service.agency.subscribe({
    cursor: memoryCursor(),
    onTrouble: (error) => troubles.push(error),
    handler: async ({ sequence }) => {
      seen.push(sequence)
      if (sequence === 4) resolve()
    }
  })
  await Promise.race([promise, subscription.ended])
  await subscription.stop()
  t.same(seen, [1, 2, 3, 4])
  t.same(
    service.asked.map(({ headers }) => headers['last-event-id']),
    ['0', '2', '2', '3']
  )
  t.match(
    troubles,
    [{ name: 'WuhuUnreachable' }, { status: 503 }],
    'a cut and a refusal are told, an orderly end is not'
  )
})

await t.test('a mailbox that jumps is not followed', async (t) => {
  const service = await serviceThat(t, (_, response) => opened(response).write(`${frame(1)}${frame(3)}`))
  const subscription = service.agency.subscribe({ cursor: memoryCursor(), handler: async () => {} })
  await t.rejects(subscription.ended, /3 came where 2 was due/)
  t.equal(subscription.saved(), 1)
})

await t.test('a slow handler stops the sender: nothing piles up here', async (t) => {
  const size = 50_000
  const total = 2_000
  let sent = 0
  let full = false
  const service = await serviceThat(t, (_, response) => {
    opened(response)
    const padding = 'x'.repeat(size)
    const pump = () => {
      while (sent < total) {
        sent += 1
        full = !response.write(frame(sent, padding))
        if (full) {
          response.once('drain', pump)
          return
        }
      }
    }
    pump()
  })
  const { promise: free, resolve: go } = Promise.withResolvers<void>()
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
  let handled = 0
  let before = -1
  const subscription = service.agency.subscribe({
    ahead: 10,
    cursor: memoryCursor(),
    handler: async () => {
      await free
      handled += 1
      if (handled === total) finish()
    }
  })
  // The sender stands still when two looks find the same count.
  while (before !== sent || sent === 0) {
    before = sent
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  t.ok(full, 'the sender waits')
  t.ok(sent * size < 20_000_000, `${sent} of ${total} copies left the sender while the first was handled`)
  go()
  await Promise.race([finished, subscription.ended])
  t.equal(handled, total)
  await subscription.stop()
})

await t.test('a handler that fails for good ends the subscription before that copy', async (t) => {
  const service = await serviceThat(t, (_, response) => opened(response).write(`${frame(1)}${frame(2)}${frame(3)}`))
  const cursor = memoryCursor()
  const seen: number[] = []
  const subscribe = (onDead?: () => 'skip') =>
    service.agency.subscribe({
      cursor,
      maxAttempts: 2,
      retryDelay: 1,
      ...(onDead && { onDead }),
      handler: async ({ sequence }) => {
        seen.push(sequence)
        if (sequence === 2) throw new Error('cannot')
      }
    })
  await t.rejects(subscribe().ended, { name: 'MailDead', mail: { sequence: 2 }, cause: { message: 'cannot' } })
  t.same(seen, [1, 2, 2])
  t.equal(await cursor.load(), 1)
})

await t.test('a cursor that cannot be saved ends the subscription', async (t) => {
  const service = await serviceThat(t, (_, response) => opened(response).write(frame(1)))
  const save = () => Promise.reject(new Error('disk full'))
  const { ended } = service.agency.subscribe({ cursor: { load: async () => undefined, save }, handler: async () => {} })
  await t.rejects(ended, /disk full/)
})
