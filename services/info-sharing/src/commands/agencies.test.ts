import { createKeyPair } from '@wuhu/access'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { bootstrap } from './agencies.ts'

t.test('the directory', async (t) => {
  const { admin, join, app, bus, deps, store, relay } = await testService(t)

  await t.test('begins with the office and its security administrator, once', async (t) => {
    t.equal(await bootstrap(deps, { agency: 'psb', name: '公安局', publicKey: createKeyPair().kid }), false)
    const { status, body, headers } = await admin.get('/v1/agencies/amr')
    t.equal(status, 200)
    t.equal(body.office, true)
    t.same(body.keys, [{ kid: admin.kid, role: 'security-admin', validFrom: body.keys[0].validFrom, status: 'valid' }])
    t.equal(headers.etag, '"2"')
  })

  await t.test('takes an agency with its keys in one transaction', async (t) => {
    const pair = createKeyPair()
    const body = { code: 'tax', name: '税务局', membership: ['conference'], assessable: true }
    const keys = [{ publicKey: pair.kid, role: 'agency-system' }]
    const made = await admin.post('/v1/agencies', { ...body, keys })
    t.equal(made.status, 201)
    t.equal(made.headers.location, '/v1/agencies/tax')
    t.equal(made.headers.etag, '"2"')
    t.same(
      made.body.events.map((e: { type: string }) => e.type),
      ['agency.registered.v1', 'agency.key-added.v1']
    )
    const again = await admin.post('/v1/agencies', body)
    t.match(again, { status: 409, body: { code: 'agency.exists', title: '该单位已登记' } })

    const taken = await admin.post('/v1/agencies', { ...body, code: 'water', keys })
    t.match(taken, { status: 409, body: { code: 'agency.key-exists' } })
    t.equal((await admin.get('/v1/agencies/water')).status, 404, 'nothing is half done')
  })

  await t.test('one key speaks for one agency in one role, also when two ask at once', async (t) => {
    await join('psb')
    await join('justice')
    const { kid } = createKeyPair()
    const add = (code: string, role: string) => admin.post(`/v1/agencies/${code}/keys`, { publicKey: kid, role })
    const both = await Promise.all([add('psb', 'agency-system'), add('justice', 'agency-system')])
    t.same(both.map(({ status }) => status).sort(), [201, 409])
    t.match(await add('psb', 'audit-admin'), { status: 409, body: { code: 'agency.key-exists' } })
    const events = await store.db.selectFrom('events').select('id').where('type', '=', 'agency.key-added.v1').execute()
    const keys = await store.db.selectFrom('directory_keys').select('kid').execute()
    t.equal(events.length, keys.length)
  })

  await t.test('a revoked key is refused', async (t) => {
    const science = await join('science')
    t.equal((await science.get('/v1/agencies')).status, 200)
    const path = `/v1/agencies/science/keys/${science.kid}/revoke`
    t.match(await admin.post(path, { reason: '遗失' }), { status: 200, body: { status: 'registered', version: 3 } })
    t.match(await science.get('/v1/agencies'), { status: 401, body: { code: 'token.key-revoked' } })
    t.match(await admin.post(path, { reason: '遗失' }), { status: 200, body: { events: [] } }, 'twice is once')
    t.match((await admin.get('/v1/agencies/science')).body.keys, [{ status: 'revoked' }])
    t.match(await admin.post(`/v1/agencies/tax/keys/${science.kid}/revoke`, { reason: '一' }), {
      status: 404,
      body: { code: 'agency.key-unknown' }
    })
    t.match(await admin.post(path, {}), { status: 400, body: { code: 'request.invalid' } })
  })

  await t.test('only the security administrator changes it', async (t) => {
    const water = await join('water')
    const body = { publicKey: createKeyPair().kid, role: 'agency-system' }
    t.match(await water.post('/v1/agencies/water/keys', body), { status: 403, body: { code: 'access.denied' } })
    const open = await app.inject({ method: 'GET', url: '/v1/agencies' })
    t.equal(open.statusCode, 401)
  })

  await t.test('refuses what is malformed', async (t) => {
    const kid = createKeyPair().kid
    const broken = `${kid.slice(0, -1)}${kid.endsWith('A') ? 'B' : 'A'}`
    const role = 'agency-system'
    t.match(await admin.post('/v1/agencies/psb/keys', { publicKey: broken, role }), {
      status: 400,
      body: { errors: [{ path: '/publicKey' }] }
    })
    const past = '2020-01-01T00:00:00Z'
    t.match(await admin.post('/v1/agencies/psb/keys', { publicKey: kid, role, validUntil: past }), {
      status: 409,
      body: { code: 'agency.key-validity' }
    })
    t.match(await admin.post('/v1/agencies/nobody/keys', { publicKey: kid, role }), { status: 404 })
    t.match(await admin.post('/v1/agencies', { code: 'Tax', name: '一', membership: [], assessable: true }), {
      status: 400
    })
    t.match(await admin.post('/v1/agencies', { code: 'x1', name: '一', membership: [], assessable: 'yes' }), {
      status: 400
    })
  })

  await t.test('the same request twice is one, another under its key is refused', async (t) => {
    const body = { code: 'drc', name: '发展和改革委员会', membership: ['conference'], assessable: true }
    const key = { 'idempotency-key': 'bootstrap-drc' }
    const first = await admin.post('/v1/agencies', body, key)
    const second = await admin.post('/v1/agencies', body, key)
    t.same(second.body, first.body)
    t.equal(second.headers['idempotency-replayed'], 'true')
    t.match(await admin.post('/v1/agencies', { ...body, name: '发改委' }, key), { status: 422 })
  })

  await t.test('a stale version is refused', async (t) => {
    const add = (version: string) =>
      admin.post(
        '/v1/agencies/drc/keys',
        { publicKey: createKeyPair().kid, role: 'agency-system' },
        { 'if-match': version }
      )
    t.equal((await add('"7"')).status, 412)
    t.equal((await add('"1"')).status, 201)
  })

  await t.test('the same by NATS', async (t) => {
    const body = { code: 'health', name: '卫生健康委员会', membership: ['conference'], assessable: true }
    const headers = { Authorization: `Bearer ${await admin.token()}` }
    const reply = await bus.request('cmd.amr.agency.register', Buffer.from(JSON.stringify(body)), { headers })
    t.equal(reply.headers.Status, '201')
    t.equal(JSON.parse(Buffer.from(reply.body).toString()).id, 'health')
  })

  await t.test('every change is in the stream, for its maker and the agency concerned', async (t) => {
    const { count } = await store.db
      .selectFrom('events')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    await until(() => relay.status().published === Number(count), { what: 'the relay to publish everything' })
    const { envelopes } = await readAll(bus.stream('INFO_SHARING'), Number(count))
    t.equal(envelopes[0]?.type, 'agency.registered.v1')
    const tax = envelopes.find((one) => one.subject === 'agency/tax')
    t.match(tax, { audience: 'amr:publisher,tax:addressee', actor: 'amr', marking: 'open', streamversion: 1 })
  })
})

async function readAll(stream: ReturnType<import('@wuhu/bus').Bus['stream']>, count: number) {
  const ended = new AbortController()
  const envelopes: { type: string; subject: string; audience: string }[] = []
  for await (const batch of stream.read({ after: 0, signal: ended.signal })) {
    for (const { body } of batch) envelopes.push(JSON.parse(Buffer.from(body).toString('utf8')))
    if (envelopes.length >= count) ended.abort()
  }
  return { envelopes }
}
