import { readFile } from 'node:fs/promises'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { connectNats } from '@wuhu/bus/nats'
import { initAuthority, issueCertificate } from '@wuhu/cli/ca'
import { serviceNames } from '@wuhu/infra/stack-options'
import { until } from '@wuhu/test-support'
import pg from 'pg'
import t from 'tap'
import { wuhu } from '../scenarios/run-program.ts'
import { startStack } from './start-stack.ts'

t.test('with TLS everything answers by it, and nothing without it', async (t) => {
  const stack = await startStack(t, { tls: true })
  const folder = join(stack.dataDir, 'tls')
  const ca = await readFile(join(folder, 'ca.crt'), 'utf8')
  const now = new Date()
  await initAuthority(join(folder, 'other'), { name: 'Other CA', days: 2, now })
  const otherCa = await readFile(join(folder, 'other', 'ca.crt'), 'utf8')
  const client = async (agency: string, at = now, where = folder) => {
    await issueCertificate(where, { names: [], client: agency, days: 1 }, at)
    const file = (ending: string) => readFile(join(where, `client-${agency}.${ending}`), 'utf8')
    return { cert: await file('crt'), key: await file('key') }
  }
  const [psb, court] = [await client('psb'), await client('court')]
  const expired = await client('tax', new Date(now.getTime() - 5 * 86_400_000))

  t.test('HTTPS of every service; no HTTP; no other authority', async (t) => {
    for (const name of serviceNames) {
      t.match(stack.urls[name], /^https:/)
      const answer = await get(`${stack.urls[name]}/health/ready`, { ca })
      t.match(answer, { status: 200, headers: { 'strict-transport-security': /max-age/ } }, name)
      await t.rejects(getPlainly(stack.urls[name].replace('https:', 'http:')), `${name} by HTTP`)
      await t.rejects(get(stack.urls[name], { ca: otherCa }), { code: /SELF_SIGNED|UNABLE_TO/ }, `${name}, other CA`)
    }
  })

  t.test('the command line trusts the CA of the data folder by itself', async (t) => {
    const { code, stdout } = await wuhu(stack.dataDir, 'status', '--json')
    t.equal(code, 0)
    t.match(JSON.parse(stdout), { ready: true })
  })

  t.test('Postgres: no session without TLS, also with the right password', async (t) => {
    const url = stack.databaseUrl.replace(/\?.*/, '')
    const ask = async (ssl: pg.ClientConfig['ssl']) => {
      const session = new pg.Client({ connectionString: url, ssl })
      session.on('error', () => {})
      await session.connect()
      const { rows } = await session.query(
        'select bool_and(ssl) as all, count(*) from pg_stat_ssl join pg_stat_activity using (pid) where usename is not null'
      )
      await session.end()
      return rows[0]
    }
    t.match(await ask({ ca }), { all: true }, 'the sessions of the services too')
    await t.rejects(ask(false), { code: '28000' })
    await t.rejects(ask({ ca: otherCa }), { code: /SELF_SIGNED|UNABLE_TO/ })
  })

  t.test('NATS: no client without TLS, none that trusts another authority', async (t) => {
    t.match(stack.natsUrl, /^tls:/)
    const reach = async (authority: string | undefined) => {
      const options = { url: stack.natsUrl, name: 'test', patience: 0, credentialsFile: stack.natsAdmin }
      const bus = await connectNats({ ...options, tls: authority === undefined ? undefined : { ca: authority } })
      await bus.close()
    }
    await reach(ca)
    await t.rejects(reach(otherCa), { name: 'BusUnavailable' })
    await t.rejects(speakPlainly(stack.natsUrl), /TLS|secure|closed/i, 'a client that goes on in the clear')
  })

  t.test('an agency may present its certificate, and then it must be its own', async (t) => {
    const url = `${stack.urls['info-sharing']}/v1/agencies`
    const as = async (agency: string, own: { cert: string; key: string } | undefined) =>
      await get(url, { ca, ...own }, await stack.token(agency))
    t.equal((await as('psb', psb)).status, 200)
    t.equal((await as('psb', undefined)).status, 200)
    const refused = { status: 401, body: { code: 'token.certificate', title: /客户端证书/ } }
    t.match(await as('psb', court), refused, 'of another agency')
    t.match(await as('tax', expired), refused, 'expired')
    t.match(await as('psb', await client('psb', now, join(folder, 'other'))), refused, 'of another authority')
  })

  t.test('where one is required, nobody comes in without', async (t) => {
    const strict = await stack.another('audit', { TLS_CLIENT: 'require' })
    await strict.start({ ready: false })
    const live = (own?: { cert: string; key: string }) => get(`${strict.url}/health/live`, { ca, ...own })
    await until(
      () =>
        live(psb).then(
          ({ status }) => status === 200,
          () => false
        ),
      { within: 60_000, what: 'audit answers' }
    )
    const closed = { code: /ECONNRESET|EPIPE|ERR_SSL/ }
    await t.rejects(live(), closed, 'none')
    await t.rejects(live(expired), closed, 'expired')
    for (const reason of [
      /PEER_DID_NOT_RETURN_A_CERTIFICATE.*TLS handshake refused/,
      /CERT_HAS_EXPIRED.*TLS handshake refused/
    ]) {
      const logged = async () => reason.test(await readFile(strict.logFile(), 'utf8'))
      await until(logged, { what: `the log says ${reason.source}` })
    }
  })

  t.test('a service that is told another authority does not start, and says why', async (t) => {
    const other = join(folder, 'other', 'ca.crt')
    const cases: [Record<string, string>, RegExp][] = [
      [{ DATABASE_CA: other }, /the database cannot be reached: .*(SELF_SIGNED|UNABLE_TO)/],
      [{ NATS_CA: other }, /no NATS server answers at tls:.*certificate/],
      [{ TLS_KEY: '' }, /TLS_CERT and TLS_KEY go together/]
    ]
    await Promise.all(
      cases.map(async ([settings, sentence]) => {
        const wrong = await stack.another('audit', settings)
        await t.rejects(wrong.start(), { message: sentence }, String(sentence))
      })
    )
  })
})

interface Own {
  readonly ca: string
  readonly cert?: string
  readonly key?: string
}

/** One request by a connection of its own; the body is JSON, or undefined. */
function get(url: string, own: Own, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return new Promise<{ status: number | undefined; headers: object; body: unknown }>((resolve, reject) => {
    const asked = request(url, { ...own, headers, agent: false }, async (answer) => {
      const body = await text(answer)
      resolve({
        status: answer.statusCode,
        headers: answer.headers,
        body: body.startsWith('{') ? JSON.parse(body) : body
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

function getPlainly(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = plainRequest(url, (answer) => resolve(answer.statusCode))
    asked.on('error', reject)
    asked.end()
  })
}

/** Speaks NATS in the clear; resolves when the server answers as if that were all right. */
function speakPlainly(url: string): Promise<void> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect({ host: hostname, port: Number(port) })
    socket.on('data', (chunk) => {
      if (heard === '') socket.write('CONNECT {"verbose":false}\r\nPING\r\n')
      heard += chunk.toString('latin1')
      if (/PONG|-ERR 'Authorization/.test(heard)) resolve()
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`closed: ${heard.slice(0, 200)}`)))
  })
}
