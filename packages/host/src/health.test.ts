import t from 'tap'
import { createSample } from './host.fixture.ts'
import { createMetrics } from './metrics.ts'

t.test('ready says which dependency and why', async (t) => {
  const state = { database: true }
  const { app } = await createSample({
    checks: [
      {
        name: 'postgres',
        check: async () => ({ ok: state.database, detail: state.database ? 'connected' : 'connection refused' })
      },
      {
        name: 'relay',
        check: async () => {
          if (!state.database) throw new Error('the stream is ahead')
          return { ok: true, detail: 'position 7' }
        }
      }
    ]
  })
  t.teardown(() => app.close())
  const good = await app.inject('/health/ready')
  t.equal(good.statusCode, 200)
  t.match(good.json(), {
    status: 'ok',
    checks: [
      { name: 'postgres', ok: true },
      { name: 'relay', ok: true, detail: 'position 7' }
    ]
  })
  state.database = false
  const bad = await app.inject('/health/ready')
  t.equal(bad.statusCode, 503)
  t.match(bad.json(), {
    status: 'not-ready',
    checks: [
      { name: 'postgres', ok: false, detail: 'connection refused' },
      { name: 'relay', ok: false, detail: 'the stream is ahead' }
    ]
  })
  t.same((await app.inject('/health/live')).json(), { status: 'ok', service: 'sample', version: '1.2.3' })
})

t.test('a check that does not answer is not ok', async (t) => {
  const { app } = await createSample({ checks: [{ name: 'slow', check: () => new Promise(() => undefined) }] })
  t.teardown(() => app.close())
  const reply = await app.inject('/health/ready')
  t.equal(reply.statusCode, 503)
  t.match(reply.json().checks, [{ name: 'slow', ok: false, detail: /no answer within/ }])
})

t.test('metrics are for operators, and carry no data', async (t) => {
  const metrics = createMetrics('sample')
  metrics.gauge('relay.lag', 'Committed events not yet published', '{event}', () => 3)
  metrics.gauge('consumer.lag', 'Events not yet applied', '{event}', async () => [
    { value: 5, labels: { source: 'AUDIT' } }
  ])
  metrics.gauge('broken', 'Cannot be read', '1', () => {
    throw new Error('database down')
  })
  const { app, bearer } = await createSample({ metrics, metricsToken: 'scraper-token' })
  t.teardown(() => app.close())
  const get = (authorization?: string) =>
    app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} })

  t.equal((await get()).statusCode, 401)
  t.equal((await get('Bearer scraper-tokem')).statusCode, 401)
  t.equal((await get(await bearer('amr'))).statusCode, 403)
  await app.inject({ url: '/v1/items?limit=7', headers: { authorization: await bearer('amr') } })
  t.equal((await get(await bearer('amr', 'system-admin'))).statusCode, 200)
  const reply = await get('Bearer scraper-token')
  t.match(reply.headers['content-type'], /^text\/plain; version=0.0.4/)
  t.match(reply.payload, /^relay_lag(\{[^}]*\})? 3$/m)
  t.match(reply.payload, /^consumer_lag\{.*source="AUDIT".*\} 5$/m)
  t.match(reply.payload, /^http_server_request_duration_seconds_count\{.*http_route="\/v1\/items".*\} 1$/m)
  t.match(reply.payload, /http_response_status_code="200"/)
  t.match(reply.payload, /^process_memory_usage_bytes/m)
  t.notMatch(reply.payload, /limit=7/)
})
