import { randomBytes } from 'node:crypto'
import { createPool } from '@wuhu/store'
import { testDatabase } from '@wuhu/test-support'
import t from 'tap'
import { closed, testApp } from './app.test-setup.ts'
import { migrateAll } from './schema.ts'

t.test('the log takes every event once, with the exact bytes, in order of commit', async (t) => {
  const stack = await testApp(t)
  const events = await stack.publish('INFO_SHARING', closed('A-1'), closed('A-1'), closed('B-1'))
  await stack.publish('NOTIFICATIONS', closed('C-1'))
  await stack.recorded(7)
  const { rows } = await stack.pool.query(
    `select index, stream, sequence, type, mutual, case_number, stream_id, version, agency, audience, body,
            sha256 = sha256(body) as same from audit.log where stream = 'INFO_SHARING' and sequence > 3 order by index`
  )
  t.match(rows, [
    {
      sequence: '4',
      type: 'case.closed.v1',
      mutual: 'governance',
      case_number: 'A-1',
      stream_id: 'case/A-1',
      version: '1',
      agency: 'amr',
      audience: ['amr', 'psb'],
      same: true
    },
    { sequence: '5', version: '2' },
    { sequence: '6', case_number: 'B-1' }
  ])
  t.strictSame(
    rows.map(({ body }) => body.toString()),
    events.map((event) => JSON.stringify(event))
  )
  const all = await stack.pool.query(
    'select array_agg(index order by index) = array[1,2,3,4,5,6,7]::bigint[] as dense from audit.log'
  )
  t.strictSame(all.rows, [{ dense: true }])
})

t.test('nobody changes the log: not the service, not its owner, not a replica', async (t) => {
  const { url } = await testDatabase(t)
  const role = `auditor_${randomBytes(6).toString('hex')}`
  const owner = createPool({ url, schema: 'audit', max: 1, onError: () => undefined })
  await owner.query(`create role ${role} login password 'test'`)
  await migrateAll({ databaseUrl: url, role })
  const asRole = new URL(url)
  asRole.username = role
  const service = createPool({ url: asRole.href, schema: 'audit', max: 1, onError: () => undefined })
  t.teardown(async () => {
    await service.end()
    await owner.query(`drop owned by ${role}`)
    await owner.query(`drop role ${role}`)
    await owner.end()
  })
  const insert = `insert into audit.log (index, stream, sequence, event_id, type, mutual, stream_id, version, time, agency,
    audience, body, sha256) values (1, 'AUDIT', 1, gen_random_uuid(), 'x', 'x', 'x', 1, now(), 'x', '{}', 'x', sha256('x'))`
  await service.query(insert)
  const changes = [
    `update audit.log set body = 'y'`,
    'delete from audit.log',
    'truncate audit.log',
    `insert into audit.log select * from audit.log on conflict (index) do update set body = 'y'`
  ]
  for (const change of changes) {
    await t.rejects(service.query(change), { code: '42501' }, `the service: ${change}`)
    await t.rejects(owner.query(change), { code: '42501', message: 'the log is only ever added to' }, change)
  }
  await owner.query(`set session_replication_role = replica`)
  await t.rejects(owner.query('delete from audit.log'), { message: 'the log is only ever added to' }, 'as a replica')
  for (const change of [
    'drop table audit.log',
    'alter table audit.log disable trigger all',
    'drop schema audit cascade'
  ]) {
    await t.rejects(service.query(change), { code: '42501' }, `the service: ${change}`)
  }
  t.strictSame((await service.query('select count(*) from audit.log')).rows, [{ count: '1' }])
})
