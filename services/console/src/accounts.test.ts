import t from 'tap'
import { password, testConsole } from './app.test-setup.ts'

t.test('accounts are for officers of the directory, and for a security administrator to give', async (t) => {
  const console = await testConsole(t)
  const p17 = { agency: 'amr', person: 'p-017' }
  t.match(await console.admin('POST', '/v1/accounts', p17), { status: 409, body: { code: 'account.no-role' } })
  await console.grant('p-017', 'handler')
  const system = await console.addKey('agency-system')
  t.match(await console.admin('POST', '/v1/accounts', p17, system), { status: 403 })
  t.equal((await console.app.inject({ method: 'POST', url: '/v1/accounts', payload: p17 })).statusCode, 401)
  const made = await console.admin('POST', '/v1/accounts', p17)
  t.match(made, { status: 201, body: { id: 'amr/p-017', status: 'invited', enrolAt: 'http://console.test/enrol' } })
  t.match(made.body.code, /^[0-9a-f]{8}(-[0-9a-f]{8}){4}$/)
  t.match(await console.admin('POST', '/v1/accounts', p17), { status: 409, body: { code: 'account.exists' } })
  const answers = await console.store.db.selectFrom('answers').selectAll().execute()
  const rows = await console.store.db.selectFrom('credentials').selectAll().execute()
  t.notOk(JSON.stringify([answers, rows, await console.events(), console.lines]).includes(made.body.code))
  t.match(await console.events('account.created.v1'), [{ actor: 'amr', audience: 'amr:publisher' }])
  await console.grant('p-001', 'handler', 'psb')
  await console.admin('POST', '/v1/accounts', { agency: 'psb', person: 'p-001' })
  t.match((await console.events('account.created.v1')).at(-1), { audience: 'amr:publisher,psb:addressee' })
  t.match((await console.admin('GET', '/v1/accounts?agency=amr')).body.items, [
    { person: 'p-017', secondFactor: false }
  ])
  t.equal((await console.admin('GET', '/v1/accounts', undefined, system)).status, 403)
})

t.test('a code opens one account, in time, once', async (t) => {
  const console = await testConsole(t)
  await console.grant('p-017', 'handler')
  await console.grant('p-018', 'handler')
  const { code: enrolment } = (await console.admin('POST', '/v1/accounts', { agency: 'amr', person: 'p-017' })).body
  const other = (await console.admin('POST', '/v1/accounts', { agency: 'amr', person: 'p-018' })).body.code
  const visitor = console.browser()
  await visitor.get('/enrol')
  const attempt = (fields: Record<string, string>) =>
    visitor.post('/enrol', { agency: 'amr', person: 'p-017', enrolment, password, repeat: password, ...fields })
  t.equal((await attempt({ enrolment: other })).status, 403, "another account's code")
  t.equal((await attempt({ person: 'p-404' })).status, 403)
  t.match(await attempt({ repeat: 'x' }), { status: 422, body: /两次输入的新口令不一致/ })
  t.match(await attempt({ password: '123456', repeat: '123456' }), { status: 422, body: /至少 12 个字符/ })
  t.match(await attempt({}), { status: 200, body: /<svg/ })
  const wrong = await visitor.post('/enrol/generator', { agency: 'amr', person: 'p-017', enrolment, code: '000000' })
  t.equal(wrong.status, 403)
  const early = console.browser()
  await early.get('/sign-in')
  t.equal((await early.post('/sign-in', { agency: 'amr', person: 'p-017', password })).status, 403, 'not open yet')
  console.wait(72 * 3_600_000)
  t.equal((await attempt({})).status, 403, 'after three days')

  const reset = await console.admin('POST', '/v1/accounts/amr/p-017/reset', { reason: '逾期' })
  t.equal(reset.status, 200)
  t.not(reset.body.code, enrolment)
  t.equal((await attempt({})).status, 403, 'the old code')
  t.equal((await attempt({ enrolment: reset.body.code })).status, 200)
  const used = await console.enrolled('p-019')
  const { body } = await attempt({ person: used.person, enrolment: 'f'.repeat(44) })
  t.match(body, /未成功/)
})

