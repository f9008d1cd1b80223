import t from 'tap'
import { testService } from '../app.test-setup.ts'

const notice = { kind: 'notice', audience: 'conference', title: '侵权风险提示', text: '近期多发' }
const penalty = {
  kind: 'penalty',
  audience: 'conference',
  title: '处罚公示',
  documentNumber: '乌中市监处罚〔2026〕7号',
  company: '内蒙古某科技有限公司',
  uscc: '914403001922038216',
  person: '张三丰',
  legalBasis: '反不正当竞争法第二十六条',
  text: '侵犯商业秘密，罚款五十万元',
  fineYuan: 500_000,
  decidedOn: '2026-05-06'
}
const judgment = {
  kind: 'judgment',
  audience: ['amr', 'psb'],
  title: '裁判信息',
  courtCaseNumber: '(2026)内0824刑初1号',
  outcome: '判处有期徒刑一年，缓刑一年六个月',
  decidedOn: '2026-05-20'
}
const statute = {
  kind: 'statute',
  audience: 'conference',
  title: '商业秘密保护规定',
  issuer: '国家市场监督管理总局',
  issuedAs: '国家市场监督管理总局令第126号',
  text: '自2026年6月1日起施行',
  effectiveOn: '2026-06-01'
}

t.test('information exchange', async (t) => {
  const { join } = await testService(t)
  const amr = await join('amr')
  const psb = await join('psb', 'agency-system', { core: true })
  const court = await join('court', 'agency-system', { core: true, membership: ['collaboration'] })
  const procuratorate = await join('procuratorate')
  const tax = await join('tax')

  await t.test('goes to all agencies of the moment, or to named ones', async (t) => {
    const { status, body, headers } = await amr.post('/v1/notices', notice)
    t.equal(status, 201)
    t.match(body, { status: 'published', version: 1, events: [{ type: 'info.notice-published.v1' }] })
    const own = await amr.get(String(headers.location))
    t.same(
      own.body.recipients.map((one: { agency: string }) => one.agency),
      ['court', 'procuratorate', 'psb', 'tax']
    )
    await join('water')
    t.equal((await amr.get(String(headers.location))).body.recipients.length, 4, 'the audience is a snapshot')

    const named = await court.post('/v1/notices', judgment)
    const path = String(named.headers.location)
    t.match(await psb.get(path), {
      status: 200,
      body: { kind: 'judgment', event: { data: { outcome: judgment.outcome } } }
    })
    const [hidden, missing] = [await tax.get(path), await tax.get('/v1/notices/019a0000-0000-7000-8000-000000000001')]
    t.equal(hidden.status, 404)
    t.same({ ...hidden.body, instance: '' }, { ...missing.body, instance: '' })
  })

  await t.test('is for those who may say it', async (t) => {
    t.match(await amr.post('/v1/notices', judgment), { status: 409, body: { code: 'notice.not-a-court' } })
    t.match(await procuratorate.post('/v1/notices', judgment), { status: 409 })
    t.match(await court.post('/v1/notices', penalty), { status: 409, body: { code: 'notice.not-administrative' } })
    t.match(await procuratorate.post('/v1/notices', penalty), { status: 409 })
    t.match(await amr.post('/v1/notices', { ...notice, audience: ['amr'] }), { body: { code: 'notice.no-recipient' } })
    t.match(await amr.post('/v1/notices', { ...notice, audience: ['nobody'] }), { body: { code: 'agency.unknown' } })
    t.match(await amr.post('/v1/notices', { ...notice, note: '请核查' }), { body: { code: 'notice.note-needs-names' } })
    t.equal((await court.post('/v1/notices', statute)).status, 201)
  })

  await t.test('hides the offending person from the conference', async (t) => {
    const published = await amr.post('/v1/notices', penalty)
    t.equal(published.status, 201)
    const seen = await tax.get(String(published.headers.location))
    t.notMatch(JSON.stringify(seen.body), /张三丰/)
    t.match(seen.body.event, { data: { company: penalty.company, fineYuan: 500_000 }, redacted: /person/ })
    t.match((await amr.get(String(published.headers.location))).body.event.data, { person: '张三丰' })
  })

  await t.test('each kind has its own fields', async (t) => {
    const wrong = async (body: object, path: string) => {
      const reply = await amr.post('/v1/notices', body)
      t.equal(reply.status, 400)
      t.same(
        reply.body.errors.map((one: { path: string }) => one.path),
        [path],
        JSON.stringify(reply.body.errors)
      )
    }
    const { text: _, ...empty } = notice
    await wrong(empty, '/text')
    await wrong({ ...notice, courtCaseNumber: judgment.courtCaseNumber }, '/courtCaseNumber')
    await wrong({ ...penalty, uscc: '914403001922038217' }, '/uscc')
    await wrong({ ...penalty, documentNumber: '乌中市监处罚〔2026〕07号' }, '/documentNumber')
    await wrong({ ...penalty, decidedOn: '2026-02-30' }, '/decidedOn')
    await wrong({ ...penalty, fineYuan: '1' }, '/fineYuan')
    t.match(await amr.post('/v1/notices', { ...notice, kind: 'rumour' }), { status: 400 })
    t.match(await amr.post('/v1/notices', { ...notice, publisher: 'psb' }), { status: 400 })
    t.match(await amr.post('/v1/notices', { ...penalty, company: undefined, uscc: undefined, person: undefined }), {
      status: 409,
      body: { code: 'notice.no-offender' }
    })
  })

  await t.test('is signed for once by each recipient; its publisher sees who', async (t) => {
    const { body, headers } = await court.post('/v1/notices', judgment)
    const path = String(headers.location)
    const by = { person: 'p-1', role: 'liaison' }
    t.match(await psb.post(`${path}/sign`, { note: '已阅', by }), {
      status: 200,
      body: { id: body.id, events: [{ type: 'info.receipt-signed.v1' }] }
    })
    t.match(await psb.post(`${path}/sign`), { status: 200, body: { events: [] } })
    t.match(await tax.post(`${path}/sign`), { status: 404, body: { code: 'notice.unknown' } })
    t.match(await court.post(`${path}/sign`), { status: 409, body: { code: 'notice.own' } })
    const own = (await court.get(path)).body
    t.match(own.recipients, [{ agency: 'amr' }, { agency: 'psb', signedAt: /\+08:00$/ }])
    t.equal(own.recipients[0].signedAt, undefined)
    t.equal((await amr.get(path)).body.recipients, undefined, 'a recipient does not see the others')
    t.match((await psb.get('/v1/notices?signed=true')).body.items, [{ id: body.id, signedAt: /\+08:00$/ }])
    t.ok((await amr.get('/v1/notices?signed=false')).body.items.some((one: { id: string }) => one.id === body.id))
  })

  await t.test('may name a case, if its publisher takes part in it', async (t) => {
    const { body } = await psb.post('/v1/cases', { title: '侵犯技术秘密' })
    const about = { ...notice, audience: ['tax'], caseNumber: body.id }
    t.match(await procuratorate.post('/v1/notices', about), { status: 409, body: { code: 'case.unknown' } })
    t.match(await procuratorate.post('/v1/notices', { ...about, caseNumber: 'X-2026-9' }), {
      body: { code: 'case.unknown' }
    })
    t.equal((await psb.post('/v1/notices', about)).status, 201)
    t.match((await tax.get(`/v1/notices?caseNumber=${body.id}`)).body.items, [
      { publisher: 'psb', caseNumber: body.id }
    ])
    t.match((await tax.get(`/v1/cases/${body.id}`)).body, { standing: 'recipient' })
    t.equal((await amr.get(`/v1/cases/${body.id}`)).body.timeline.length, 1, 'the notice went to tax only')
  })

  await t.test('is listed newest first, in pages, with filters', async (t) => {
    const all = (await tax.get('/v1/notices')).body.items
    t.same(
      all.map((one: { id: string }) => one.id),
      all
        .map((one: { id: string }) => one.id)
        .sort()
        .reverse()
    )
    const first = await tax.get('/v1/notices?limit=2')
    const rest = await tax.get(String(/^<(.+)>/.exec(String(first.headers.link))?.[1]))
    t.same([...first.body.items, ...rest.body.items], all.slice(0, 4))
    t.ok(
      (await tax.get('/v1/notices?kind=statute')).body.items.every((one: { kind: string }) => one.kind === 'statute')
    )
    t.ok((await tax.get('/v1/notices?publisher=court')).body.items.length > 0)
    t.match(await tax.get('/v1/notices?colour=red'), { status: 400 })
    t.match(await tax.get('/v1/notices?limit=0'), { status: 400 })
  })
})
