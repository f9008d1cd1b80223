import { randomUUIDv7 } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mintToken } from '@wuhu/access'
import type { AudienceEntry } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { notice, type TestApp, testApp } from './app.test-setup.ts'

const toCourt: AudienceEntry[] = [
  { agency: 'amr', ground: 'publisher' },
  { agency: 'court', ground: 'addressee' }
]

/** Opens the stream over a real socket and collects what comes. */
async function follow(stack: TestApp, options: { headers?: object; token?: string } = {}) {
  if (!stack.app.server.listening) await stack.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = stack.app.server.address() as AddressInfo
  const authorization = `Bearer ${options.token ?? (await stack.token('court'))}`
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: '/v1/mailbox/stream', headers: { authorization, ...options.headers } }, resolve).on(
      'error',
      reject
    )
  })
  const blocks: string[] = []
  const seen: number[] = []
  let rest = ''
  let ended = false
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const whole = (rest + chunk).split('\n\n')
    rest = whole.pop() ?? ''
    for (const block of whole) {
      const id = /^id: (\d+)\nevent: mail\n/.exec(block)?.[1]
      if (id !== undefined) seen.push(Number(id))
      if (id === undefined || seen.length === 1) blocks.push(block)
    }
  })
  response.on('close', () => {
    ended = true
  })
  response.on('error', () => undefined)
  const ids = () => seen
  /** The first mail, and everything that is none. */
  const text = () => blocks.join('\n\n')
  return { response, ids, text, ended: () => ended }
}

t.test('mail arrives by itself and resumes behind Last-Event-ID', async (t) => {
  const stack = await testApp(t)
  const first = await follow(stack)
  t.match(first.response.headers, { 'content-type': /^text\/event-stream/, 'cache-control': 'no-store' })
  const [event] = await stack.publish('INFO_SHARING', notice(toCourt))
  await until(() => first.ids().length === 1)
  t.match(first.text(), `data: {"sequence":1,"event":`)
  const data = /^data: (\{"sequence".*)$/m.exec(first.text())?.[1] ?? ''
  t.equal(JSON.parse(data).event.id, event?.id)
  first.response.destroy()

  await stack.publish('INFO_SHARING', notice(toCourt), notice(toCourt), notice(toCourt))
  const second = await follow(stack, { headers: { 'last-event-id': '2' } })
  const third = await follow(stack)
  await until(() => second.ids().length === 2 && third.ids().length === 4)
  t.strictSame(second.ids(), [3, 4])
  await stack.publish('INFO_SHARING', notice(toCourt))
  await until(() => second.ids().length === 3 && third.ids().length === 5)
  t.strictSame(third.ids(), [1, 2, 3, 4, 5])
  t.equal((await follow(stack, { headers: { 'last-event-id': 'x' } })).response.statusCode, 400)
})

t.test('heartbeats are named events', async (t) => {
  const stack = await testApp(t, { heartbeat: 100 })
  const client = await follow(stack)
  await until(() => /event: heartbeat\ndata: \{"last":0\}/.test(client.text()))
})

t.test('the stream ends when the key is revoked, within a second or so', async (t) => {
  const stack = await testApp(t)
  const client = await follow(stack)
  const since = performance.now()
  const data = { code: 'court', kid: stack.keys.get('court')?.kid, reason: '遗失' }
  const audience: AudienceEntry[] = [{ agency: 'drc', ground: 'publisher' }]
  await stack.publish('INFO_SHARING', { type: 'agency.key-revoked.v1', subject: 'agency/court', data, audience })
  await until(client.ended)
  t.match(client.text(), '{"reason":"token.key-revoked"}')
  t.ok(performance.now() - since < 3_000)
})

t.test("an officer's stream and long poll end with the role, and other roles do not help", async (t) => {
  const stack = await testApp(t)
  const { seed } = await stack.addKey('amr', 'console')
  const audience: AudienceEntry[] = [{ agency: 'amr', ground: 'publisher' }]
  const about = { agency: 'court', person: 'p-017' }
  const change = (type: string, more: object) =>
    stack.publish('INFO_SHARING', { type, subject: 'officer/court/p-017', data: { ...about, ...more }, audience })
  await change('officer.role-granted.v1', { role: 'handler' })
  await change('officer.role-granted.v1', { role: 'audit-admin' })
  const token = () => mintToken({ seed, agency: 'amr', officer: about })
  const poll = async (wait: number) =>
    stack.app.inject({
      url: `/v1/mailbox?wait=${wait}`,
      headers: { authorization: `Bearer ${await token()}` }
    })
  await until(async () => (await poll(0)).statusCode === 200)
  const client = await follow(stack, { token: await token() })
  const waiting = poll(30)
  await change('officer.role-revoked.v1', { role: 'handler', reason: '调离' })
  await until(client.ended)
  t.match(client.text(), '{"reason":"token.officer"}')
  await stack.publish('INFO_SHARING', notice(toCourt))
  t.equal((await waiting).statusCode, 403, 'what came after the revocation is not shown')
})

t.test('the stream ends when the token expires', async (t) => {
  const stack = await testApp(t)
  const seed = stack.keys.get('court')?.seed ?? ''
  const client = await follow(stack, { token: await mintToken({ seed, agency: 'court', lifetime: 2 }) })
  await until(client.ended)
  t.match(client.text(), '{"reason":"token.expired"}')
})

t.test('a client that does not read is dropped and the service lives on', async (t) => {
  const stack = await testApp(t, { patience: 1_000 })
  const client = await follow(stack)
  client.response.pause()
  const total = 900
  // Together more than the buffers of both sockets hold.
  const large = (): ReturnType<typeof notice> => ({
    type: 'clue.received.v1',
    subject: `clue/${randomUUIDv7()}`,
    audience: toCourt,
    data: {
      intake: 'amr',
      channel: 'report',
      title: '线索',
      allegedAct: 'inducement',
      description: '述'.repeat(4_000),
      receivedAt: '2026-06-01T09:00:00+08:00'
    }
  })
  for (let sent = 0; sent < total; sent += 300) {
    await stack.publish('INFO_SHARING', ...Array.from({ length: 300 }, large))
  }
  await until(async () => /wuhu_mailbox_streams\S* 0/.test(await stack.metrics.serialize()), { within: 30_000 })
  client.response.resume()
  await until(client.ended)
  const seen = client.ids()
  t.ok(seen.length < total)
  const again = await follow(stack, { headers: { 'last-event-id': String(seen.at(-1) ?? 0) } })
  await until(() => again.ids().at(-1) === total, { within: 30_000 })
  t.strictSame(
    [...seen, ...again.ids()],
    Array.from({ length: total }, (_, index) => index + 1)
  )
})

t.test('a shutdown ends the streams', async (t) => {
  const stack = await testApp(t)
  const client = await follow(stack)
  await stack.app.close()
  await until(client.ended)
  t.match(client.text(), '{"reason":"service.closing"}')
})