t.test('reset and disable end sessions and make every secret void', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  const visitor = await console.signedIn(officer)
  t.equal((await console.admin('POST', '/v1/accounts/amr/p-017/reset', { reason: '手机遗失' })).status, 200)
  t.equal((await visitor.get('/v1/session')).status, 401)
  const again = console.browser()
  await again.get('/sign-in')
  const { agency, person } = officer
  t.equal((await again.post('/sign-in', { agency, person, password, code: officer.code() })).status, 403)
  t.equal((await again.post('/sign-in', { agency, person, password, code: officer.recovery[0] ?? '' })).status, 403)
  t.match(await console.admin('POST', '/v1/accounts/amr/p-017/disable', { reason: '退休' }), {
    body: { status: 'disabled' }
  })
  t.same(await console.store.db.selectFrom('credentials').selectAll().execute(), [])
  t.same(await console.store.db.selectFrom('recovery_codes').selectAll().execute(), [])
  t.equal((await console.admin('POST', '/v1/accounts/amr/p-404/disable', { reason: 'x' })).status, 409)
})

t.test('a second factor may be left to administrators; they have it always, and act as nothing else', async (t) => {
  const console = await testConsole(t, { rules: { secondFactorForAll: false } })
  const handler = await console.enrolled('p-017')
  t.same(handler.recovery, [], 'no generator asked')
  const visitor = await console.signedIn(handler)
  t.match((await visitor.get('/v1/session')).json(), { roles: ['handler'], secondFactor: false })
  await console.grant('p-017', 'audit-admin')
  t.equal((await visitor.get('/v1/session')).status, 401, 'an administrator without a second factor is none')

  const administrator = await console.enrolled('p-090', 'system-admin')
  t.equal(administrator.recovery.length, 10)
  await console.grant('p-090', 'agency-head')
  const other = await console.signedIn(administrator)
  t.same((await other.get('/v1/session')).json().roles, ['system-admin'])
  t.equal((await other.script('/v1/session/token', { role: 'agency-head' })).status, 403)
  const { token } = (await other.script('/v1/session/token')).json()
  t.match(JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()), { role: 'system-admin' })
  const headers = { authorization: `Bearer ${token}` }
  t.equal((await console.app.inject({ url: '/v1/accounts', headers })).statusCode, 403)
  await console.grant('p-090', 'security-admin')
  t.equal((await other.get('/v1/session')).status, 401, 'two of the three are none')
})

t.test('a signed-in security administrator works with a token as a key does', async (t) => {
  const console = await testConsole(t)
  const visitor = await console.signedIn(await console.enrolled('p-080', 'security-admin'))
  await console.grant('p-017', 'handler')
  const { token } = (await visitor.script('/v1/session/token')).json()
  const headers = { authorization: `Bearer ${token}` }
  const payload = { agency: 'amr', person: 'p-017' }
  t.equal((await console.app.inject({ method: 'POST', url: '/v1/accounts', headers, payload })).statusCode, 201)
  t.match((await console.events('account.created.v1')).at(-1), { actor: 'amr/p-080/security-admin' })
})

t.test('an identity stands for one officer', async (t) => {
  const console = await testConsole(t)
  await console.grant('p-017', 'handler')
  await console.grant('p-018', 'handler')
  const link = (person: string) =>
    console.admin('POST', '/v1/identities', { issuer: 'https://id.test', subject: 'a', agency: 'amr', person })
  const made = await link('p-017')
  t.match(made, { status: 201, body: { id: 'amr/p-017' } })
  t.match(await link('p-018'), { status: 409, body: { code: 'identity.taken' } })
  t.match(await link('p-404'), { status: 409 })
  t.match((await console.admin('GET', '/v1/identities')).body.items, [{ subject: 'a', person: 'p-017' }])
  const path = `/v1/identities/${made.body.identity}/unlink`
  t.equal((await console.admin('POST', path, { reason: '误录' })).status, 200)
  t.equal((await console.admin('POST', path, { reason: '误录' })).status, 404)
  t.equal((await link('p-018')).status, 201)
  t.same(
    (await console.events()).map(({ type }) => type),
    ['account.identity-linked.v1', 'account.identity-unlinked.v1', 'account.identity-linked.v1']
  )
})
