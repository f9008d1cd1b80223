import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, credsAuthenticator } from '@nats-io/transport-node'
import { type Agency, fileCursor, type Mail, memoryCursor, type SubscribeOptions } from '@wuhu/sdk'
import { until } from '@wuhu/test-support'
import t, { type Test } from 'tap'
import { settled } from '../stack/settled.ts'
import { startStack, type TestStack } from '../stack/start-stack.ts'
import { agencyOf } from './agency-of.ts'

const transports = ['sse', 'pull', 'nats'] as const
const clue = {
  channel: 'report',
  title: '图纸被离职员工带走',
  allegedAct: 'breach-of-confidence',
  description: '离职前复制图纸'
} as const

/** Where the mailbox ends when everything is delivered, and is on MAIL too. */
async function lastOf(stack: TestStack): Promise<number> {
  await settled(stack, 60_000)
  for (let last = 0; ; ) {
    const { body } = await stack.call('amr', 'GET', `/v1/mailbox?after=${last}&limit=500`)
    if (body.items.length === 0) return last
    last = body.last
  }
}

function proveComplete(t: Test, handled: readonly Mail[], last: number, what: string) {
  const first = new Map(handled.toReversed().map((mail) => [mail.sequence, mail]))
  const expected = Array.from({ length: last }, (_, index) => index + 1)
  t.same(
    [...first.keys()].sort((a, b) => a - b),
    expected,
    `${what}: every copy came`
  )
  const latest = new Map<string, number>()
  const back = handled.filter(({ sequence, event }, index) => {
    if (handled.findIndex((other) => other.sequence === sequence) < index) return false
    const key = event.casenumber ?? event.subject
    const before = latest.get(key) ?? 0
    latest.set(key, sequence)
    return sequence < before
  })
  t.same(back, [], `${what}: in order within each case`)
}

await t.test('subscriptions over the real bus', async (t) => {
  const stack = await startStack(t)
  const amr = agencyOf(t, stack, 'amr')
  const publish = async (agency: Agency, count: number) => {
    for (let left = count; left > 0; left--) await agency.command('clue.receive', clue)
  }

  await t.test('nothing is lost or reordered while notifications and NATS are killed', async (t) => {
    const handled = { sse: [] as Mail[], pull: [] as Mail[], nats: [] as Mail[] }
    const start = (transport: (typeof transports)[number]) =>
      amr.subscribe({
        transport,
        concurrency: 4,
        ahead: 20,
        cursor: fileCursor(join(stack.dataDir, 'cursors', `${transport}.json`)),
        handler: async (mail) => {
          await pause(mail.sequence % 3)
          handled[transport].push(mail)
        }
      })
    let running = transports.map(start)
    const publisher = publish(amr, 40)
    await until(() => transports.every((one) => handled[one].length > 3), { within: 30_000, what: 'first copies' })
    await stack.services.notifications.kill9()
    await pause(300)
    await stack.services.notifications.start()
    await stack.nats.kill9()
    await pause(300)
    await stack.nats.start()
    await Promise.all(running.map((one) => one.stop()))
    await stack.nats.stop()
    running = transports.map(start)
    await stack.nats.start()
    await publisher
    const last = await lastOf(stack)
    await until(() => running.every((one) => one.saved() === last), { within: 90_000, what: 'all is handled' })
    await Promise.all(running.map((one) => one.stop()))
    for (const one of transports) proveComplete(t, handled[one], last, one)
  })

  await t.test('NATS alone delivers: copies come while notifications is down', async (t) => {
    const before = await lastOf(stack)
    const other = agencyOf(t, stack, 'amr', { transport: 'nats' })
    // Over the NATS door, which opens the connection that the subscription then has.
    await publish(other, 5)
    const last = await lastOf(stack)
    const seen: number[] = []
    await stack.services.notifications.kill9()
    const subscription = other.subscribe({
      transport: 'nats',
      cursor: memoryCursor(before),
      handler: async ({ sequence }) => void seen.push(sequence)
    })
    await until(() => subscription.saved() === last, { what: 'the copies of five clues', within: 20_000 })
    t.same(
      seen,
      Array.from({ length: last - before }, (_, index) => before + 1 + index)
    )
    await subscription.stop()
    await stack.services.notifications.start()
  })

  await t.test('a cursor that was lost starts again, though all was acknowledged', async (t) => {
    const last = await lastOf(stack)
    const seen: number[] = []
    const subscription = amr.subscribe({
      transport: 'nats',
      cursor: memoryCursor(),
      handler: async ({ sequence }) => void seen.push(sequence)
    })
    await until(() => seen.length === last, { within: 20_000, what: 'everything again' })
    t.same(
      seen,
      Array.from({ length: last }, (_, index) => index + 1)
    )
    await until(() => subscription.saved() === last, { what: 'all to be saved' })
    await subscription.stop()
  })

  await t.test('a slow handler stops the reading, not the memory', async (t) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = await lastOf(stack)
    const info = await consumerInfo(stack)
    await until(async () => (await info()).num_waiting === 0, { what: 'no request left of before' })
    await publish(amr, 15)
    const last = await lastOf(stack)
    const slow: SubscribeOptions = {
      transport: 'nats',
      cursor: memoryCursor(before),
      ahead: 5,
      handler: () => promise
    }
    // Of copies that were on their way when a server was killed nobody says anything until it sends them again.
    const { num_ack_pending: left, num_pending: all } = await info()
    const subscription = amr.subscribe(slow)
    await until(async () => (await info()).num_pending < all, { what: 'the first are delivered' })
    await pause(500)
    const { num_ack_pending: pending, num_pending: waiting } = await info()
    t.ok(pending - left <= 10, `${pending - left} are on their way, ahead is 5`)
    t.ok(waiting >= last - before - 10, `${waiting} wait in the server`)
    t.equal(subscription.saved(), before)
    resolve()
    await until(() => subscription.saved() === last, { within: 20_000, what: 'the rest' })
    await subscription.stop()
  })

  await t.test('a refusal of the service ends it, aloud', async (t) => {
    const stranger = agencyOf(t, stack, 'psb', { agency: 'amr' })
    for (const transport of transports) {
      const { ended } = stranger.subscribe({ transport, cursor: memoryCursor(), handler: async () => {} })
      await t.rejects(ended, { name: 'WuhuProblem', status: 401 }, transport)
    }
  })
})

async function consumerInfo(stack: TestStack) {
  const credentials = await readFile(stack.natsAdmin)
  return async () => {
    const admin = await connect({
      servers: stack.natsUrl,
      authenticator: credsAuthenticator(credentials),
      inboxPrefix: '_INBOX_hub-admin'
    })
    try {
      const answer = await admin.request('$JS.API.CONSUMER.INFO.MAIL.amr', '')
      return answer.json<{ num_ack_pending: number; num_pending: number; num_waiting: number }>()
    } finally {
      await admin.close()
    }
  }
}
