import { until } from '@wuhu/test-support'
import t from 'tap'
import { startStack } from './start-stack.ts'

const password = '草原上的7匹白马 gallop'

/** A browser: keeps the console's cookies, sends its forms with the tag of the page before. */
function browserAt(origin: string) {
  const cookies = new Map<string, string>()
  let tag = ''
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const reply = await fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const text = await reply.text()
    tag = /name="tag" value="([^"]+)"/.exec(text)?.[1] ?? tag
    return { status: reply.status, text }
  }
  return {
    get: (path: string) => ask(path),
    form: (path: string, fields: Record<string, string>) =>
      ask(path, { method: 'POST', headers: { origin }, body: new URLSearchParams({ tag, ...fields }) }),
    token: async () => {
      const { formTag } = JSON.parse((await ask('/v1/session')).text)
      const { text } = await ask('/v1/session/token', { method: 'POST', headers: { origin, 'x-form-tag': formTag } })
      return String(JSON.parse(text).token)
    }
  }
}

t.test('an officer signs in at the console and works at another service, until the role is revoked', async (t) => {
  const stack = await startStack(t, {
    only: ['info-sharing', 'audit', 'console'],
    settings: { console: { SECOND_FACTOR_FOR_ALL: 'false' } }
  })
  const asSecurity = (path: string, body?: object) =>
    stack.call('amr', body ? 'POST' : 'GET', path, body, { role: 'security-admin' })
  const roles = '/v1/agencies/psb/officers/p-017/roles'
  t.equal((await asSecurity(roles, { role: 'handler' })).status, 201)
  const officer = { agency: 'psb', person: 'p-017' }
  const made = await until(
    async () => {
      const answer = await asSecurity('/v1/accounts', officer)
      return answer.status === 201 ? answer : undefined
    },
    { what: 'the console to know the officer' }
  )
  const { code: enrolment, enrolAt } = made.body
  t.equal(enrolAt, `${stack.urls.console}/enrol`)

  const browser = browserAt(stack.urls.console)
  await browser.get('/enrol')
  t.equal((await browser.form('/enrol', { ...officer, enrolment, password, repeat: password })).status, 200)
  t.match((await asSecurity('/v1/accounts')).body.items, [{ id: 'psb/p-017', status: 'active', secondFactor: false }])
  await browser.get('/sign-in')
  t.equal((await browser.form('/sign-in', { ...officer, password })).status, 303)

  const token = await browser.token()
  const asOfficer = async (path: string) => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`${stack.urls['info-sharing']}${path}`, { headers })).status
  }
  t.equal(await asOfficer('/v1/cases'), 200, 'a handler reads the cases of the agency')
  t.equal(await asOfficer('/v1/status'), 403, 'and operates nothing')

  await t.test('the log knows who signed in', async (t) => {
    const replayed = () => stack.call('amr', 'GET', '/v1/replay?stream=CONSOLE', undefined, { role: 'audit-admin' })
    const { text } = await until(async () => {
      const answer = await replayed()
      return answer.text.includes('session.opened.v1') ? answer : undefined
    })
    t.match(text, /account\.created\.v1.*account\.password-set\.v1.*session\.opened\.v1/s)
  })

  await t.test('without a role there is no session and no use of the token, within a second', async (t) => {
    t.equal((await asSecurity(`${roles}/handler/revoke`, { reason: '调离' })).status, 200)
    await until(async () => (await asOfficer('/v1/cases')) === 401, { within: 1_000 })
    await until(async () => (await browser.get('/v1/session')).status === 401, { within: 1_000 })
  })
})
