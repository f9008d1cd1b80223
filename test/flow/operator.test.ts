import { createKeyPair, createVerifier, mintToken } from '@wuhu/access'
import { createMemoryBroker } from '@wuhu/bus/memory'
import type { KeyRole } from '@wuhu/contracts'
import { createHost, createLogger, createMetrics, mountOperator, operatorChecks, operatorGauges } from '@wuhu/host'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { add, flow } from './flow.test-setup.ts'

const streamName = 'INFO_SHARING'

t.test('operators see lag and parked events, and retry or skip them; nobody else does', async (t) => {
  const { source, relay, consumer, pool } = await flow(t)
  const broker = createMemoryBroker([streamName])
  const bus = broker.connect()
  const stream = bus.stream(streamName)
  let poison = true
  const made = consumer(stream, { fails: (event) => poison && event.streamversion === 1 })
  const published = relay(stream)
  await add(source, 'clue/bad', 2)
  await until(() => made.status().cursor === 2)

  const roles: Record<string, KeyRole> = {}
  const metrics = createMetrics('test')
  t.teardown(() => metrics.shutdown())
  const operated = { pool, bus, relays: { [streamName]: published }, consumers: [made] }
  const app = await createHost({
    service: { name: 'test', zh: '测试', en: 'Test', version: '0' },
    logger: createLogger({ service: 'test', level: 'silent' }),
    verify: createVerifier({
      audience: 'wuhu',
      lookupKey: async (kid) =>
        roles[kid] && { kid, agency: 'amr', role: roles[kid], validFrom: '2020-01-01T00:00:00+08:00' }
    }),
    metrics,
    checks: operatorChecks(operated)
  })
  mountOperator(app, operated)
  operatorGauges(metrics, operated)
  t.teardown(() => app.close())
  const as = async (role: KeyRole, method: 'GET' | 'POST', url: string, body?: object) => {
    const { kid, seed } = createKeyPair()
    roles[kid] = role
    const authorization = `Bearer ${await mintToken({ seed, agency: 'amr' })}`
    const answer = await app.inject({ method, url, headers: { authorization }, ...(body && { payload: body }) })
    return {
      status: answer.statusCode,
      body: answer.headers['content-type']?.includes('json') ? answer.json() : answer.body
    }
  }

  const place = '/v1/parked/seen/1'
  for (const role of ['agency-system', 'security-admin', 'audit-admin'] as const) {
    t.equal((await as(role, 'GET', '/v1/parked')).status, 403, `${role} may not list`)
    t.equal((await as(role, 'POST', `${place}/retry`, {})).status, 403, `${role} may not retry`)
  }
  const { body: list } = await as('system-admin', 'GET', '/v1/parked')
  t.match(list.items, [
    {
      consumer: 'seen',
      stream: streamName,
      sequence: 1,
      type: 'case.closed.v1',
      error: 'Error: cannot be applied',
      behind: false
    },
    { sequence: 2, behind: true }
  ])
  t.notMatch(JSON.stringify(list), /done/, 'no data of the event')
  const { body: status } = await as('system-admin', 'GET', '/v1/status')
  t.match(status.relays, [{ stream: streamName, state: 'active', published: 2, lag: { events: 0 } }])
  t.match(status.consumers, [{ name: 'seen', cursor: 2, parked: 2, blocked: 1 }])
  const { body: text } = await as('system-admin', 'GET', '/metrics')
  t.match(text, /wuhu_consumer_parked\{.*consumer="seen".*\} 2/)
  t.match(text, /wuhu_consumer_blocked\{.*consumer="seen".*\} 1/)
  t.match(text, /wuhu_relay_lag\{.*stream="INFO_SHARING".*\} 0/)

  t.match(await as('system-admin', 'POST', '/v1/parked/seen/2/retry', {}), {
    status: 409,
    body: { code: 'parked.waits' }
  })
  t.match(await as('system-admin', 'POST', `${place}/retry`, {}), {
    status: 409,
    body: { code: 'parked.still-failing' }
  })
  t.match(await as('system-admin', 'POST', '/v1/parked/seen/7/skip', { reason: 'x' }), { status: 404 })
  t.match(await as('system-admin', 'POST', '/v1/parked/nobody/1/retry', {}), { status: 404 })
  t.match(await as('system-admin', 'POST', `${place}/skip`, {}), {
    status: 400,
    body: { errors: [{ path: '/reason' }] }
  })
  poison = false
  t.match(await as('system-admin', 'POST', `${place}/retry`, {}), {
    status: 200,
    body: { action: 'retried', released: 1 }
  })
  t.same((await as('system-admin', 'GET', '/v1/parked')).body, { items: [] })

  const ready = async () => (await app.inject('/health/ready')).json()
  t.match(await ready(), { status: 'ok' })
  broker.setReachable(false)
  const red = await until(async () => {
    const answer = await ready()
    return (
      answer.checks.some((check: { name: string; ok: boolean }) => check.name.startsWith('relay') && !check.ok) &&
      answer
    )
  })
  t.match(red, { status: 'not-ready' })
  t.match(
    red.checks.filter((check: { ok: boolean }) => !check.ok),
    [{ name: 'nats' }, { name: `relay ${streamName}` }]
  )
})
