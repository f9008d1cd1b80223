import { serviceUrl } from '@wuhu/infra/postgres-roles'
import type { ServiceName } from '@wuhu/infra/stack-options'
import { createPool, createStore, StoreUnavailable } from '@wuhu/store'
import pg from 'pg'
import type { Test } from 'tap'
import { playScene } from '../scenarios/scene.ts'
import { rolePassword } from '../stack/migrated-database.ts'
import { settled } from '../stack/settled.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { publishedCase } from '../stories/published-case.ts'
import { storyOf } from '../stories/story-of.ts'

/** The second wall: what a service's own database role sees when it asks around the service. */
export async function rowSecurity(t: Test, stack: TestStack): Promise<void> {
  const scene = await playScene(stack, storyOf(publishedCase('ts-055'), 2026))
  const note = { kind: 'notice', audience: ['psb'], title: '通报', text: '内容' }
  await stack.call('amr', 'POST', '/v1/notices', note)
  await stack.call('amr', 'POST', `/v1/cases/${scene.caseNumber}/link-number`, { linked: '乌中市监立〔2026〕1号' })
  const office = { by: { person: 'a-1', role: 'office-staff' } }
  const question = { question: '是否构成商业秘密', secretKind: 'technical', caseNumber: scene.caseNumber }
  const consultation = (await stack.call('amr', 'POST', '/v1/consultations', question)).body.id
  await stack.call('amr', 'POST', `/v1/consultations/${consultation}/accept`, { invite: ['psb'], ...office })
  await stack.call('amr', 'POST', '/v1/experts', { name: '钱学敏', fields: ['育种'], employer: '某大学', ...office })
  const suspicion = { caseNumber: scene.caseNumber, grounds: ['有合理嫌疑'] }
  await stack.call('amr', 'POST', '/v1/transfers', suspicion)
  const thing = { kind: 'object', number: '证-1', name: '硬盘', place: '物证室', persons: ['a-1', 'a-2'] }
  const obtainedAt = '2026-06-01T09:00:00+08:00'
  await stack.call('amr', 'POST', '/v1/evidence', { caseNumber: scene.caseNumber, obtainedAt, ...thing })
  const head = { by: { person: 'a-1', role: 'office-head' } }
  const words = { title: '标题', reason: '理由' }
  const card = await stack.call('amr', 'POST', '/v1/supervisions', {
    ...{ target: 'psb', subject: { kind: 'rectification' }, ...words, ...head }
  })
  await stack.call('amr', 'POST', `/v1/supervisions/${card.body.id}/issue`, { days: 5, demand: '补报', ...head })
  const planned = { number: '9-1', title: '任务', text: '内容', owners: ['psb', 'tax'], dueOn: '2099-01-01', ...head }
  const task = await stack.call('amr', 'POST', '/v1/tasks', planned)
  await stack.call('amr', 'POST', `/v1/tasks/${task.body.id}/issue`, { agencies: ['psb'], ...head })
  await stack.call('amr', 'POST', '/v1/bulletins', { kind: 'bulletin', title: '通报', text: '内容', ...head })
  const advice = { addressee: 'psb', title: '建议', text: '内容' }
  await stack.call('procuratorate', 'POST', '/v1/suggestions', advice)
  await settled(stack)

  const tables: readonly (readonly [service: ServiceName, table: string])[] = [
    ['info-sharing', 'info_sharing.cases'],
    ['info-sharing', 'info_sharing.case_parties'],
    ['info-sharing', 'info_sharing.case_numbers'],
    ['info-sharing', 'info_sharing.case_timeline'],
    ['info-sharing', 'info_sharing.clues'],
    ['info-sharing', 'info_sharing.notices'],
    ['info-sharing', 'info_sharing.notice_recipients'],
    ['joint-investigation', 'joint_investigation.cases'],
    ['joint-investigation', 'joint_investigation.case_parties'],
    ['joint-investigation', 'joint_investigation.assistances'],
    ['joint-investigation', 'joint_investigation.assistance_agencies'],
    ['joint-investigation', 'joint_investigation.transfers'],
    ['joint-investigation', 'joint_investigation.transfer_agencies'],
    ['info-sharing', 'info_sharing.experts'],
    ['joint-investigation', 'joint_investigation.consultations'],
    ['joint-investigation', 'joint_investigation.consultation_agencies'],
    ['joint-investigation', 'joint_investigation.candidates'],
    ['joint-investigation', 'joint_investigation.evidence_items'],
    ['joint-investigation', 'joint_investigation.evidence_agencies'],
    ['info-sharing', 'info_sharing.open_works'],
    ['info-sharing', 'info_sharing.sent'],
    ['info-sharing', 'info_sharing.sent_things'],
    ['audit', 'audit.supervisions'],
    ['audit', 'audit.tasks'],
    ['audit', 'audit.task_assignments'],
    ['audit', 'audit.bulletins'],
    ['audit', 'audit.suggestions'],
    ['info-sharing', 'info_sharing.deadlines'],
    ['joint-investigation', 'joint_investigation.deadlines'],
    ['audit', 'audit.deadlines'],
    ['notifications', 'mail.events'],
    ['notifications', 'mail.heads']
  ]

  /** What the services are made of: events have audiences of their own, and are asked for by stream; the rest is for administrators. */
  const unwalled = /\.(events|parked|reads|log)$/

  const clients = new Map<string, pg.Client>()
  /** A session as a service's role, or as the administrator. */
  async function session(service: ServiceName | 'admin'): Promise<pg.Client> {
    let client = clients.get(service)
    if (!client) {
      const url = service === 'admin' ? stack.databaseUrl : serviceUrl(stack.databaseUrl, service, rolePassword)
      client = new pg.Client({ connectionString: url })
      client.on('error', () => undefined)
      await client.connect()
      clients.set(service, client)
    }
    return client
  }
  t.teardown(() => Promise.all([...clients.values()].map((client) => client.end())))

  /** Rows that a role sees as an agency; undefined is no setting at all. */
  async function rowsAs(service: ServiceName | 'admin', agency: string | undefined, query: string) {
    const client = await session(service)
    await client.query('begin')
    if (agency !== undefined) await client.query("select set_config('wuhu.agency', $1, true)", [agency])
    const { rows } = await client.query(query)
    await client.query('rollback')
    return rows
  }

  t.test('without a setting, an empty one or that of a stranger there is no row', async (t) => {
    for (const [service, table] of tables) {
      const query = `select 1 from ${table}`
      t.ok((await rowsAs('admin', undefined, query)).length > 0, `${table} has rows`)
      for (const agency of [undefined, '', 'nobody']) {
        t.equal((await rowsAs(service, agency, query)).length, 0, `${table} as ${agency ?? 'nobody at all'}`)
      }
      t.equal(
        (await rowsAs(service, '*', query)).length,
        (await rowsAs('admin', undefined, query)).length,
        `${table}: the service's own workers see all`
      )
    }
  })

  t.test('it is forced: the owner of a table stands behind the wall too', async (t) => {
    const query = 'select relrowsecurity as on, relforcerowsecurity as forced from pg_class where oid = $1::regclass'
    for (const [, table] of tables) {
      const { rows } = await (await session('admin')).query(query, [table])
      t.same(rows, [{ on: true, forced: true }], table)
    }
  })

  t.test('what carries the number of a case stands behind the wall, unless it is known why not', async (t) => {
    const query = `select c.oid::regclass::text as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_number'
    where c.relkind in ('r', 'p') and not c.relrowsecurity and n.nspname not like 'pg_%' order by 1`
    const { rows } = await (await session('admin')).query<{ name: string }>(query)
    t.ok(rows.length > 10, `looked at ${rows.length} tables without a wall`)
    t.same(
      rows.map(({ name }) => name).filter((name) => !unwalled.test(name)),
      []
    )
  })

  t.test('an agency sees its own rows, and exactly those', async (t) => {
    const expected: Record<string, (agency: string) => string> = {
      'info_sharing.cases': (a) =>
        `where number in (select case_number from info_sharing.case_parties where agency = '${a}')`,
      'info_sharing.case_parties': (a) =>
        `where case_number in (select case_number from info_sharing.case_parties where agency = '${a}')`,
      'info_sharing.case_timeline': (a) =>
        `t where grounds ? '${a}' or exists (select from info_sharing.case_parties p where p.case_number = t.case_number
         and p.agency = '${a}' and t.at <= p.since and t.grounds ? p.history_by)`,
      'info_sharing.clues': (a) => `where parties ? '${a}' or (status <> 'draft' and '${a}' = 'amr')`,
      'info_sharing.notices': (a) =>
        `where publisher = '${a}' or id in (select notice from info_sharing.notice_recipients where agency = '${a}')`,
      'joint_investigation.assistances': (a) =>
        `where id in (select assistance_id from joint_investigation.assistance_agencies where agency = '${a}')`,
      'joint_investigation.consultations': (a) =>
        `where id in (select consultation_id from joint_investigation.consultation_agencies where agency = '${a}')`,
      'joint_investigation.consultation_agencies': (a) => `where agency = '${a}'`,
      'joint_investigation.transfers': (a) =>
        `where id in (select transfer_id from joint_investigation.transfer_agencies where agency = '${a}')`,
      'joint_investigation.evidence_items': (a) =>
        `where id in (select item from joint_investigation.evidence_agencies where agency = '${a}')`,
      'info_sharing.sent': (a) => `where sender = '${a}'`,
      'audit.supervisions': (a) => `where '${a}' in (issuer, target)`,
      'audit.tasks': (a) =>
        `where issuer = '${a}' or id in (select task from audit.task_assignments where agency = '${a}')`,
      'audit.task_assignments': (a) => `where '${a}' in (agency, issuer)`,
      'audit.bulletins': (a) => `where issuer = '${a}' or status = 'published'`,
      'audit.suggestions': (a) => `where '${a}' in (issuer, addressee)`,
      'info_sharing.deadlines': (a) => `where '${a}' = any(agencies)`,
      'joint_investigation.deadlines': (a) => `where '${a}' = any(agencies)`,
      'audit.deadlines': (a) => `where '${a}' = any(agencies)`,
      'mail.events': (a) => `where stream_id = 'mailbox/${a}'`,
      'mail.heads': (a) => `where stream_id = 'mailbox/${a}'`
    }
    for (const [service, table] of tables) {
      const condition = expected[table]
      if (!condition) continue
      const seen = new Set<number>()
      for (const agency of ['amr', 'psb', 'procuratorate', 'court', 'science', 'tax']) {
        const own = (await rowsAs(service, agency, `select * from ${table}`)).length
        const due = (await rowsAs('admin', undefined, `select * from ${table} ${condition(agency)}`)).length
        t.equal(own, due, `${table} as ${agency}`)
        seen.add(own)
      }
      // Everybody has one mailbox.
      if (table !== 'mail.heads') t.ok(seen.size > 1, `${table}: agencies differ`)
    }
  })

  t.test("another's mailbox is not readable, whatever is asked", async (t) => {
    const theirs = "select 1 from mail.events where stream_id = 'mailbox/psb'"
    t.ok((await rowsAs('admin', undefined, theirs)).length > 0)
    t.equal((await rowsAs('notifications', 'amr', theirs)).length, 0)
    t.equal(
      (await rowsAs('notifications', 'amr', `select 1 from mail.heads where stream_id = 'mailbox/psb'`)).length,
      0
    )
    const join = 'select 1 from mail.heads h join mail.events e using (stream_id) where stream_id <> $$mailbox/amr$$'
    t.equal((await rowsAs('notifications', 'amr', join)).length, 0)
  })

  t.test('the role can neither take the wall down nor write past it, nor reach another schema', async (t) => {
    for (const [service, table] of tables) {
      const client = await session(service)
      for (const statement of [
        `alter table ${table} disable row level security`,
        `alter table ${table} no force row level security`,
        `drop policy agencies on ${table}`,
        `create policy mine on ${table} for select using (true)`,
        `alter table ${table} owner to current_user`
      ]) {
        await t.rejects(client.query(statement), { code: '42501' }, statement)
      }
      const { rows } = await client.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user')
      t.same(rows, [{ rolsuper: false, rolbypassrls: false }])
    }
    const info = await session('info-sharing')
    await t.rejects(info.query('select 1 from mail.events'), { code: '42501' })
    await t.rejects(info.query('set row_security = off; select 1 from info_sharing.cases'), { code: '42501' })
    await info.query('rollback; set row_security = on')
    await info.query(`begin; set local wuhu.agency = 'psb'`)
    t.equal(
      (await info.query("update info_sharing.cases set status = 'closed'")).rowCount,
      0,
      'an agency writes no row'
    )
    await t.rejects(
      info.query("insert into info_sharing.case_parties values ('150824-2026-000001', 'psb', now())"),
      /row-level security/
    )
    await info.query('rollback')
  })

  t.test('the log of readings can be added to, and not changed', async (t) => {
    for (const [service, schema] of [
      ['info-sharing', 'info_sharing'],
      ['joint-investigation', 'joint_investigation'],
      ['notifications', 'notifications'],
      ['audit', 'audit']
    ] as const) {
      const client = await session(service)
      for (const change of ['update', 'delete', 'truncate']) {
        const text = {
          update: `update ${schema}.reads set agency = 'x'`,
          delete: `delete from ${schema}.reads`,
          truncate: `truncate ${schema}.reads`
        }
        await t.rejects(client.query(text[change as keyof typeof text]), { code: '42501' }, `${schema} ${change}`)
      }
    }
  })

  t.test("the service's own way of reading: a query without its condition sees the agency's rows", async (t) => {
    const pool = createPool({
      url: serviceUrl(stack.databaseUrl, 'info-sharing', rolePassword),
      schema: 'info_sharing',
      max: 2,
      onError: () => undefined
    })
    t.teardown(() => pool.end())
    const store = createStore<{ cases: { number: string } }>({ pool, schema: 'info_sharing' })
    const all = (agency: string) => store.as(agency, ({ db }) => db.selectFrom('cases').select('number').execute())
    t.same(await all('court'), [])
    t.same(await all('psb'), [{ number: scene.caseNumber }])
    t.same(await store.db.selectFrom('cases').selectAll().execute(), [], 'outside there is nothing')
    await t.rejects(all('*'), TypeError)
    await t.rejects(all("psb'; set local wuhu.agency = '*"), TypeError)
    const many = await Promise.all(Array.from({ length: 20 }, (_, n) => all(n % 2 === 0 ? 'psb' : 'court')))
    t.same(
      many.map((rows) => rows.length),
      many.map((_, n) => (n % 2 === 0 ? 1 : 0)),
      'sessions that are used again carry nothing over'
    )
    const failing = store.as('psb', async ({ db, atCommit }) => {
      atCommit({ text: 'insert into nowhere values (1)' })
      return await db.selectFrom('cases').select('number').execute()
    })
    await t.rejects(failing, /nowhere/, 'a reading whose record fails is not answered')
    t.notOk((await failing.catch((error: unknown) => error)) instanceof StoreUnavailable)
  })
}
