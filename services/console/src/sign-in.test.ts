import t from 'tap'
import { password, testConsole } from './app.test-setup.ts'

t.test('an officer opens an account, signs in, and gets a token for the services', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  t.equal(officer.recovery.length, 10)
  const visitor = console.browser()
  const page = await visitor.get('/sign-in', { 'accept-language': 'zh-CN,en;q=0.5' })
  t.match(page.body, /<html lang="zh-CN">.*<h1>登录<\/h1>/s)
  t.match((await console.browser().get('/sign-in', { 'accept-language': 'en-GB' })).body, /<h1>Sign in<\/h1>/)
  const done = await visitor.post('/sign-in', { agency: 'amr', person: 'p-017', password, code: officer.code() })
  t.match(done, { status: 303, headers: { location: '/?lang=zh-CN' } })
  t.match(String(done.headers['set-cookie']), /^wuhu-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  t.match((await visitor.get('/')).body, /王芳 <code>amr\/p-017<\/code>.*经办人/s)

  const session = (await visitor.get('/v1/session')).json()
  t.match(session, { agency: 'amr', person: 'p-017', roles: ['handler'], method: 'password', secondFactor: true })
  t.equal(session.expiresAt, '2026-06-01T17:00:30.000+08:00')
  const { token, expiresAt } = (await visitor.script('/v1/session/token')).json()
  t.equal(expiresAt, '2026-06-01T09:05:30.000+08:00')
  const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
  t.match(claims, { iss: 'amr', sub: 'amr/p-017', aud: 'wuhu', role: 'handler' })
  t.equal(claims.exp - claims.iat, 300)
  t.equal((await visitor.script('/v1/session/token', { role: 'agency-head' })).status, 403)

  const [opened] = await console.events('session.opened.v1')
  t.match(opened, {
    actor: 'amr/p-017',
    audience: '',
    data: { method: 'password', factor: 'totp', address: '203.0.113.7' }
  })
  const stored = JSON.stringify(await console.events())
  t.notMatch(stored, /argon2|白马/, 'no event tells a password')
  t.notMatch(console.lines.join(), /白马|argon2/, 'nor does the log')
})

t.test('a code is good once; so is a recovery code', async (t) => {
  const console = await testConsole(t)
  const { agency, person, code, recovery } = await console.enrolled('p-017')
  const attempt = async (given: string) => {
    const visitor = console.browser()
    await visitor.get('/sign-in')
    return (await visitor.post('/sign-in', { agency, person, password, code: given })).status
  }
  const used = code()
  t.equal(await attempt(used), 303)
  t.equal(await attempt(used), 403, 'the same step again')
  console.wait(30_000)
  t.equal(await attempt(used), 403, 'still within the window of one step')
  t.equal(await attempt(code()), 303)
  console.wait(30_000)
  const next = code()
  console.wait(-30_000)
  t.equal(await attempt(next), 303, 'a clock that is ahead by one step')
  console.wait(30_000)
  t.equal(await attempt(next), 403)
  console.wait(120_000)
  t.equal(await attempt(recovery[0] ?? ''), 303)
  t.equal(await attempt(recovery[0] ?? ''), 403)
  console.wait(120_000)
  t.equal(await attempt(`${recovery[1]?.toUpperCase()} `), 303, 'as people type it')
  console.wait(120_000)
  t.equal(await attempt(''), 403)
  t.equal(await attempt('000-000'), 403)
  const factors = (await console.events('session.opened.v1')).map(({ data }) => (data as { factor: string }).factor)
  t.same(factors, ['totp', 'totp', 'totp', 'recovery-code', 'recovery-code'])
})

