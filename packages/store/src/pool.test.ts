import { testDatabase, until } from '@wuhu/test-support'
import t from 'tap'
import { createPool } from './pool.ts'

t.test('a connection that breaks between two statements of a transaction is reported and replaced', async (t) => {
  const { url } = await testDatabase(t)
  const errors: Error[] = []
  const pool = createPool({ url, schema: 'public', onError: (error) => void errors.push(error) })
  t.teardown(() => pool.end())
  const client = await pool.connect()
  await client.query('begin')
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await until(() => errors.length > 0, { what: 'the error is reported' })
  t.match(errors[0]?.message, /terminat/)
  await t.rejects(client.query('select 1'))
  client.release(true)
  t.equal((await pool.query('select 1')).rowCount, 1)
})

t.test('a transaction in which nothing happens is ended before a standby has waited 5 s', async (t) => {
  const { url } = await testDatabase(t)
  const pool = createPool({ url, schema: 'public', onError: () => undefined })
  t.teardown(() => pool.end())
  await pool.query('create table leases as select 1 as epoch')
  const still = await pool.connect()
  await still.query('begin')
  await still.query('update leases set epoch = 2')
  const begun = performance.now()
  await pool.query('update leases set epoch = 3')
  t.ok(performance.now() - begun < 5_000)
  await t.rejects(still.query('commit'))
  still.release(true)
  t.same((await pool.query('select epoch from leases')).rows, [{ epoch: 3 }])
})
