import { createKeyPair, mintToken } from '@wuhu/access'
import t from 'tap'
import { testService } from '../app.test-setup.ts'

t.test('roles are granted by the security administrator, and listed to those who may know', async (t) => {
  const { admin, join } = await testService(t)
  const psb = await join('psb')
  const court = await join('court')
  const roles = '/v1/agencies/psb/officers/p-017/roles'
  const first = await admin.post(roles, { role: 'handler', name: '王某某' })
  t.equal(first.status, 201)
  t.match(first.body, { id: 'psb-p-017', version: 1, status: 'active', events: [{ type: 'officer.role-granted.v1' }] })
  t.equal((await psb.post(roles, { role: 'handler' })).status, 403, 'an agency does not grant roles to its own')
  t.equal((await admin.post(roles, { role: 'system-admin' })).body.code, 'officer.separated')
  t.equal((await admin.post(roles, { role: 'office-head' })).body.code, 'officer.not-the-office')
  t.equal((await admin.post(roles, { role: 'mayor' })).status, 400)
  t.equal((await admin.post('/v1/agencies/nobody/officers/p-1/roles', { role: 'handler' })).body.code, 'agency.unknown')
  const expected = [{ person: 'p-017', name: '王某某', roles: [{ role: 'handler' }] }]
  t.same((await psb.get('/v1/agencies/psb/officers')).body.items, expected)
  t.same((await admin.get('/v1/agencies/psb/officers')).body.items, expected)
  t.equal((await court.get('/v1/agencies/psb/officers')).body.code, 'access.denied')
  const revoke = await admin.post(`${roles}/handler/revoke`, { reason: '调离' })
  t.match(revoke.body, { status: 'former', events: [{ type: 'officer.role-revoked.v1' }] })
  t.same((await admin.post(`${roles}/handler/revoke`, { reason: '调离' })).body.events, [], 'repeating is harmless')
  const unknown = await admin.post('/v1/agencies/psb/officers/p-9/roles/handler/revoke', { reason: '调离' })
  t.match(unknown, { status: 404, body: { code: 'officer.unknown' } })
})

t.test('an officer acts through the console, as itself, in the roles held now', async (t) => {
  const { app, admin, join, deps } = await testService(t)
  const psb = await join('psb', 'agency-system', { core: true })
  const desk = createKeyPair()
  t.equal((await admin.post('/v1/agencies/amr/keys', { publicKey: desk.kid, role: 'console' })).status, 201)
  const roles = '/v1/agencies/psb/officers/p-017/roles'
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const token = await mintToken({ seed: desk.seed, agency: 'amr', officer: { agency: 'psb', person: 'p-017' } })
    const headers = { authorization: `Bearer ${token}`, 'wuhu-attestation': 'no-state-secret; by=p-017' }
    const { statusCode, body } = await app.inject({ method, url, headers, ...(payload && { payload }) })
    return { status: statusCode, body: JSON.parse(body) }
  }
  t.match(await ask('GET', '/v1/cases'), { status: 401, body: { code: 'token.officer' } })
  await admin.post(roles, { role: 'liaison' })
  t.equal((await ask('GET', '/v1/cases')).status, 200)
  t.match(await ask('POST', '/v1/cases', { title: '一案' }), { status: 403, body: { code: 'access.denied' } })
  await admin.post(roles, { role: 'handler' })
  const opened = await ask('POST', '/v1/cases', { title: '一案' })
  t.equal(opened.status, 201)
  const row = await deps.store.db
    .selectFrom('events')
    .select('body')
    .where('id', '=', opened.body.events[0].id)
    .executeTakeFirstOrThrow()
  t.equal(JSON.parse(row.body.toString()).actor, 'psb/p-017/handler', 'in the role that may')
  const close = `/v1/cases/${opened.body.id}/close`
  for (const by of [
    { person: 'p-018', role: 'handler' },
    { person: 'p-017', role: 'agency-head' },
    { person: 'p-017', role: 'liaison' }
  ]) {
    t.match(await ask('POST', close, { reason: '办结', by }), { status: 403, body: { code: 'access.by' } })
  }
  t.equal((await psb.get(`/v1/cases/${opened.body.id}`)).body.status, 'open')
  await admin.post(`${roles}/handler/revoke`, { reason: '调离' })
  t.match(await ask('POST', close, { reason: '办结' }), { status: 403, body: { code: 'access.denied' } })
})

t.test('keys are rotated with an overlap, by the agency itself or the security administrator', async (t) => {
  let instant = Date.now()
  const { app, admin, join } = await testService(t, { now: () => new Date(instant).toISOString() })
  const psb = await join('psb')
  const court = await join('court')
  const next = createKeyPair()
  const rotate = `/v1/agencies/psb/keys/${psb.kid}/rotate`
  t.equal((await court.post(rotate, { publicKey: next.kid })).body.code, 'access.denied')
  t.equal((await psb.post(rotate, { publicKey: court.kid })).body.code, 'agency.key-exists')
  t.equal((await psb.post(rotate, { publicKey: `U${'A'.repeat(55)}` })).status, 400)
  const done = await psb.post(rotate, { publicKey: next.kid, overlapHours: 1 })
  t.match(done, { status: 201, body: { events: [{ type: 'agency.key-rotated.v1' }] } })
  const as = async (seed: string) => {
    const token = await mintToken({ seed, agency: 'psb' })
    return (await app.inject({ url: '/v1/cases', headers: { authorization: `Bearer ${token}` } })).statusCode
  }
  t.equal(await as(next.seed), 200)
  t.equal((await psb.get('/v1/cases')).status, 200, 'the old key still speaks')
  const keyOf = async (kid: string) =>
    (await admin.get('/v1/agencies/psb')).body.keys.find((key: { kid: string }) => key.kid === kid)
  const overlap = Date.parse((await keyOf(psb.kid)).validUntil) - Date.parse((await keyOf(next.kid)).validFrom)
  t.equal(overlap, 3_600_000)
  const security = (await admin.get('/v1/agencies/amr')).body.keys[0].kid
  const own = await join('amr')
  const taken = await own.post(`/v1/agencies/amr/keys/${security}/rotate`, { publicKey: createKeyPair().kid })
  t.match(taken, { status: 403 }, "an agency's system does not put a key of its own in an administrator's place")
  instant += 3_700_000
  t.equal((await keyOf(psb.kid)).status, 'expired')
  t.equal((await admin.post(rotate, { publicKey: createKeyPair().kid })).body.code, 'agency.key-ended')
})
