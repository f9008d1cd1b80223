import t from 'tap'
import { testService } from '../app.test-setup.ts'

const by = { person: 'a-1', role: 'office-staff' }
const entry = {
  name: '钱学敏',
  fields: ['生物育种', '计算机软件'],
  employer: '内蒙古大学',
  conflicts: [{ company: '某某生物科技有限公司' }],
  phone: '13800001234'
}

t.test('the office keeps the pool; others see what they need of it', async (t) => {
  const { join, officer, direct } = await testService(t)
  const office = await join('amr')
  const [psb, tax] = [await join('psb', 'agency-system', { core: true }), await join('tax')]
  const made = await office.post('/v1/experts', { ...entry, by })
  t.match(made, { status: 201, body: { version: 1, status: 'registered', events: [{ type: 'expert.registered.v1' }] } })
  const items = async (who: typeof psb, query = '') => (await who.get(`/v1/experts${query}`)).body.items
  t.match(await items(office), [{ id: made.body.id, version: 1, entry }])
  t.same(await items(psb), [
    {
      id: made.body.id,
      version: 1,
      entry: { name: '钱某', fields: entry.fields, employer: entry.employer, phone: '138****1234' }
    }
  ])
  t.same(await items(tax), [{ id: made.body.id, version: 1, entry: { fields: entry.fields } }])
  const { rows } = { rows: await direct.db.selectFrom('reads').select(['agency', 'classes', 'subjects']).execute() }
  t.match(rows, [
    { agency: 'amr', classes: ['open', 'work', 'personal'], subjects: [`expert/${made.body.id}`] },
    { agency: 'psb', classes: ['open', 'work'] },
    { agency: 'tax', classes: ['open'] }
  ])

  t.equal((await items(psb, `?field=${encodeURIComponent('软件')}`)).length, 1)
  t.equal((await items(psb, `?field=${encodeURIComponent('机械')}`)).length, 0)

  for (const who of [psb, tax, await officer('psb', 'p-1', 'agency-head')]) {
    t.match(await who.post('/v1/experts', entry), { status: 403, body: { code: 'access.denied' } })
    t.equal((await who.post(`/v1/experts/${made.body.id}/remove`, { reason: '理由' })).status, 403)
  }
  t.match(await office.post('/v1/experts', entry), { status: 409, body: { code: 'expert.role' } }, 'without an officer')
  const staff = await officer('amr', 'a-2', 'office-staff')
  const path = `/v1/experts/${made.body.id}`
  t.match(await staff.post(`${path}/update`, { ...entry, fields: ['机械'] }), { status: 200, body: { version: 2 } })
  t.equal((await items(psb, `?field=${encodeURIComponent('机械')}`)).length, 1)
  t.match(await staff.post(`${path}/update`, entry, { 'if-match': '"1"' }), { status: 412 })
  t.match(await staff.post(`${path}/remove`, { reason: '聘期届满' }), { status: 200, body: { status: 'removed' } })
  t.match(await staff.post(`${path}/remove`, { reason: '聘期届满' }), { body: { events: [] } }, 'repeating is harmless')
  t.same(await items(office), [])
  const none = '/v1/experts/0198c0de-0000-7000-8000-000000000000'
  t.match(await staff.post(`${none}/remove`, { reason: '无' }), { status: 404, body: { code: 'expert.unknown' } })
})

t.test('institutions beside them, page by page', async (t) => {
  const { join } = await testService(t)
  const office = await join('amr')
  const psb = await join('psb', 'agency-system', { core: true })
  const ids: string[] = []
  for (const name of ['甲鉴定中心', '乙鉴定中心', '丙鉴定中心']) {
    const conflicts = [{ person: '周某丁', relation: '近亲属' }]
    const made = await office.post('/v1/appraisers', { name, fields: ['计算机软件'], contact: '周某丙', conflicts, by })
    t.equal(made.status, 201, JSON.stringify(made.body))
    ids.push(made.body.id)
  }
  const first = await psb.get('/v1/appraisers?limit=2')
  t.match(first.body.items, [{ entry: { name: '甲鉴定中心', contact: '周某' } }, { entry: { name: '乙鉴定中心' } }])
  const [, next = ''] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? []
  t.match((await psb.get(next)).body, { items: [{ id: ids[2] }] })
  t.notMatch(JSON.stringify(first.body), /周某丁/, 'whose relative it must not judge is the office’s')
  t.match((await office.get('/v1/appraisers?limit=1')).body.items, [{ entry: { conflicts: [{ person: '周某丁' }] } }])
  t.same((await psb.get('/v1/experts')).body.items, [])
  t.match(await office.post(`/v1/experts/${ids[0]}/remove`, { reason: '误', by }), { body: { code: 'expert.unknown' } })
})
