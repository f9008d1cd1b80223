import t from 'tap'
import { testConsole } from './app.test-setup.ts'
import { atProvider, begin, clientSecret, startProvider } from './oidc.test-setup.ts'
import { createOidcProvider } from './sign-in/oidc-provider.ts'

const callback = '/sign-in/oidc/callback'

t.test('sign-in at a real OpenID provider', async (t) => {
  const issuer = await startProvider(t, `http://console.test${callback}`)
  const settings = { issuer, clientId: 'console', clientSecret, name: '政务统一身份', scope: 'openid', timeout: 5_000 }
  const byTable = createOidcProvider({ ...settings, claims: undefined })
  const console = await testConsole(t, { oidc: byTable })
  await console.grant('p-017', 'handler')
  await console.grant('p-090', 'audit-admin')
  const link = (subject: string, person: string) =>
    console.admin('POST', '/v1/identities', { issuer, subject, agency: 'amr', person })
  t.equal((await link('alice', 'p-017')).status, 201)
  t.equal((await link('audit', 'p-090')).status, 201)

  await t.test('code flow with PKCE, state and nonce; the session is as any other', async (t) => {
    const visitor = console.browser()
    t.match((await visitor.get('/sign-in')).body, /使用统一身份登录： 政务统一身份/)
    const { status, headers } = await visitor.get('/sign-in/oidc')
    t.equal(status, 303)
    t.match(String(headers['set-cookie']), /^wuhu-flow=.*SameSite=Lax; Max-Age=600$/)
    const asked = new URL(String(headers.location)).searchParams
    t.equal(asked.get('code_challenge_method'), 'S256')
    t.ok(asked.get('state') && asked.get('nonce') && asked.get('code_challenge'))
    const { pathname, search } = await atProvider(String(headers.location), 'alice', { amr: 'otp' })
    const back = await visitor.get(pathname + search)
    t.match(back, { status: 200, body: /http-equiv="refresh"/ })
    t.match(String(back.headers['set-cookie']), /wuhu-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/)
    t.match((await visitor.get('/v1/session')).json(), { person: 'p-017', method: 'oidc', secondFactor: true })
    t.equal((await visitor.script('/v1/session/token')).status, 200)
    const again = await visitor.get(pathname + search)
    t.equal(again.status, 403, 'a callback works once')
  })

  const refused = async (officer: string, more: Record<string, string> = {}, change = (path: string) => path) => {
    const visitor = console.browser()
    const path = await begin(visitor, officer, more)
    const { status } = await visitor.get(change(path))
    return { status, session: (await visitor.get('/v1/session')).status }
  }
  const no = { status: 403, session: 401 }

  await t.test('an ID token that is wrong in one way proves nothing', async (t) => {
    t.same(await refused('alice'), { status: 200, session: 200 }, 'without a fault it works')
    for (const fault of ['nonce', 'audience', 'expired', 'issuer']) t.same(await refused('alice', { fault }), no, fault)
  })

  await t.test('a callback that the browser did not ask for does nothing', async (t) => {
    t.same(await refused('alice', {}, (path) => path.replace(/state=[^&]+/, 'state=another')), no, 'state')
    t.same(await refused('alice', {}, (path) => path.replace(/code=[^&]+/, 'code=another')), no, 'code')
    t.same(await refused('alice', {}, (path) => path.replace(/&?iss=[^&]+/, '&iss=https%3A%2F%2Fevil.test')), no, 'iss')
    const thief = console.browser()
    const path = await begin(console.browser(), 'alice')
    t.equal((await thief.get(path)).status, 403, "another browser's")
    await thief.get('/sign-in/oidc')
    t.equal((await thief.get(path)).status, 403, 'with a flow of its own')
    const slow = console.browser()
    const late = await begin(slow, 'alice')
    console.wait(10 * 60_000)
    t.equal((await slow.get(late)).status, 403, 'after ten minutes')
  })

  await t.test('a replayed code is refused by the provider', async (t) => {
    const visitor = console.browser()
    const path = await begin(visitor, 'alice')
    const flows = await console.store.db.selectFrom('oidc_flows').selectAll().execute()
    t.equal((await visitor.get(path)).status, 200)
    // As if the flow were still there: only the provider stands between.
    const own = flows.at(-1)
    if (!own) throw new Error('no flow')
    await t.rejects(byTable.finish(new URL(path, console.origin), own), { name: 'NotVouched' })
  })

  await t.test('whoever stands for no officer, or for one who may not, is refused', async (t) => {
    t.same(await refused('mallory'), no, 'a subject that nobody linked')
    t.same(await refused('audit'), no, 'an administrator without a second factor at the provider')
    t.same(await refused('audit', { amr: 'mfa' }), { status: 200, session: 200 })
    t.equal((await console.admin('POST', '/v1/accounts/amr/p-017/disable', { reason: '调离' })).status, 200)
    t.same(await refused('alice'), no, 'disabled: its identities are gone')
    await console.revoke('p-090', 'audit-admin')
    t.same(await refused('audit', { amr: 'mfa' }), no, 'no role')
    console.wait(60_000)
    await console.sweep()
    const reasons = (await console.events('session.refused.v1')).map(({ data }) => (data as { reason: string }).reason)
    t.same([...new Set(reasons)].sort(), ['no-role', 'provider', 'second-factor', 'unknown-account'])
  })
})

t.test('claims may name the officer; what is no officer is refused', async (t) => {
  const issuer = await startProvider(t, `http://console.test${callback}`)
  const claims = { agency: 'agency', person: 'person' }
  const settings = { issuer, clientId: 'console', clientSecret, name: 'id', scope: 'openid', timeout: 5_000, claims }
  const console = await testConsole(t, { oidc: createOidcProvider(settings) })
  await console.grant('p-017', 'handler', 'psb')
  for (const [subject, status] of [
    ['psb.p-017', 200],
    ['amr.p-017', 403],
    ['nobody', 403],
    ['PSB.p-017', 403]
  ] as const) {
    const visitor = console.browser()
    t.equal((await visitor.get(await begin(visitor, subject))).status, status, subject)
  }
})

t.test('a provider that is away is told as such, and the console goes on', async (t) => {
  const settings = { clientId: 'console', clientSecret, name: 'id', scope: 'openid', claims: undefined, timeout: 1_000 }
  const console = await testConsole(t, { oidc: createOidcProvider({ ...settings, issuer: 'http://127.0.0.1:1' }) })
  t.match(await console.browser().get('/sign-in/oidc'), { status: 503, body: /统一身份服务暂不可用/ })
  t.equal((await console.browser().get('/sign-in')).status, 200)
  t.throws(() => createOidcProvider({ ...settings, issuer: 'http://id.test' }), { message: /HTTPS/ })
})
