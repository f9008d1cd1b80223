import t from 'tap'
import { password, testConsole } from './app.test-setup.ts'

t.test('a session ends: idle, after eight hours, by its officer, with the last role', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  const first = await console.signedIn(officer)
  const second = await console.signedIn(officer)
  const third = await console.signedIn(officer)
  const alive = async (visitor: typeof first) => (await visitor.get('/v1/session')).status === 200
  const sessions = (await first.get('/v1/sessions')).json().items
  t.equal(sessions.length, 3)
  t.equal(sessions.filter(({ current }: { current: boolean }) => current).length, 1)

  console.wait(28 * 60_000)
  t.ok((await alive(first)) && (await alive(second)))
  console.wait(3 * 60_000)
  t.ok((await alive(first)) && (await alive(second)), 'use keeps a session')
  t.notOk(await alive(third), 'idle for 31 minutes')

  const mine = (await first.get('/v1/session')).json().id
  const other = (await second.get('/v1/session')).json().id
  t.equal((await first.script(`/v1/sessions/${other}/close`)).status, 200)
  t.notOk(await alive(second))
  const stranger = await console.signedIn(await console.enrolled('p-018'))
  t.equal((await stranger.script(`/v1/sessions/${mine}/close`)).status, 404, "another officer's session is not there")
  t.ok(await alive(first))
  t.equal((await stranger.script('/v1/sessions/close-all')).json().closed, 1)
  t.notOk(await alive(stranger))

  for (let passed = 0; passed < 8 * 60; passed += 25) {
    await first.get('/v1/session')
    console.wait(25 * 60_000)
  }
  t.notOk(await alive(first), 'eight hours, however much it is used')
  t.match((await first.get('/')).headers, { location: '/sign-in' })

  const last = await console.signedIn(officer)
  t.ok(await alive(last))
  await console.grant('p-017', 'liaison')
  await console.revoke('p-017', 'handler')
  t.same((await last.get('/v1/session')).json().roles, ['liaison'])
  await console.revoke('p-017', 'liaison')
  t.notOk(await alive(last))
  t.same(
    (await console.events('session.closed.v1')).map(({ data }) => (data as { reason: string }).reason),
    ['idle', 'sign-out', 'sign-out-everywhere', 'expired', 'no-role']
  )
})

t.test('what nobody uses is closed by the sweep; a role that runs out ends the session', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  await console.signedIn(officer)
  console.wait(31 * 60_000)
  await console.sweep()
  t.match(await console.events('session.closed.v1'), [{ data: { reason: 'idle' } }])
  const visitor = await console.signedIn(officer)
  await console.grant('p-017', 'handler', 'amr', new Date(console.now() + 60_000).toISOString())
  t.equal((await visitor.get('/v1/session')).status, 200)
  console.wait(60_000)
  t.equal((await visitor.get('/v1/session')).status, 401)
})

t.test('every sign-in gets a new cookie, and the one before is worth nothing', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  const visitor = await console.signedIn(officer)
  const before = visitor.cookies.get('wuhu-session') ?? ''
  await visitor.get('/sign-in')
  const { agency, person } = officer
  await visitor.post('/sign-in', { agency, person, password, code: officer.code() })
  t.not(visitor.cookies.get('wuhu-session'), before)
  const thief = console.browser()
  thief.cookies.set('wuhu-session', before)
  t.equal((await thief.get('/v1/session')).status, 401)
  const fixed = console.browser()
  fixed.cookies.set('wuhu-session', 'A'.repeat(43))
  await fixed.get('/sign-in')
  console.wait(30_000)
  await fixed.post('/sign-in', { agency, person, password, code: officer.code() })
  t.not(fixed.cookies.get('wuhu-session'), 'A'.repeat(43), 'a secret that somebody planted is not taken')
  const rows = await console.store.db.selectFrom('sessions').selectAll().execute()
  t.notOk(JSON.stringify(rows).includes(visitor.cookies.get('wuhu-session') ?? '-'), 'the table holds hashes')
})

