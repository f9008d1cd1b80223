import { createMemoryBroker } from '@wuhu/bus/memory'
import t from 'tap'
import { createSample } from './host.fixture.ts'
import { serveCommands } from './serve-commands.ts'

const { app, bearer, calls, commands, lines } = await createSample()
const bus = createMemoryBroker().connect()
const stop = await serveCommands(app, bus, commands)
t.teardown(async () => {
  await stop()
  await bus.close()
  await app.close()
})

/** The same command by both doors. */
async function both(body: Record<string, unknown>, headers: Record<string, string> = {}) {
  const { id = '1', ...rest } = body
  const http = await app.inject({
    method: 'POST',
    url: `/v1/items/${id}/put`,
    headers: { ...headers, authorization: await bearer('amr'), 'content-type': 'application/json' },
    payload: JSON.stringify(rest)
  })
  const nats = await bus.request('cmd.amr.item.put', Buffer.from(JSON.stringify({ id, ...rest })), {
    headers: { ...headers, Authorization: await bearer('amr') }
  })
  return { http, nats, text: Buffer.from(nats.body).toString() }
}

t.test('both doors give the same answer', async (t) => {
  const { http, nats, text } = await both({ id: '12', text: 'again' }, { 'Idempotency-Key': 'k-1', 'If-Match': '"6"' })
  t.equal(text, '{"text":"again"}')
  t.equal(http.payload, text)
  t.match(nats.headers, {
    Status: '200',
    'Content-Type': 'application/json; charset=utf-8',
    ETag: '"7"',
    Location: '/v1/items/12',
    'Idempotency-Replayed': 'true',
    traceparent: /^00-/
  })
  t.match(http.headers, { etag: '"7"', location: '/v1/items/12', 'idempotency-replayed': 'true' })
  const [first, second] = calls.slice(-2)
  t.match(first, {
    caller: { agency: 'amr' },
    params: { id: '12' },
    body: { text: 'again' },
    idempotencyKey: 'k-1',
    expectedVersion: 6
  })
  t.match(first?.fingerprint, /^[0-9a-f]{64}$/)
  t.equal(first?.fingerprint, second?.fingerprint, 'a key used by one door is known at the other')
  t.not(first?.token.jti, second?.token.jti)
})

t.test('the fingerprint is of the request, not of how it was written', async (t) => {
  const fingerprintOf = async (id: string, payload: string) => {
    const headers = { authorization: await bearer('amr'), 'content-type': 'application/json' }
    await app.inject({ method: 'POST', url: `/v1/items/${id}/put`, headers, payload })
    return calls.at(-1)?.fingerprint
  }
  const one = await fingerprintOf('1', '{"text":"a","count":2}')
  t.equal(await fingerprintOf('1', '{ "count": 2, "text": "a" }'), one)
  t.not(await fingerprintOf('1', '{"text":"a","count":3}'), one)
  t.not(await fingerprintOf('2', '{"text":"a","count":2}'), one)
})

t.test('both doors give the same problem', async (t) => {
  const wrong: [Record<string, unknown>, Record<string, string>?][] = [
    [{ text: '' }],
    [{ text: 'a', more: 1 }],
    [{ id: 'x', text: 'a' }],
    [{ text: 'refuse' }],
    [{ text: 'missing' }],
    [{ text: 'throw Conflict' }],
    [{ text: 'throw StoreUnavailable' }],
    [{ text: 'throw TypeError' }],
    [{ text: 'a' }, { 'If-Match': '7' }],
    [{ text: 'x'.repeat(300_000) }]
  ]
  for (const [body, headers] of wrong) {
    const { http, nats, text } = await both(body, headers)
    const what = `${text.slice(0, 80)}`
    t.ok(http.statusCode >= 400, what)
    t.equal(nats.headers.Status, String(http.statusCode), what)
    t.equal(nats.headers['Content-Type'], http.headers['content-type'], what)
    t.equal(nats.headers['Retry-After'], http.headers['retry-after'], what)
    if (http.statusCode !== 413) t.equal(text, http.payload, what)
  }
})

t.test('the subject is the agency that the token proves', async (t) => {
  const ask = async (subject: string, headers: Record<string, string>, body = '{"id":"1","text":"a"}') => {
    const reply = await bus.request(subject, Buffer.from(body), { headers })
    return { status: reply.headers.Status, code: JSON.parse(Buffer.from(reply.body).toString()).code }
  }
  const before = calls.length
  const Authorization = await bearer('amr')
  t.same(await ask('cmd.psb.item.put', { Authorization }), { status: '403', code: 'subject.agency' })
  t.same(await ask('cmd.amr.item.put', {}), { status: '401', code: 'token.missing' })
  const operator = { Authorization: await bearer('amr', 'system-admin') }
  t.same(await ask('cmd.amr.item.put', operator), { status: '403', code: 'access.denied' })
  t.same(await ask('cmd.amr.item.put', { Authorization }, '{"id'), { status: '400', code: 'request.invalid-json' })
  t.same(await ask('cmd.amr.item.put', { Authorization }, '[]'), { status: '400', code: 'request.invalid' })
  t.same(await ask('cmd.amr.item.put', { Authorization }, '{"id":1,"text":"a","__proto__":{}}'), {
    status: '400',
    code: 'request.prototype'
  })
  t.equal(calls.length, before)
})

t.test('a command without body or params', async (t) => {
  const http = await app.inject({ method: 'POST', url: '/v1/items', headers: { authorization: await bearer('amr') } })
  t.equal(http.statusCode, 201)
  const nats = await bus.request('cmd.amr.item.create', new Uint8Array(), {
    headers: { Authorization: await bearer('amr') }
  })
  t.equal(nats.headers.Status, '201')
  t.equal(calls.at(-1)?.fingerprint, calls.at(-2)?.fingerprint)
})

t.test('the trace goes on through the message', async (t) => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  const { nats } = await both({ text: 'a' }, { traceparent })
  t.match(nats.headers.traceparent, /^00-0af7651916cd43dd8448eb211c80319c-/)
  t.match(calls.at(-1)?.traceparent, /^00-0af7651916cd43dd8448eb211c80319c-/)
  t.match(JSON.parse(lines.at(-1) ?? ''), {
    command: 'item.put',
    status: 200,
    agency: 'amr',
    traceId: '0af7651916cd43dd8448eb211c80319c'
  })
})
