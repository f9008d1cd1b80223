import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { createSample } from './host.fixture.ts'

const { app, bearer, lines, calls } = await createSample()
t.teardown(() => app.close())

interface Wrong {
  readonly what: string
  readonly status: number
  readonly code: string
  readonly body?: string | Buffer
  readonly headers?: Record<string, string>
  readonly url?: string
  readonly detail?: RegExp
  readonly errors?: readonly object[]
}

const field = (path: string, message: string, message_en: string) => ({ in: 'body', path, message, message_en })

const table: readonly Wrong[] = [
  { what: 'no such route', url: '/v1/nothing', status: 404, code: 'route.not-found' },
  { what: 'not JSON', body: '{"text":', status: 400, code: 'request.invalid-json' },
  {
    what: 'broken UTF-8',
    body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    status: 400,
    code: 'request.invalid-utf8'
  },
  { what: 'deep', body: '['.repeat(33) + ']'.repeat(33), status: 400, code: 'request.too-deep' },
  { what: 'prototype', body: '{"text":"a","__proto__":{"x":1}}', status: 400, code: 'request.prototype' },
  { what: 'escaped prototype', body: '{"text":"a","__pro\\u0074o__":{"x":1}}', status: 400, code: 'request.prototype' },
  { what: 'a field twice', body: '{"text":"a","t\\u0065xt":"b"}', status: 400, code: 'request.duplicate-name' },
  {
    what: 'compressed',
    headers: { 'content-encoding': 'gzip' },
    body: '{"text":"a"}',
    status: 415,
    code: 'request.media-type'
  },
  { what: 'too large', body: JSON.stringify({ text: 'x'.repeat(256 * 1024) }), status: 413, code: 'request.too-large' },
  {
    what: 'form',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'a=b',
    status: 415,
    code: 'request.media-type'
  },
  { what: 'bad escape', url: '/v1/items/%zz/put', status: 400, code: 'request.malformed' },
  { what: 'no body', status: 400, code: 'request.invalid', errors: [field('/text', '必填', 'is required')] },
  {
    what: 'null body',
    body: 'null',
    status: 400,
    code: 'request.invalid',
    errors: [field('', '应为对象', 'must be object')]
  },
  {
    what: 'unknown field',
    body: '{"text":"a","more":1}',
    status: 400,
    code: 'request.invalid',
    errors: [field('/more', '不允许的字段', 'is unknown')]
  },
  {
    what: 'several wrong',
    body: '{"text":"","count":"1","code":"abc"}',
    status: 400,
    code: 'request.invalid',
    errors: [
      field('/text', '至少 1 个字符', 'must NOT have fewer than 1 characters'),
      field('/count', '应为整数', 'must be integer'),
      field('/code', '不符合 even 的格式或校验位', 'must match format "even"')
    ]
  },
  {
    what: 'wrong path',
    url: '/v1/items/abc/put',
    body: '{"text":"a"}',
    status: 400,
    code: 'request.invalid',
    errors: [{ in: 'path', path: '/id', message: '格式不符', message_en: 'must match pattern "^[0-9]+$"' }]
  },
  {
    what: 'empty key',
    headers: { 'idempotency-key': '' },
    body: '{"text":"a"}',
    status: 400,
    code: 'idempotency-key.invalid'
  },
  {
    what: 'long key',
    headers: { 'idempotency-key': 'x'.repeat(129) },
    body: '{"text":"a"}',
    status: 400,
    code: 'idempotency-key.invalid'
  },
  { what: 'bare version', headers: { 'if-match': '7' }, body: '{"text":"a"}', status: 400, code: 'if-match.invalid' },
  { what: 'refused', body: '{"text":"refuse"}', status: 409, code: 'item.full', detail: /^is full$/ },
  { what: 'missing', body: '{"text":"missing"}', status: 404, code: 'item.not-found' },
  { what: 'conflict', body: '{"text":"throw Conflict"}', status: 409, code: 'stream.conflict' },
  { what: 'stale', body: '{"text":"throw VersionMismatch"}', status: 412, code: 'version.stale' },
  { what: 'key reused', body: '{"text":"throw IdempotencyMismatch"}', status: 422, code: 'idempotency.mismatch' },
  { what: 'in flight', body: '{"text":"throw IdempotencyInFlight"}', status: 409, code: 'idempotency.in-flight' },
  { what: 'replayed', body: '{"text":"throw TokenReplayed"}', status: 401, code: 'token.replayed' },
  { what: 'store down', body: '{"text":"throw StoreUnavailable"}', status: 503, code: 'store.unavailable' },
  { what: 'bus down', body: '{"text":"throw BusUnavailable"}', status: 503, code: 'bus.unavailable' },
  { what: 'bug', body: '{"text":"throw TypeError"}', status: 500, code: 'internal' }
]

t.test('every wrong request gets its problem', async (t) => {
  for (const { what, status, code, body, headers, url = '/v1/items/1/put', detail, errors } of table) {
    const reply = await app.inject({
      method: 'POST',
      url,
      headers: { authorization: await bearer('amr'), ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { payload: body })
    })
    const problem = reply.json()
    t.equal(reply.statusCode, status, `${what}: ${reply.payload}`)
    t.equal(reply.headers['content-type'], 'application/problem+json; charset=utf-8', what)
    t.match(
      problem,
      { type: `urn:wuhu:problem:${code}`, code, status, instance: url, title: /\p{Script=Han}/u, title_en: /./ },
      what
    )
    if (detail) t.match(problem.detail, detail, what)
    if (errors) t.same(problem.errors, errors, what)
    t.notMatch(reply.payload, /nobody outside/, what)
  }
})

