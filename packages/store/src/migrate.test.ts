import { testDatabase } from '@wuhu/test-support'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import t from 'tap'
import { migrate, pendingMigrations, StoreUnavailable } from './index.ts'

const create = (name: string) => ({
  async up(db: Kysely<unknown>) {
    await sql`create table ${sql.id(name)} (id int primary key)`.execute(db)
  }
})

t.test('migrations run once, under a lock, and not backwards', async (t) => {
  const { url } = await testDatabase(t)
  const options = { databaseUrl: url, schema: 'one', migrations: { '0001-a': create('a') } }
  t.same(await pendingMigrations(options), ['0000-store', '0001-a'])
  const both = await Promise.all([migrate(options), migrate(options), migrate(options)])
  t.same(both.flatMap(({ applied }) => applied).sort(), ['0000-store', '0001-a'], 'each was applied by one of three')
  t.same(await pendingMigrations(options), [])

  const newer = { ...options, migrations: { ...options.migrations, '0002-b': create('b') } }
  t.same(await pendingMigrations(newer), ['0002-b'])
  t.same((await migrate(newer)).applied, ['0002-b'])
  await t.rejects(migrate(options), /newer code.*0002-b/, 'older code refuses')

  const failing = { ...newer, migrations: { ...newer.migrations, '0003-c': create('c'), '0004-c': create('c') } }
  await t.rejects(migrate(failing), /already exists/)
  t.same(await pendingMigrations(failing), ['0003-c', '0004-c'], 'nothing is half done')
})

t.test("the service's role has its schema only, and cannot change facts", async (t) => {
  const { url, name } = await testDatabase(t)
  const role = `role_${name}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create role ${role} login password 'x'`)
  t.teardown(async () => {
    await admin.query(`drop owned by ${role}`)
    await admin.query(`drop role ${role}`)
    await admin.end()
  })
  await migrate({ databaseUrl: url, schema: 'one', migrations: { '0001-a': create('a') }, role, appendOnly: ['a'] })
  await migrate({ databaseUrl: url, schema: 'two', migrations: {} })
  const as = new URL(url)
  as.username = role
  as.password = 'x'
  const service = new pg.Client({ connectionString: as.href })
  service.on('error', () => undefined)
  await service.connect()
  t.teardown(() => service.end())
  await service.query('insert into one.a values (1)')
  for (const statement of [
    'update one.a set id = 2',
    'delete from one.a',
    'truncate one.a',
    'delete from one.events',
    `update one.events set type = 'x'`,
    'delete from one.positions',
    'drop table one.a',
    'select * from two.events',
    `insert into one.migrations values ('x', 'y')`
  ]) {
    await t.rejects(service.query(statement), { code: '42501' }, statement)
  }
})

t.test('a server that is away is said to be away', async (t) => {
  const away = { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', schema: 'one', migrations: {} }
  await t.rejects(migrate(away), StoreUnavailable)
  await t.rejects(pendingMigrations(away), StoreUnavailable)
})
