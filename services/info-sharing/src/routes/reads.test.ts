import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { ahead, lead, officeStaff } from './clues.fixture.ts'

t.test('every reading of case content is on record before it is answered', async (t) => {
  const { join, officer, direct, store } = await testService(t)
  const amr = await join('amr')
  const science = await join('science')
  const psb = await join('psb')
  const auditor = await join('amr', 'audit-admin')
  const { id, caseNumber } = (await science.post('/v1/clues', lead)).body
  await amr.post(`/v1/clues/${id}/assign`, { to: 'psb', dueAt: ahead(5), by: officeStaff })
  const handler = await officer('psb', 'p-3', 'handler')
  const notice = await amr.post('/v1/notices', {
    kind: 'notice',
    audience: ['psb'],
    title: '通报',
    text: '内容',
    caseNumber
  })

  const reads = async (query: string) => (await auditor.get(`/v1/reads?${query}`)).body.items
  t.same(await reads(`case=${caseNumber}`), [], 'commands show nothing')

  const before = new Date().toISOString()
  for (const path of [
    `/v1/cases/${caseNumber}`,
    '/v1/cases',
    `/v1/clues/${id}`,
    '/v1/clues',
    `/v1/notices/${notice.body.id}`,
    '/v1/notices'
  ]) {
    t.equal((await handler.get(path)).status, 200)
    const [last] = (await reads(`case=${caseNumber}`)).slice(-1)
    t.match(last, {
      agency: 'psb',
      person: 'p-3',
      roles: ['handler'],
      key: handler.kid,
      channel: 'api',
      caseNumber,
      request: String
    })
    t.ok(last.classes.includes('open'), path)
  }
  const all = await reads(`case=${caseNumber}`)
  t.equal(all.length, 6)
  t.same(
    all.map(({ classes }: { classes: string[] }) => classes.includes('personal')),
    [true, false, true, false, false, false],
    'lists show no personal data'
  )
  t.notOk(JSON.stringify(all).includes('reporter'), 'the assignee never sees who reported')
  await science.get(`/v1/clues/${id}`)
  const [own] = await reads('agency=science')
  t.ok(own.classes.includes('reporter'), 'the intake agency does')
  t.notOk(own.person)

  await t.test('what is not shown is not on record', async (t) => {
    const stranger = await join('court')
    for (const path of [`/v1/cases/${caseNumber}`, `/v1/clues/${id}`, `/v1/notices/${notice.body.id}`]) {
      t.equal((await stranger.get(path)).status, 404)
    }
    for (const path of ['/v1/cases', '/v1/clues', '/v1/notices']) t.same((await stranger.get(path)).body.items, [])
    t.same(await reads('agency=court'), [])
  })

  await t.test('by agency, time and page; for the auditor alone', async (t) => {
    t.equal((await reads(`case=${caseNumber}&agency=amr`)).length, 0)
    t.equal((await reads(`case=${caseNumber}&to=${encodeURIComponent(before)}`)).length, 0)
    t.equal((await reads(`case=${caseNumber}&from=${encodeURIComponent(before)}`)).length, 7)
    const first = (await auditor.get(`/v1/reads?case=${caseNumber}&limit=4`)).body
    const second = (await auditor.get(`/v1/reads?case=${caseNumber}&limit=4&after=${first.next}`)).body
    t.equal(first.items.length + second.items.length, 7)
    t.notOk(second.next)
    for (const client of [psb, handler, await join('amr', 'security-admin'), await join('amr', 'system-admin')]) {
      t.equal((await client.get('/v1/reads')).status, 403)
    }
  })

  await t.test('without the record there is no answer', async (t) => {
    await direct.pool.query('alter table info_sharing.reads rename to reads_away')
    for (const path of [`/v1/cases/${caseNumber}`, '/v1/cases', `/v1/clues/${id}`, '/v1/clues', '/v1/notices']) {
      const refused = await handler.get(path)
      t.ok(refused.status >= 500, path)
      t.notMatch(JSON.stringify(refused.body), /图纸|通报/)
    }
    await direct.pool.query('alter table info_sharing.reads_away rename to reads')
    t.equal((await handler.get(`/v1/clues/${id}`)).status, 200)
  })

  await t.test('it can be added to, and not changed', async (t) => {
    await t.rejects(store.pool.query(`update reads set agency = 'x'`), /permission denied/)
    await t.rejects(store.pool.query('delete from reads'), /permission denied/)
  })
})