t.test('what is hardly HTTP gets a problem too, a line in the log, and the same protection', async (t) => {
  const { app, lines } = await createSample()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const send = async (request: string) => {
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(request)
    return text(socket)
  }
  const closing = 'Host: x\r\nConnection: close\r\n'
  const table: [string, number, string][] = [
    ['nonsense\r\n\r\n', 400, 'request.malformed'],
    [`GET / HTTP/1.1\r\n${closing}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'request.header-too-large'],
    [`POST /v1/items/${'9'.repeat(200)}/put HTTP/1.1\r\n${closing}\r\n`, 414, 'request.url-too-long'],
    [`GET /%zz HTTP/1.1\r\n${closing}\r\n`, 400, 'request.malformed'],
    ['GET /health/live HTTP/1.1\r\n\r\n', 400, 'request.malformed'],
    ['GET /health/live HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', 400, 'request.malformed'],
    [`GET /health/live HTTP/1.1\r\n${closing}Expect: x\r\n\r\n`, 417, 'request.expectation'],
    [`GET /docs/static/..%5cx HTTP/1.1\r\n${closing}\r\n`, 404, 'route.not-found']
  ]
  for (const [request, status, code] of table) {
    const answer = await send(request)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    t.match(head, new RegExp(`^HTTP/1.1 ${status} [^]*content-type: application/problem.json`, 'i'), code)
    t.match(JSON.parse(body), { code, status, type: `urn:wuhu:problem:${code}`, title: /\p{Script=Han}/u })
    t.match(head, /x-content-type-options: nosniff/i)
  }
  await app.close()
  const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
  t.match(
    told,
    table.map(([, status, code]) => ({ status, code, address: '127.0.0.1' }))
  )
})

t.test('who does not prove itself, or may not, gets no further', async (t) => {
  const before = calls.length
  const post = (authorization?: string) =>
    app.inject({
      method: 'POST',
      url: '/v1/items/1/put',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      payload: '{"broken'
    })
  const missing = await post()
  t.equal(missing.statusCode, 401)
  t.equal(missing.json().code, 'token.missing', 'before the body is looked at')
  t.equal(missing.headers['www-authenticate'], 'Bearer realm="wuhu"')
  const basic = await post('Basic YTpi')
  t.equal(basic.json().code, 'token.malformed')
  t.match(basic.headers['www-authenticate'], /error="invalid_token"/)
  const forbidden = await post(await bearer('amr', 'system-admin'))
  t.equal(forbidden.statusCode, 403)
  t.equal(forbidden.json().code, 'access.denied')
  t.equal(calls.length, before)
})

t.test('the log says what happened, and holds nothing of what was sent', async (t) => {
  lines.length = 0
  const authorization = await bearer('amr')
  await app.inject({
    method: 'POST',
    url: '/v1/items/4711/put?secret=value',
    headers: { authorization, 'content-type': 'application/json', 'x-request-id': 'r-1' },
    payload: '{"text":"throw TypeError","name":"张三"}'
  })
  const text = lines.join('')
  const [failed, answered] = lines.map((line) => JSON.parse(line))
  t.match(failed, {
    level: 'error',
    requestId: 'r-1',
    traceId: /^[0-9a-f]{32}$/,
    err: { type: 'TypeError', message: /nobody outside/ }
  })
  t.match(answered, { level: 'info', route: '/v1/items/:id/put', status: 500, agency: 'amr', service: 'sample' })
  for (const hidden of ['张三', '4711', 'secret', authorization.slice(7)]) t.notOk(text.includes(hidden), hidden)
})

t.test('headers: security, trace, no caching', async (t) => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  const { headers } = await app.inject({ url: '/health/live', headers: { traceparent } })
  t.match(headers.traceparent, /^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/)
  t.match(headers['x-request-id'], /^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  t.equal(headers['cache-control'], 'no-store')
  t.match(headers['content-security-policy'], /default-src 'self'/)
  t.notMatch(headers['content-security-policy'], /upgrade-insecure/)
  t.notOk('strict-transport-security' in headers)
})

t.test('too many requests', async (t) => {
  const { app } = await createSample({ rateLimit: 2 })
  t.teardown(() => app.close())
  const statuses = []
  for (let index = 0; index < 3; index++) statuses.push((await app.inject('/openapi.json')).statusCode)
  t.same(statuses, [200, 200, 429])
  const reply = await app.inject('/v1/nothing')
  t.match(reply.json(), { code: 'rate.limited', status: 429 })
  t.ok(Number(reply.headers['retry-after']) > 0)
  t.equal(reply.headers['x-content-type-options'], 'nosniff')
  t.equal((await app.inject('/health/live')).statusCode, 200)
})

t.test('an OpenAPI 3.1 description and its page', async (t) => {
  const document = (await app.inject('/openapi.json')).json()
  t.equal(document.openapi, '3.1.0')
  const operation = document.paths['/v1/items/{id}/put'].post
  t.match(operation, { operationId: 'item.put', summary: '放入 Put', tags: ['item'], security: [{ agencyKey: [] }] })
  t.equal(operation.requestBody.content['application/json'].schema.additionalProperties, false)
  t.same(operation.responses['409'].content['application/problem+json'].schema, {
    $ref: '#/components/schemas/Problem'
  })
  t.ok(document.components.schemas.Problem)
  const page = await app.inject('/docs/')
  t.equal(page.statusCode, 200)
  t.match(page.headers['content-security-policy'], /script-src 'self'/)
  t.notMatch(page.headers['content-security-policy'], /upgrade-insecure|https?:|swagger.io/)
  t.notMatch(page.payload, /https?:\/\//, 'needs nothing from outside')
})
