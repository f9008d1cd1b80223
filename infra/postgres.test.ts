import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import t from 'tap'
import { freePort } from './free-port.ts'
import { databaseUrl, startPostgres } from './postgres.ts'
import { isReachable } from './postgres-home.ts'
import { ensureDatabase, ensureRoles, roleOf, serviceUrl } from './postgres-roles.ts'
import { allServices } from './stack-options.ts'

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

t.test('creates data, goes on with it, and ends a server that a killed launcher left', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'infra-postgres-'))
  await chmod(folder, 0o711)
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const dataDir = join(folder, 'postgres')
  const options = { dataDir, logFile: join(folder, 'log'), password: 'p w/@', durable: false }
  const first = await startPostgres({ ...options, port: await freePort() })
  t.teardown(() => first.stop())
  t.equal(first.created, true)
  t.equal(await ask(first.url, 'show server_encoding'), 'UTF8')
  await ask(first.url, "create table thing as select '商业秘密' as name")
  await ask(first.url, 'create unique index on thing (name)')
  await t.rejects(ask(first.url, 'insert into thing select name from thing'), { code: '23505' })

  // The first one still runs: for the second launcher it is a leftover on the same data.
  const second = await startPostgres({ ...options, port: await freePort() })
  t.teardown(() => second.stop())
  t.equal(first.child.running(), false)
  t.equal(second.created, false)
  t.equal(await ask(second.url, 'select name from thing'), '商业秘密')
  await second.stop()
  const log = await readFile(options.logFile, 'utf8')
  t.match(log, /database system is shut down/)
  t.match(log, /duplicate key value/)
  t.notMatch(log, '商业秘密', 'the log quotes no row')

  await t.rejects(startPostgres({ ...options, password: 'another', port: await freePort() }), { message: /--fresh/ })
})

t.test('each service has a login that is no administrator; repeating it sets the password', async (t) => {
  const admin = process.env.TEST_DATABASE_URL ?? ''
  const name = `infra_${process.pid}`
  const url = await ensureDatabase(admin, name)
  t.teardown(() => ask(admin, `drop database ${name} with (force)`))
  t.equal(await ensureDatabase(admin, name), url)
  const passwords = (suffix: string) =>
    Object.fromEntries(allServices.map((service) => [service, `${service}'${suffix}/@`])) as Record<
      (typeof allServices)[number],
      string
    >
  await ensureRoles(url, passwords('one'))
  await ensureRoles(url, passwords('two'))
  for (const service of allServices) {
    const own = serviceUrl(url, service, passwords('two')[service])
    t.equal(await ask(own, 'select current_user'), roleOf(service))
    t.equal(
      await ask(own, 'select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user'),
      false
    )
    await t.rejects(ask(serviceUrl(url, service, passwords('one')[service]), 'select 1'), { code: '28P01' })
  }
  t.equal(new URL(databaseUrl(admin, 'x')).pathname, '/x')
})

t.test('a folder below a closed one is not reachable for another user', async (t) => {
  const folder = t.testdir({ closed: { inner: {} } })
  const nobody = { uid: 65_534, gid: 65_534 }
  t.equal(await isReachable('/usr/bin', nobody), true)
  await chmod(join(folder, 'closed'), 0o700)
  t.equal(await isReachable(join(folder, 'closed', 'inner'), nobody), false)
})
