import { createHash } from 'node:crypto'
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Envelope } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t, { type Test } from 'tap'
import { closed, received, type TestApp, testApp } from './app.test-setup.ts'
import type { Manifest } from './replay/manifest.ts'

interface Line {
  index: number
  stream: string
  sequence: number
  recorded: string
  event: Envelope<Record<string, unknown>>
}

/** Reads a replay, and checks what its manifest says of it. */
function readReplay(t: Test, body: string): { lines: Line[]; manifest: Manifest } {
  const all = body.split('\n')
  t.equal(all.pop(), '', 'the last line ends too')
  const { manifest } = JSON.parse(all.pop() ?? '') as { manifest: Manifest }
  const before = all.map((line) => `${line}\n`).join('')
  t.equal(manifest.sha256, createHash('sha256').update(before).digest('hex'))
  t.equal(manifest.count, all.length)
  return { lines: all.map((line) => JSON.parse(line) as Line), manifest }
}

async function replay(t: Test, stack: TestApp, name: string, query = '') {
  const answer = await stack.get(name, `/v1/replay${query}`)
  t.equal(answer.statusCode, 200, answer.body.slice(0, 500))
  return { body: answer.body, ...readReplay(t, answer.body) }
}

const auditEvents = async ({ pool }: TestApp) =>
  (await pool.query<{ body: Buffer }>('select body from audit.events order by seq')).rows.map(
    ({ body }) => JSON.parse(body.toString()) as Envelope<Record<string, unknown>>
  )

t.test('an auditor replays everything in order, open fields only, and it is on record', async (t) => {
  const stack = await testApp(t)
  const events = await stack.publish('INFO_SHARING', closed('A-1'), received('A-1'), closed('A-2'))
  await stack.recorded(6)
  const { lines, manifest } = await replay(t, stack, 'auditor')
  t.strictSame(
    lines.map(({ index }) => index),
    [1, 2, 3, 4, 5, 6]
  )
  t.strictSame(
    lines.slice(3).map(({ event }) => event.id),
    events.map(({ id }) => id)
  )
  t.strictSame(lines[3]?.event.data, { number: 'A-1' })
  t.match(lines[4]?.event.redacted, 'reporterToken')
  t.match(lines[4]?.recorded, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/)
  t.match(manifest, { filters: {}, reader: 'audit', bodies: false, range: { upto: 6, streams: { INFO_SHARING: 6 } } })
  const [record] = await auditEvents(stack)
  t.match(record, {
    type: 'replay.completed.v1',
    actor: 'amr/-/audit-admin',
    audience: '',
    data: { count: 6, sha256: manifest.sha256, bodies: false, range: { upto: 6 } }
  })
})

t.test('bodies need a reason, are on record from the start, and never say who reported', async (t) => {
  const stack = await testApp(t)
  const events = await stack.publish('INFO_SHARING', closed('A-1'), received('A-1'))
  await stack.recorded(5)
  t.match((await stack.get('auditor', '/v1/replay?bodies=true')).json(), {
    status: 400,
    code: 'replay.reason-required'
  })
  t.match((await stack.get('psb', '/v1/replay?bodies=true&reason=x')).json(), { status: 403, code: 'access.denied' })
  t.equal((await stack.get('operator', '/v1/replay')).statusCode, 403)
  const { lines, body } = await replay(
    t,
    stack,
    'auditor',
    `?case=A-1&bodies=true&reason=${encodeURIComponent('复核')}`
  )
  t.strictSame(lines[0]?.event, events[0], 'as published')
  t.match(lines[1]?.event, { redacted: 'reporterToken', data: { title: '员工离职后使用客户名单' } })
  t.notMatch(body, 'reporter-0001')
  t.match(await auditEvents(stack), [
    { type: 'replay.started.v1', casenumber: 'A-1', data: { reason: '复核', bodies: true } },
    { type: 'replay.completed.v1', casenumber: 'A-1', data: { reason: '复核', count: 2 } }
  ])
})

