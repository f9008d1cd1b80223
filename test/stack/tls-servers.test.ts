import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectNats } from '@wuhu/bus/nats'
import { initAuthority, issueCertificate } from '@wuhu/cli/ca'
import { freePort } from '@wuhu/infra/free-port'
import { startPostgres } from '@wuhu/infra/postgres'
import { natsTls, prepareTls } from '@wuhu/infra/stack-tls'
import { createPool, migrate, pendingMigrations } from '@wuhu/store'
import { ownNats } from '@wuhu/test-support'
import t, { type Test } from 'tap'

/** A folder with an authority and a server's certificate, as `npm start -- --tls` makes them. */
async function authority(t: Test) {
  const folder = await mkdtemp(join(tmpdir(), 'wuhu-tls-servers-'))
  // Postgres, which runs as another user when we are root, must pass through.
  await chmod(folder, 0o711)
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const tls = await prepareTls(folder)
  return { folder, tls, ca: await readFile(tls.ca, 'utf8') }
}

const untrusted = /self-signed certificate|unable to verify|certificate signature failure/

t.test('Postgres takes TLS only, and services only a certificate of their authority that names it', async (t) => {
  const { folder, tls, ca } = await authority(t)
  const { ca: otherCa } = await authority(t)
  const options = { dataDir: join(folder, 'postgres'), logFile: join(folder, 'log'), password: 'p', durable: false }
  await issueCertificate(join(folder, 'tls'), { names: ['127.0.0.1'], days: 1 }, new Date())
  const own = { ca: tls.ca, cert: join(folder, 'tls', '127.0.0.1.crt'), key: join(folder, 'tls', '127.0.0.1.key') }
  const server = await startPostgres({ ...options, port: await freePort(), tls: own })
  t.teardown(() => server.stop())
  t.match(server.url, /\?sslmode=verify-full$/)
  const plain = server.url.replace(/\?.*/, '')
  const ask = async (url: string, authority?: string) => {
    const pool = createPool({ url, ca: authority, schema: 'public', onError: () => undefined })
    try {
      const text = 'select ssl, version from pg_stat_ssl where pid = pg_backend_pid()'
      return (await pool.query<{ ssl: boolean; version: string }>(text)).rows[0]
    } finally {
      await pool.end()
    }
  }
  t.match(await ask(plain, ca), { ssl: true, version: /^TLSv1\.[23]$/ })
  t.match(await ask(`${plain}?sslmode=disable`, ca), { ssl: true }, 'the authority outweighs the URL')
  await t.rejects(ask(plain), { code: '28000', message: /no encryption/ }, 'no TLS')
  await t.rejects(ask(plain, otherCa), untrusted, 'another authority')
  const misnamed = { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }
  await t.rejects(ask(plain.replace('127.0.0.1', 'localhost'), ca), misnamed, 'a name that it does not have')

  const schema = { schema: 'sample', migrations: {} }
  t.same((await migrate({ databaseUrl: plain, databaseCa: ca, ...schema })).applied, ['0000-store'])
  t.same(await pendingMigrations({ databaseUrl: plain, databaseCa: ca, ...schema }), [])
  const refused = { name: 'StoreUnavailable', message: untrusted }
  await t.rejects(pendingMigrations({ databaseUrl: plain, databaseCa: otherCa, ...schema }), refused)
})

t.test('Postgres without TLS is no database for a service that was told its authority', async (t) => {
  const { folder, ca } = await authority(t)
  const options = { dataDir: join(folder, 'postgres'), logFile: join(folder, 'log'), password: 'p', durable: false }
  const server = await startPostgres({ ...options, port: await freePort() })
  t.teardown(() => server.stop())
  const asked = pendingMigrations({ databaseUrl: server.url, databaseCa: ca, schema: 'sample', migrations: {} })
  await t.rejects(asked, { name: 'StoreUnavailable', message: /does not support SSL/ })
})

t.test('NATS takes TLS only; clients check authority and name, and may be asked for a certificate', async (t) => {
  const { folder, tls, ca } = await authority(t)
  const { ca: otherCa } = await authority(t)
  const { nats } = await ownNats(t, { natsConfig: natsTls(tls) })
  const tries = { name: 'test', patience: 0 }
  const reach = async (url: string, own?: { ca: string; cert?: string; key?: string }) => {
    const bus = await connectNats({ ...tries, url, tls: own })
    try {
      return bus.health().connected
    } finally {
      await bus.close()
    }
  }
  t.equal(await reach(nats.url, { ca }), true)
  t.equal(await reach(nats.url.replace('nats:', 'tls:'), { ca }), true)
  t.equal(await reach(nats.url.replace('127.0.0.1', 'localhost'), { ca }), true)
  await t.rejects(reach(nats.url), untrusted, 'without the authority')
  await t.rejects(reach(nats.url, { ca: otherCa }), untrusted, 'another authority')

  await issueCertificate(join(folder, 'tls'), { names: ['localhost'], client: 'audit', days: 1 }, new Date())
  const pair = (name: string) => ({
    ca: tls.ca,
    cert: join(folder, 'tls', `${name}.crt`),
    key: join(folder, 'tls', `${name}.key`)
  })
  const texts = async (name: string) => {
    const { cert, key } = pair(name)
    return { ca, cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') }
  }
  const { nats: strict } = await ownNats(t, { natsConfig: natsTls(tls, true) })
  t.equal(await reach(strict.url, await texts('client-audit')), true)
  await t.rejects(reach(strict.url, { ca }), 'no client certificate')

  await issueCertificate(join(folder, 'tls'), { names: ['elsewhere.example', 'localhost'], days: 1 }, new Date())
  const { nats: elsewhere } = await ownNats(t, { natsConfig: natsTls(pair('elsewhere.example')) })
  await t.rejects(reach(elsewhere.url, { ca }), /IP: 127.0.0.1 is not in the cert/, 'an address that it does not name')
  t.equal(await reach(elsewhere.url.replace('127.0.0.1', 'localhost'), { ca }), true)
})

t.test('what is there is kept, what ends soon is renewed', async (t) => {
  const { folder, tls } = await authority(t)
  const before = await readFile(tls.cert, 'utf8')
  t.equal((await prepareTls(folder)).cert, tls.cert)
  t.equal(await readFile(tls.cert, 'utf8'), before, 'what is there is kept')
  await prepareTls(folder, new Date(Date.now() + 340 * 86_400_000))
  t.not(await readFile(tls.cert, 'utf8'), before, 'what ends within 30 days is renewed')
  await t.rejects(initAuthority(join(folder, 'tls'), { name: 'x', days: 1, now: new Date() }), /not overwritten/)
})
