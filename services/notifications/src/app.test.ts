import { mintToken } from '@wuhu/access'
import type { AudienceEntry, Envelope } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { notice, type TestApp, testApp } from './app.test-setup.ts'

interface Page {
  items: { sequence: number; event: Envelope<Record<string, unknown>> }[]
  last: number
}

const threeGrounds: AudienceEntry[] = [
  { agency: 'amr', ground: 'publisher' },
  { agency: 'psb', ground: 'addressee' },
  { agency: 'court', ground: 'conference' }
]

async function page({ app, headers }: TestApp, agency: string, query = ''): Promise<Page> {
  const answer = await app.inject({ url: `/v1/mailbox${query}`, headers: await headers(agency) })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Page>()
}

const arrived = (stack: TestApp, agency: string, count: number, query = '') =>
  until(async () => {
    const found = await page(stack, agency, query)
    return found.items.length >= count ? found : undefined
  })

t.test('each agency of the audience gets its own redacted copy, once', async (t) => {
  const stack = await testApp(t)
  const [event] = await stack.publish('INFO_SHARING', notice(threeGrounds, '150824-2026-000001'))
  const [amr, psb, court] = [
    await arrived(stack, 'amr', 1),
    await arrived(stack, 'psb', 1),
    await arrived(stack, 'court', 1)
  ]
  t.strictSame(amr.items, [{ sequence: 1, event }], 'the publisher sees what it published')
  t.strictSame(psb.items[0]?.event.data, event?.data)
  t.equal(psb.items[0]?.event.audience, 'amr:publisher,psb:addressee')
  t.strictSame(court.items[0]?.event.data, { number: '150824-2026-000001' })
  t.equal(court.items[0]?.event.redacted, 'reason')
  t.notMatch(JSON.stringify(court), '当事人已履行')
  t.strictSame(await page(stack, 'psb', '?after=1'), { items: [], last: 1 })
  t.strictSame(await page(stack, 'court', '?after=9'), { items: [], last: 9 })
})

t.test('copies come in order from all streams and relay to MAIL', async (t) => {
  const stack = await testApp(t)
  const audience: AudienceEntry[] = [
    { agency: 'amr', ground: 'publisher' },
    { agency: 'psb', ground: 'party' }
  ]
  const events = await stack.publish('INFO_SHARING', ...Array.from({ length: 1_200 }, () => notice(audience)))
  const found: string[] = []
  let after = 0
  await until(async () => {
    const { items, last } = await page(stack, 'psb', `?after=${after}&limit=500`)
    t.ok(items.every(({ sequence }, index) => sequence === after + index + 1))
    found.push(...items.map(({ event }) => event.id))
    after = last
    return found.length >= events.length
  })
  t.strictSame(
    found,
    events.map(({ id }) => id)
  )
  const mail = stack.bus.stream('MAIL')
  const total = 2 * events.length + 3
  await until(async () => (await mail.describe()).lastSequence === total)
  for await (const batch of mail.read({ after: total - 2, signal: AbortSignal.timeout(5_000) })) {
    t.match(batch[0]?.subject, /^mail\.(amr|psb)\.case\.closed$/)
    break
  }
})

t.test('a long poll answers as soon as something arrives, or with nothing', async (t) => {
  const stack = await testApp(t)
  const waiting = page(stack, 'court', '?wait=20')
  const [event] = await stack.publish('INFO_SHARING', notice(threeGrounds))
  t.equal((await waiting).items[0]?.event.id, event?.id)
  t.strictSame(await page(stack, 'court', '?after=1&wait=1'), { items: [], last: 1 })
})

t.test('a copy is signed for, and the sender sees it', async (t) => {
  const stack = await testApp(t)
  const [event] = await stack.publish('INFO_SHARING', notice(threeGrounds, '150824-2026-000009'))
  await arrived(stack, 'court', 1)
  const sign = async (agency: string, sequence: number, body: object = {}) =>
    stack.app.inject({
      method: 'POST',
      url: `/v1/mailbox/${sequence}/receipt`,
      headers: await stack.headers(agency),
      payload: body
    })
  const first = await sign('court', 1, { note: '已转刑庭', by: { person: 'p-7', role: 'liaison' } })
  t.equal(first.statusCode, 200, first.body)
  t.match(first.json(), { id: 'court-1', version: 1, status: 'acknowledged', sequence: 1 })
  t.strictSame((await sign('court', 1)).json(), first.json(), 'repeating gives the same answer')

  const { items } = await arrived(stack, 'amr', 2)
  t.match(items[1]?.event, {
    type: 'delivery.acknowledged.v1',
    casenumber: '150824-2026-000009',
    causationid: event?.id,
    data: {
      eventId: event?.id,
      eventType: 'case.closed.v1',
      sender: 'amr',
      recipient: 'court',
      sequence: 1,
      note: '已转刑庭'
    }
  })
  t.equal((await arrived(stack, 'court', 2)).items[1]?.event.actor, 'court/p-7/liaison')
  t.equal((await page(stack, 'psb')).items.length, 1, 'others do not see it')

  t.match((await sign('amr', 2)).json(), { status: 409, code: 'receipt.of-receipt' })
  t.match((await sign('psb', 2)).json(), { status: 404, code: 'mailbox.no-such-sequence' })
  t.match((await sign('psb', 1, { more: 1 })).json(), { status: 400, code: 'request.invalid' })
})

t.test('only an agency reads its mailbox', async (t) => {
  const stack = await testApp(t)
  const auditor = await stack.addKey('amr', 'audit-admin')
  for (const url of ['/v1/mailbox', '/v1/mailbox/stream']) {
    t.equal((await stack.app.inject({ url })).statusCode, 401)
    const authorization = `Bearer ${await mintToken({ seed: auditor.seed, agency: 'amr' })}`
    t.match((await stack.app.inject({ url, headers: { authorization } })).json(), { code: 'access.denied' })
  }
  const headers = await stack.headers('amr')
  for (const query of ['?limit=501', '?after=-1', '?wait=31', '?agency=psb']) {
    t.equal((await stack.app.inject({ url: `/v1/mailbox${query}`, headers })).statusCode, 400, query)
  }
})

t.test('an event that cannot be delivered is parked, and other cases go on', async (t) => {
  const stack = await testApp(t)
  const unknown = { ...notice(threeGrounds, 'A-1'), type: 'case.unheard-of.v1' }
  await stack.publish('INFO_SHARING', unknown, notice(threeGrounds, 'A-1'), notice(threeGrounds, 'A-2'))
  const { items } = await arrived(stack, 'psb', 1)
  t.strictSame(
    items.map(({ event }) => event.casenumber),
    ['A-2']
  )
  const consumer = stack.workers.deliveries[0]
  t.strictSame(await consumer?.countParked(), { parked: 2, blocked: 1 })
  t.match(await stack.metrics.serialize(), /wuhu_consumer_parked.*deliver-info-sharing.* 2/)
})

t.test('ready says what it depends on', async (t) => {
  const stack = await testApp(t)
  const ready = () => stack.app.inject('/health/ready')
  await until(async () => (await ready()).statusCode === 200)
  t.match(
    (await ready()).json().checks.map(({ name }: { name: string }) => name),
    ['postgres', 'nats', 'relay NOTIFICATIONS', 'relay MAIL', 'consumer directory']
  )
  stack.broker.setReachable(false)
  t.equal((await ready()).statusCode, 503)
  stack.broker.setReachable(true)
})