t.test('an agency replays what it is in the audience of, redacted by its ground', async (t) => {
  const stack = await testApp(t)
  await stack.publish('INFO_SHARING', closed('A-1'), received('A-1'), closed('A-2'))
  await stack.recorded(6)
  const { lines, manifest } = await replay(t, stack, 'psb')
  t.strictSame(
    lines.map(({ event }) => [event.casenumber, event.data, event.audience]),
    [
      ['A-1', { number: 'A-1' }, 'amr:publisher,psb:conference'],
      ['A-2', { number: 'A-2' }, 'amr:publisher,psb:conference']
    ]
  )
  t.equal(manifest.reader, 'psb')
  t.strictSame(await auditEvents(stack), [], 'its own copies are not an audit')
})

t.test('the same request gives the same bytes', async (t) => {
  const stack = await testApp(t)
  await stack.publish('INFO_SHARING', ...Array.from({ length: 2_500 }, (_, n) => closed(`A-${n % 40}`)))
  await stack.recorded(2_503)
  const first = await replay(t, stack, 'auditor')
  t.equal(first.lines.length, 2_503)
  t.equal((await replay(t, stack, 'auditor')).body, first.body, 'its own record changes nothing')
  await stack.publish('INFO_SHARING', closed('A-1'))
  await until(async () => Number((await stack.get('operator', '/v1/gaps')).json().streams[0].count) === 2_504)
  const again = await replay(t, stack, 'auditor', `?upto=${first.manifest.range.upto}`)
  t.equal(again.body, first.body, 'also when the log has grown')
  t.not((await replay(t, stack, 'auditor')).body, first.body)
  t.match((await stack.get('auditor', '/v1/replay?upto=999999')).json(), { status: 400, code: 'replay.beyond-log' })
})

t.test('filters', async (t) => {
  const stack = await testApp(t)
  const at = (time: string) => closed('T-1', { time: `2026-06-0${time}T09:00:00+08:00` })
  await stack.publish('INFO_SHARING', at('1'), at('2'), at('3'), received('R-1'))
  await stack.publish('JOINT_INVESTIGATION', closed('J-1', { audience: [{ agency: 'psb', ground: 'publisher' }] }))
  await stack.recorded(8)
  const found = async (query: string) => (await replay(t, stack, 'auditor', query)).lines.length
  t.equal(await found('?case=T-1'), 3)
  t.equal(await found('?case=none'), 0)
  t.equal(await found('?from=2026-06-02T09:00:00%2B08:00&to=2026-06-03T09:00:00%2B08:00'), 1)
  t.equal(await found('?type=clue.received.v1'), 1)
  t.equal(await found('?mutual=clue-sharing'), 1)
  t.equal(await found('?agency=psb'), 1)
  t.equal(await found('?stream=JOINT_INVESTIGATION'), 1)
  await until(async () => (await found('?stream=AUDIT')) >= 7)
  for (const query of ['?type=x', '?mutual=x', '?from=yesterday', '?stream=MAIL', '?upto=-1', '?what=1']) {
    t.equal((await stack.get('auditor', `/v1/replay${query}`)).statusCode, 400, query)
  }
  const backwards = '/v1/replay?from=2026-06-03T00:00:00Z&to=2026-06-02T00:00:00Z'
  t.match((await stack.get('auditor', backwards)).json(), { status: 400, code: 'replay.empty-range' })
})

t.test('a reader that leaves ends the reading, and gets no manifest', async (t) => {
  const stack = await testApp(t)
  const large = { data: { number: 'A-1', reason: '履'.repeat(500) } }
  for (let n = 0; n < 8; n += 1) {
    await stack.publish('INFO_SHARING', ...Array.from({ length: 1_000 }, () => closed('A-1', large)))
  }
  await stack.recorded(8_003)
  await stack.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = stack.app.server.address() as AddressInfo
  const headers = await stack.headers('auditor')
  const answer = await new Promise<IncomingMessage>((resolve) => {
    httpGet({ port, path: '/v1/replay?bodies=true&reason=x', headers }, resolve)
  })
  t.equal(answer.headers['replay-upto'], '8003')
  await new Promise((resolve) => answer.once('data', resolve))
  answer.destroy()
  await until(() => stack.pool.idleCount === stack.pool.totalCount)
  t.strictSame(
    (await auditEvents(stack)).map(({ type }) => type),
    ['replay.started.v1']
  )
})
