import { createServer } from 'node:net'
import { mintToken } from '@wuhu/access'
import { serviceNames } from '@wuhu/infra/stack-options'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { ask, speak } from '../bad-input/ask.ts'
import { openNatsDoor } from '../scenarios/ask-by-nats.ts'
import { bodyAttacks } from './body-attacks.ts'
import { headerAttacks } from './header-attacks.ts'
import { answeredLine, assertGuarded, assertSilent, repel } from './http-attack.ts'
import { createTarget } from './http-target.ts'
import { follow, keptConnection } from './open-connections.ts'
import { pathAttacks } from './path-attacks.ts'
import { everyPlace, leaks, type Probe, type Probed, probeAll, told } from './probe-everywhere.ts'
import { smuggled, trickle } from './raw-attacks.ts'
import { requestAttacks } from './request-attacks.ts'
import { claimedRoles, forgedTokens, misusedTokens } from './token-attacks.ts'

// Attacks over HTTP on the real services: each is refused, leaves its line in the log, and stores nothing.
// Tokens, bodies and addresses that are simply wrong are in test/bad-input, what NATS refuses in the files beside this.

const target = await createTarget(t)
const { stack, officer } = target
const urls = Object.values(stack.urls)
const lead = { channel: 'report', title: '图纸外泄', allegedAct: 'inducement' }

// Begun now, looked at last: their end is due after 15 to 20 seconds.
const halfHead = 'GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: '
const slow = await Promise.all(
  Array.from({ length: 60 }, (_, index) => trickle(urls[index % urls.length] ?? '', index % 3 === 0 ? '' : halfHead))
)

