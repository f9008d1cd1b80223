import pg from 'pg'
import t from 'tap'
import { ownServers, testDatabase, testNats, until } from './index.ts'

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return Object.values((await client.query(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end().catch(() => {})
  }
}

t.test('a test database is empty, alone and gone afterwards', async (t) => {
  const one = await testDatabase(t)
  const two = await testDatabase(t)
  await ask(one.url, 'create table thing (id int)')
  t.equal(await ask(two.url, "select count(*)::int from pg_tables where tablename = 'thing'"), 0)
  await one.drop()
  await t.rejects(ask(one.url, 'select 1'), { code: '3D000' })
  t.match(testNats(), /^nats:\/\/127\.0\.0\.1:\d+$/)
})

t.test('own servers keep port and data over stop, kill and restart', async (t) => {
  const { postgres, nats } = await ownServers(t)
  await ask(postgres.url, 'create table thing as select 7 as id')
  await ask(postgres.url, 'checkpoint')
  const before = postgres.pid()
  await postgres.kill9()
  await t.rejects(ask(postgres.url, 'select 1'))
  await postgres.start()
  t.not(postgres.pid(), before)
  t.equal(await ask(postgres.url, 'select id from thing'), 7)
  await postgres.restart()
  t.equal(await ask(postgres.url, 'select id from thing'), 7)
  const natsBefore = nats.pid()
  nats.pause()
  nats.resume()
  await nats.kill9()
  await nats.start()
  t.not(nats.pid(), natsBefore)
})

t.test('until gives the value, or says what it saw last', async (t) => {
  let count = 0
  t.equal(await until(() => (++count > 2 ? count : 0), { every: 1 }), 3)
  await t.rejects(
    until(() => ({ a: 1 }).a === 2, { within: 5, every: 1, what: 'a' }),
    /a did not hold within 5 ms; last seen: false/
  )
  await t.rejects(
    until(() => Promise.reject(new Error('boom')), { within: 5, every: 1 }),
    /boom/
  )
})