t.test('wrong in any way: the same answer, whether or not there is such an account', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  await console.grant('p-018', 'handler')
  const bare = (body: string) => body.replaceAll(/value="[^"]*"/g, '')
  const attempt = async (fields: Record<string, string>) => {
    const visitor = console.browser()
    await visitor.get('/sign-in')
    const { status, body, headers } = await visitor.post('/sign-in', fields)
    const { date: _, 'x-request-id': __, traceparent: ___, ...rest } = headers
    return { status, body: bare(body), headers: Object.keys(rest) }
  }
  const right = { agency: 'amr', person: 'p-017', password, code: officer.code() }
  const wrong = await attempt({ ...right, password: 'x' })
  t.equal(wrong.status, 403)
  t.match(wrong.body, /role="alert">登录未成功/)
  t.same(await attempt({ ...right, code: '000000' }), wrong, 'code')
  t.same(await attempt({ ...right, person: 'p-404' }), wrong, 'no such officer')
  t.same(await attempt({ ...right, person: 'p-018' }), wrong, 'an officer without account')
  t.same(await attempt({ ...right, agency: 'no such', person: '../x' }), wrong, 'nonsense')
  await console.revoke('p-017', 'handler')
  t.same(await attempt(right), wrong, 'no role any more')

  console.wait(60_000)
  await console.sweep()
  const refused = (await console.events('session.refused.v1')).map(({ data }) => data as Record<string, unknown>)
  t.same(
    refused.map(({ person, reason, count }) => [person, reason, count]).sort(),
    [
      [undefined, 'unknown-account', 3],
      ['p-017', 'no-role', 1],
      ['p-017', 'password', 1],
      ['p-017', 'second-factor', 1]
    ].sort()
  )
  t.match(refused[0], { addresses: ['203.0.113.7'] })
  t.notMatch(JSON.stringify(refused), /p-404|no such/, 'what was typed is not told')
})

t.test('too many failures lock the account, also when they come at once; a stranger sees no difference', async (t) => {
  const console = await testConsole(t)
  const officer = await console.enrolled('p-017')
  const visitor = console.browser()
  await visitor.get('/sign-in')
  const attempt = (person: string, given: string) =>
    visitor.post('/sign-in', { agency: 'amr', person, password: given, code: officer.code() })
  const burst = await Promise.all(Array.from({ length: 12 }, () => attempt('p-017', 'wrong')))
  const strangers = await Promise.all(Array.from({ length: 12 }, () => attempt('p-404', 'wrong')))
  const counted = (pages: { status: number }[]) => pages.map(({ status }) => status).sort()
  t.same(counted(burst), [403, 403, 403, ...Array.from({ length: 9 }, () => 429)])
  t.same(counted(strangers), counted(burst))
  t.equal(burst.find(({ status }) => status === 429)?.headers['retry-after'], '1')

  for (const person of ['p-017', 'p-404']) {
    for (let failure = 4; failure <= 10; failure += 1) {
      console.wait(60_000)
      t.equal((await attempt(person, 'wrong')).status, 403)
    }
  }
  t.match(await console.events('account.locked.v1'), [
    { audience: 'amr:publisher', data: { agency: 'amr', person: 'p-017', failures: 10 } }
  ])
  t.equal((await attempt('p-017', password)).status, 429)
  console.wait(900_000)
  t.equal((await attempt('p-017', password)).status, 403, 'the right password does not open it')
  t.equal((await attempt('p-404', password)).status, 403)

  const path = '/v1/accounts/amr/p-017/unlock'
  t.match(await console.admin('POST', path, { reason: '本人核实' }), { status: 200, body: { status: 'active' } })
  t.equal((await attempt('p-017', password)).status, 303)
})

t.test('one address may fail only so often, whatever names it tries', async (t) => {
  const console = await testConsole(t, {
    rules: { perAddress: { attempts: 5, window: 900_000, free: 5, longestDelay: 0 } },
    proxies: '10.0.0.0/8'
  })
  const attempt = async (address: string, person: string, forwarded?: string) => {
    const visitor = console.browser(address)
    await visitor.get('/sign-in')
    const more = forwarded === undefined ? undefined : { 'x-forwarded-for': forwarded }
    return (await visitor.post('/sign-in', { agency: 'amr', person, password: 'x', code: '' }, more)).status
  }
  for (let n = 0; n < 5; n += 1) t.equal(await attempt('198.51.100.1', `p-${n}`), 403)
  t.equal(await attempt('198.51.100.1', 'p-5'), 429)
  t.equal(await attempt('198.51.100.1', 'p-6', '192.0.2.9'), 429, 'who is no proxy cannot say where it comes from')
  t.equal(await attempt('::ffff:198.51.100.1', 'p-6'), 429, 'in other clothes')
  t.equal(await attempt('10.0.0.1', 'p-6', '192.0.2.9, 198.51.100.1'), 429, 'behind the proxy')
  t.equal(await attempt('10.0.0.1', 'p-6', '198.51.100.1, 192.0.2.9'), 403, 'a forged first hop')
})