t.test('tokens that somebody forged', async (t) => {
  let fetched = 0
  const listener = createServer((socket) => {
    fetched += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  t.teardown(() => listener.close())
  await until(() => listener.listening)
  const address = listener.address() as { port: number }
  await repel(t, target, await forgedTokens(target, `http://127.0.0.1:${address.port}`))
  t.equal(fetched, 0, 'nobody fetches a key from where a token says it lies')
})

t.test('tokens of another bus, in other names and places', async (t) => {
  await repel(t, target, await misusedTokens(target))
})

t.test('roles that somebody claims', async (t) => {
  await repel(t, target, await claimedRoles(target))
})

t.test('a token writes once, at any door, however many try at once', async (t) => {
  const token = await stack.token('science')
  const write = (service: 'info-sharing' | 'joint-investigation' = 'info-sharing') => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const attested = { ...headers, 'wuhu-attestation': 'no-state-secret; by=p-1' }
    return ask(stack.urls[service], 'POST', '/v1/clues', attested, JSON.stringify(lead))
  }
  const before = await target.count()
  const answers = await Promise.all(Array.from({ length: 6 }, () => write()))
  const refused = answers.filter(({ status }) => status === 401)
  t.same(answers.map(({ status }) => status).sort(), [201, 401, 401, 401, 401, 401])
  for (const answer of refused) {
    t.match(JSON.parse(answer.text), { code: 'token.replayed' })
    const line = await answeredLine(target, 'info-sharing', answer.headers['x-request-id'])
    t.match(line, { status: 401, code: 'token.replayed', agency: 'science', decision: 'access.allowed' })
  }
  t.equal((await write('joint-investigation')).status, 404, 'the same request means nothing to another service')

  const door = openNatsDoor(stack)
  t.teardown(door.close)
  const byMessage = await door.ask('cmd.science.clue.receive', lead, { Authorization: `Bearer ${token}` })
  t.match(byMessage, { status: 401, body: { code: 'token.replayed' } }, 'used on HTTP, it is used on NATS')
  const command = (line: { readonly text: string }) => line.text.includes('"command":"clue.receive"')
  const line = await until(async () => (await target.log('info-sharing')).find(command))
  t.match(line, { msg: 'answered', status: 401, code: 'token.replayed', agency: 'science' })
  const after = await target.count()
  t.equal(after['info_sharing.used_tokens'], (before['info_sharing.used_tokens'] ?? 0) + 1)
  t.equal(after['info_sharing.case_counters'], (before['info_sharing.case_counters'] ?? 0) + 1, 'one case, not six')
})

const readings = { 'info-sharing': '/v1/clues', 'joint-investigation': '/v1/assistances', notifications: '/v1/mailbox' }

for (const [what, code, open] of [
  [
    'a revoked key',
    'token.key-revoked',
    async () => {
      const key = await target.addKey('psb')
      const token = await mintToken({ seed: key.seed, agency: 'psb' })
      return { token, revoke: () => target.revokeKey('psb', key.kid), log: { agency: undefined } }
    }
  ],
  [
    "an officer's role, revoked in the middle of the session",
    'token.officer',
    async () => {
      const token = await target.officerToken(officer.agency, officer.person)
      const revoke = () => target.changeRole('revoke', 'handler', officer.agency, officer.person)
      return { token, revoke, log: { agency: undefined, person: undefined } }
    }
  ]
] as const) {
  t.test(`${what}: streams end and kept connections are refused within a second`, async (t) => {
    const { token, revoke, log } = await open()
    const stream = await follow(stack.urls.notifications, token)
    t.teardown(() => stream.response.destroy())
    t.equal(stream.response.statusCode, 200)
    const connections = Object.entries(readings).map(([service, path]) => {
      const kept = keptConnection(stack.urls[service as keyof typeof readings], path)
      t.teardown(kept.close)
      return { service: service as keyof typeof readings, kept }
    })
    const before = await Promise.all(connections.map(({ kept }) => kept.once(token)))
    t.same(
      before.map(({ status }) => status),
      [200, 200, 200]
    )
    await revoke()
    const answered = performance.now()
    const since = () => Math.round(performance.now() - answered)
    // The promise is one second; the bound leaves room for a machine that does other things too.
    const within = 2_500
    for (const [index, { service, kept }] of connections.entries()) {
      const refused = await until(
        async () => {
          const answer = await kept.once(token)
          return answer.status === 401 ? answer : undefined
        },
        { within, every: 20, what: `${service} refuses` }
      )
      t.equal(refused.port, before[index]?.port, 'on the connection that was open')
      t.match(JSON.parse(refused.text), { code })
      t.match(await answeredLine(target, service, refused.id), { status: 401, code, ...log })
      t.comment(`${service} refused ${since()} ms after the answer`)
    }
    await until(() => stream.ended(), { within, every: 10, what: 'the end of the stream' })
    t.comment(`the stream had ended ${since()} ms after the answer`)
    t.match(stream.heard(), `event: end\ndata: {"reason":"${code}"}`)
  })
}

t.test('methods, other sites, other hosts', async (t) => {
  await repel(t, target, requestAttacks())
})

t.test('headers that would be more than they are', async (t) => {
  await repel(t, target, headerAttacks())
})

t.test('bodies that cost more than they weigh', async (t) => {
  await repel(t, target, bodyAttacks())
  const costly = (await target.log('info-sharing')).filter(({ ms = 0 }) => ms > 15_000)
  t.same(costly, [], 'none held a service up')
})

t.test('names that lead elsewhere', async (t) => {
  await repel(t, target, pathAttacks())
})

t.test('requests inside requests', async (t) => {
  const before = await target.count()
  for (const { what, service, bytes, status, code } of smuggled(await stack.token('science'))) {
    const lines = (await target.log(service)).length
    const answer = await speak(stack.urls[service], bytes)
    t.match(JSON.parse(answer.text), { status, code }, `${what}: one answer, and no second behind it`)
    t.equal(answer.status, status, what)
    t.equal(answer.headers.connection, 'close', `${what}: the connection ends`)
    assertGuarded(t, answer.headers, what)
    assertSilent(t, answer, what)
    const line = await until(async () => (await target.log(service)).slice(lines).find((one) => one.code === code))
    t.match(line, { msg: 'answered', status, code, address: '127.0.0.1' }, `${what}: its log line`)
  }
  t.same(await target.count(), before, 'nothing is stored')
})

/** What a database would take for its own; what no text may hold; what takes long to look at. */
const injections = [`' or '1'='1' --`, `'; drop table events; --`, `%' union select seed from keys --`]
const noTexts = ['a\u0000b', 'a\ud800b']
const longTexts = [`a${' '.repeat(60_000)}b`, '1a'.repeat(30_000)]

t.test('the same in every place of every route', async (t) => {
  const places = await everyPlace(target)
  t.ok(places.length > 200, `${places.length} places`)
  const ofBody = ({ place }: Probe) => place === 'body'
  const errors = ({ status }: Probed) => status >= 500 || status === 401
  const before = await target.count()
  const asked = await probeAll(target, places, injections, (probe) => !ofBody(probe))
  const noBodies = await probeAll(target, places, noTexts, ofBody)
  const long = await probeAll(target, places, longTexts, ofBody)
  for (const [what, results] of Object.entries({ injections: asked, 'no texts': noBodies, 'long texts': long })) {
    t.same(results.filter(errors).map(told), [], `${what}: ${results.length} answers, none an error of ours`)
    t.same(results.filter(leaks).map(told), [], `${what}: none tells of code or database`)
    const done = results.filter(({ probe, status }) => probe.method !== 'GET' && status < 300)
    t.same(done.map(told), [], `${what}: none was carried out`)
  }
  t.same(
    asked.filter(({ text }) => text.startsWith('{"items":[{')).map(told),
    [],
    'no filter finds what nobody asked for'
  )
  t.same(await target.count(), before, 'nothing is stored, nothing is gone')

  const written = await probeAll(target, places, injections.slice(1, 2), ofBody)
  t.same(written.filter((result) => errors(result) || leaks(result)).map(told), [], 'in a body it is a text')
  const after = await target.count()
  const fewer = Object.keys(before).filter((table) => (after[table] ?? -1) < (before[table] ?? 0))
  t.same(fewer, [], 'no table lost a row')
  const costly = (await Promise.all(serviceNames.map(target.log))).flat().filter(({ ms = 0 }) => ms > 15_000)
  t.same(costly, [], 'no text held a service up')
})

t.test('every kind of answer is guarded', async (t) => {
  const token = await stack.token('amr', 'system-admin')
  const kinds = ['/health/live', '/health/ready', '/openapi.json', '/docs/', '/metrics', '/v1/status', '/v1/nothing']
  for (const url of urls) {
    for (const path of kinds) {
      const answer = await ask(url, 'GET', path, { authorization: `Bearer ${token}` }, undefined)
      assertGuarded(t, answer.headers, `${path}: ${answer.status}`)
    }
  }
  const stream = await follow(stack.urls.notifications, await stack.token('psb'))
  assertGuarded(t, stream.response.headers as Record<string, string>, 'a stream')
  stream.response.destroy()
})

t.test('clients that are slow on purpose', async (t) => {
  const lasted = await Promise.all(slow.map(({ ended }) => ended))
  t.ok(Math.max(...lasted) < 40_000, `the last was ended after ${Math.round(Math.max(...lasted))} ms`)
  for (const [index, { heard }] of slow.entries()) {
    if (index % 3 !== 0) t.match(heard(), /^HTTP\/1\.1 408 .*"code":"request\.timeout"/s)
  }
  const lines = (await Promise.all(serviceNames.map(target.log))).flat()
  const told = lines.filter(({ code, status }) => code === 'request.timeout' && status === 408)
  t.ok(told.length >= 32, `${told.length} lines`)
  for (const url of urls) t.equal((await fetch(`${url}/health/ready`)).status, 200, 'every service is well')
})