t.test('another site can make a browser do nothing', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  const visitor = await console.signedIn(officer)
  const { formTag } = (await visitor.get('/v1/session')).json()
  const from = (headers: Record<string, string>) => visitor.script('/v1/session/token', {}, headers)
  t.equal((await from({})).status, 200)
  t.match((await from({ origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' })).json(), {
    code: 'form.other-origin'
  })
  t.match((await from({ origin: 'null' })).json(), { code: 'form.other-origin' })
  t.match((await from({ 'sec-fetch-site': 'same-site' })).json(), { code: 'form.other-origin' }, 'a sibling host')
  t.match((await from({ 'x-form-tag': '' })).json(), { code: 'form.tag' })
  t.match((await from({ 'x-form-tag': `${formTag.slice(0, -2)}AA` })).json(), { code: 'form.tag' })
  const other = await console.signedIn(await console.enrolled('p-018'))
  const borrowed = (await other.get('/v1/session')).json().formTag
  t.match((await from({ 'x-form-tag': borrowed })).json(), { code: 'form.tag' }, "another session's tag")
  await visitor.get('/')
  t.match((await visitor.post('/sign-out', { tag: 'x' })).json(), { code: 'form.tag' })
  t.equal((await visitor.get('/v1/session')).status, 200)
  t.equal((await visitor.post('/sign-out')).status, 303)
  t.equal((await visitor.get('/v1/session')).status, 401)
  const unasked = await console.app.inject({
    method: 'OPTIONS',
    url: '/v1/session/token',
    headers: { origin: 'https://evil.test', 'access-control-request-method': 'POST' }
  })
  t.equal(unasked.statusCode, 404)
  t.notOk(
    Object.keys(unasked.headers).some((name) => name.startsWith('access-control')),
    'no CORS'
  )
})

t.test('pages allow no script; over TLS cookies are bound to the host', async (t) => {
  const console = await testConsole(t, { origin: 'https://console.test' })
  const { headers, body } = await console.browser().get('/sign-in')
  t.equal(
    headers['content-security-policy'],
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  )
  t.equal(headers['referrer-policy'], 'same-origin')
  t.match(String(headers['set-cookie']), /^__Host-wuhu-form=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  t.match(headers['strict-transport-security'], /max-age/)
  t.equal(headers['cache-control'], 'no-store')
  t.notMatch(body, /<script|style=|javascript:/)
  const typed = console.browser()
  await typed.get('/sign-in')
  const back = await typed.post('/sign-in?lang=en', {
    agency: '"><script>alert(1)</script>',
    person: "'x",
    password: 'p'
  })
  t.match(back.body, /value="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;"/)
  t.notMatch(back.body, /<script|value="p"/)
  const large = await typed.post('/sign-in', { password: 'x'.repeat(9_000) })
  t.equal(large.status, 413)
})

t.test('another password ends every session, and is asked for next time', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  const other = await console.signedIn(officer)
  const visitor = await console.signedIn(officer)
  const fresh = '新的口令：春风十里扬州路'
  await visitor.get('/')
  const change = (old: string, password: string, repeat = password) =>
    visitor.post('/password', { old, password, repeat })
  t.match(await change(password, fresh, 'x'), { status: 422, body: /不一致/ })
  t.match(await change(password, 'short'), { status: 422, body: /太短/ })
  t.match(await change('wrong', fresh), { status: 403, body: /原口令不正确/ })
  t.match(await change(password, fresh), { status: 200, body: /口令已修改/ })
  t.equal((await other.get('/v1/session')).status, 401)
  const again = console.browser()
  await again.get('/sign-in')
  const { agency, person } = officer
  t.equal((await again.post('/sign-in', { agency, person, password, code: officer.code() })).status, 403)
  t.equal((await again.post('/sign-in', { agency, person, password: fresh, code: officer.code() })).status, 303)
})
