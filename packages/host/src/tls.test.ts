import { request } from 'node:http'
import { connect, type SecureVersion } from 'node:tls'
import { revokeCertificate } from '@wuhu/cli/ca'
import t, { type Test } from 'tap'
import { createSample } from './host.fixture.ts'
import { createAuthority, getOver } from './tls.fixture.ts'
import type { HttpTls } from './tls.ts'

/** The sample app, listening with TLS. */
async function listening(t: Test, tls: HttpTls) {
  const sample = await createSample({ tls })
  const url = await sample.app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => sample.app.close())
  return { ...sample, url, items: `${url}/v1/items` }
}

t.test('HTTPS with HSTS; plain HTTP, old TLS, another authority and another name are refused', async (t) => {
  const authority = await createAuthority(t)
  const { cert, key } = await authority.server(['localhost', '127.0.0.1'])
  const { url, lines, app } = await listening(t, { cert, key, client: 'off' })
  t.match(url, /^https:/)
  const answer = await getOver(`${url}/health/live`, { ca: authority.ca })
  t.equal(answer.status, 200)
  t.equal(answer.headers['strict-transport-security'], 'max-age=31536000')

  const { port } = new URL(url)
  await t.rejects(plainly(Number(port)), { code: /ECONNRESET|HPE_INVALID_CONSTANT|EPIPE/ }, 'plain HTTP')
  t.match(
    lines.find((line) => line.includes('TLS handshake refused')),
    /ERR_SSL_HTTP_REQUEST/
  )
  await t.rejects(protocol(Number(port), authority.ca, 'TLSv1.1'), 'TLS 1.1')
  t.equal(await protocol(Number(port), authority.ca, 'TLSv1.2'), 'TLSv1.2')
  const stranger = await createAuthority(t)
  await t.rejects(
    getOver(url, { ca: stranger.ca }),
    { code: /SELF_SIGNED|UNABLE_TO|CERT_SIGNATURE/ },
    'another authority'
  )

  const other = await authority.server(['elsewhere.example'])
  const wrong = await listening(t, { cert: other.cert, key: other.key, client: 'off' })
  await t.rejects(getOver(wrong.url, { ca: authority.ca }), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  const old = await authority.server(['old.example', '127.0.0.1'], 2)
  const expired = await listening(t, { cert: old.cert, key: old.key, client: 'off' })
  await t.rejects(getOver(expired.url, { ca: authority.ca }), { code: 'CERT_HAS_EXPIRED' })
  t.ok(
    expired.lines.some((line) => line.includes('ends soon')),
    'the log warns'
  )
  t.notOk((await app.inject('/health/live')).headers['x-powered-by'])
})

t.test('without TLS there is no HSTS', async (t) => {
  const { app } = await createSample()
  t.notOk((await app.inject('/health/live')).headers['strict-transport-security'])
})

t.test('a certificate that is asked for: its own, none, or 401', async (t) => {
  const authority = await createAuthority(t)
  const { cert, key } = await authority.server(['127.0.0.1'])
  const { ca } = authority
  const sample = await listening(t, { cert, key, client: 'request', clientCa: ca })
  const as = async (client: { cert: string; key: string } | undefined, agency: string) =>
    await getOver(sample.items, {
      ca,
      ...(client && { cert: client.cert, key: client.key }),
      authorization: await sample.bearer(agency)
    })
  const psb = await authority.client('psb')
  t.equal((await as(psb, 'psb')).status, 200, 'its own')
  t.equal((await as(undefined, 'psb')).status, 200, 'none: the token alone counts')
  const refused = {
    status: 401,
    body: /"code":"token.certificate"/,
    headers: { 'www-authenticate': /token.certificate/ }
  }
  t.match(await as(psb, 'court'), refused, "another agency's")
  t.match(await as(await authority.client('court', 2), 'court'), refused, 'an expired one')
  const stranger = await createAuthority(t)
  const forged = await stranger.client('psb')
  t.match(await as(forged, 'psb'), refused, "another authority's")
  const server = await authority.server(['psb'])
  t.match(await as(server, 'psb'), refused, "a server's certificate proves no client")
  t.equal(
    (await getOver(`${sample.url}/health/live`, { ca, cert: forged.cert, key: forged.key })).status,
    200,
    'health asks nobody'
  )
})

t.test('a certificate that is required: none, expired, revoked and foreign ones end in the handshake', async (t) => {
  const authority = await createAuthority(t)
  const { cert, key } = await authority.server(['127.0.0.1'])
  const { ca } = authority
  const [psb, court] = [await authority.client('psb'), await authority.client('court')]
  await revokeCertificate(authority.folder, 'client-court', new Date())
  const sample = await listening(t, {
    ...{ cert, key, client: 'require', clientCa: ca },
    clientCrl: await authority.revocations()
  })
  const as = async (client: { cert: string; key: string } | undefined, agency: string) => {
    const own = client && { cert: client.cert, key: client.key }
    return await getOver(sample.items, { ca, ...own, authorization: await sample.bearer(agency) })
  }
  t.equal((await as(psb, 'psb')).status, 200)
  t.match(await as(psb, 'court'), { status: 401, body: /token.certificate/ }, 'whose token is another agency’s')
  const closed = { code: /ECONNRESET|EPIPE|ERR_SSL_/ }
  await t.rejects(as(undefined, 'psb'), closed, 'none')
  await t.rejects(as(await authority.client('mem', 2), 'mem'), closed, 'expired')
  await t.rejects(as(court, 'court'), closed, 'revoked')
  await t.rejects(as(await (await createAuthority(t)).client('psb'), 'psb'), closed, "another authority's")
  const refusals = sample.lines.filter((line) => line.includes('TLS handshake refused'))
  t.same(
    refusals.map((line) => JSON.parse(line).code),
    ['ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE', 'CERT_HAS_EXPIRED', 'CERT_REVOKED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']
  )
})

/** A plain request to a port that speaks TLS. */
function plainly(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/health/live' }, (answer) => resolve(answer.statusCode))
    asked.on('error', reject)
    asked.end()
  })
}

/** The version agreed on, by a client that speaks one only. */
function protocol(port: number, ca: string, version: SecureVersion): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const limits = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }
    const socket = connect({ host: '127.0.0.1', port, ca, ...limits }, () => {
      resolve(socket.getProtocol())
      socket.destroy()
    })
    socket.on('error', reject)
  })
}
