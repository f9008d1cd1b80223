import { type AppraiserEvent, type ClueEvent, type ExpertEvent, parseAudience, parseEnvelope } from '@wuhu/contracts'
import t from 'tap'
import type { Client } from '../app.test-setup.ts'
import { consultationView } from '../views/consultations.ts'
import {
  attendees,
  cast,
  justice,
  materials,
  meeting,
  minutes,
  must,
  number,
  staff,
  three,
  types,
  uscc
} from './consultations.fixture.ts'

t.test('from three fields to a signed paper with a dissent, and no case is touched', async (t) => {
  const { service, office, psb, law, court, procuratorate } = await cast(t)
  const before = await service.direct.db.selectFrom('cases').selectAll().execute()
  const proposed = await psb.post('/v1/consultations', three)
  t.match(proposed, { status: 201, body: { version: 1, status: 'proposed', caseNumber: number } })
  const path = `/v1/consultations/${proposed.body.id}`
  t.equal(proposed.headers.location, path)
  t.equal((await law.get(path)).status, 404, 'not before it is invited')

  t.match(await psb.post(`${path}/accept`, staff), { status: 409, body: { code: 'consultation.office-only' } })
  t.match(await office.post(`${path}/accept`, { invite: ['nobody'], ...staff }), { body: { code: 'agency.unknown' } })
  t.match(await office.post(`${path}/accept`, { invite: ['justice', 'court'], ...staff }), {
    status: 200,
    body: { status: 'accepted', events: [{ type: 'consult.accepted.v1' }, { type: 'consult.invited.v1' }] }
  })
  await must(law, `${path}/answer-invitation`, { attends: true })
  await must(court, `${path}/answer-invitation`, { attends: false, reason: '案件尚未起诉' })
  await must(psb, `${path}/bring-materials`, materials)
  await must(law, `${path}/draft-opinion`, { text: '草稿：暂不外传' })
  for (const who of [office, psb, court]) t.notMatch(JSON.stringify((await who.get(path)).body), /暂不外传/, who.agency)
  const draft = (await law.get(path)).body.history.at(-1).event
  t.match(draft.data, { text: '草稿：暂不外传' })
  t.equal(draft.casenumber, undefined, 'it joins no timeline, where a party let in with history would read it')
  await must(law, `${path}/give-opinion`, { text: '建议补充保密措施证据' })
  t.match(JSON.stringify((await psb.get(path)).body), /建议补充保密措施证据/)

  t.match(await psb.post(`${path}/inquire`, { asked: 'court', text: '鉴定意见是否必需' }), {
    body: { code: 'consultation.not-procuratorate' }
  })
  await must(psb, `${path}/inquire`, { asked: 'procuratorate', text: '鉴定意见是否必需' })
  await must(procuratorate, `${path}/answer-inquiry`, { inquiry: 1, answer: '视情而定' })
  const asked = (await procuratorate.get(path)).body
  t.same(types(asked), ['inquiry-sent', 'inquiry-answered'])
  t.equal(asked.question, three.question)

  await must(office, `${path}/convene`, { ...meeting, ...staff })
  service.clock('2026-06-05T17:30:00.000+08:00')
  await must(office, `${path}/hold`, { attendees, ...staff })
  await must(office, `${path}/draft-minutes`, { ...minutes, ...staff })
  await must(psb, `${path}/sign-minutes`, { by: { person: 'p-7', role: 'handler' } })
  t.match(await psb.post(`${path}/sign-minutes`, { by: { person: 'p-8', role: 'handler' } }), {
    body: { code: 'consultation.attendees-only' }
  })
  await must(law, `${path}/sign-minutes`, { dissent: '名单为公开信息', ...justice })
  const last = await must(office, `${path}/sign-minutes`, staff)
  t.match(last, {
    status: 'minutes-signed',
    events: [{ type: 'consult.signature-given.v1' }, { type: 'consult.minutes-signed.v1' }]
  })
  const signed = (await law.get(path)).body.history.at(-1).event
  const { text: _, ...kept } = minutes
  t.match(signed, { casenumber: number, data: { ...kept, attendees } })
  t.same(signed.data.dissent, [{ agency: 'justice', person: 'j-3', name: '周某丙', opinion: '名单为公开信息' }])

  const task = { owner: 'psb', dueOn: '2026-06-20', task: '补充保密措施证据' }
  await must(office, `${path}/assign-follow-up`, { ...task, ...staff })
  t.match(await office.post(`${path}/close`, staff), { body: { code: 'consultation.follow-ups-open' } })
  t.match((await law.get(path)).body.followUps, [{ number: 1, owner: 'psb', dueOn: '2026-06-20', done: false }])
  t.same((await procuratorate.get(path)).body.followUps, [])
  await must(psb, `${path}/follow-up`, { number: 1, result: '已补充' })
  t.match(await must(office, `${path}/close`, staff), { status: 'closed' })

  const away = (await court.get(path)).body
  t.notMatch(JSON.stringify(away.history.slice(2)), /会议室|倾向认为|孙某甲|公开信息/, 'regrets: open fields only')
  t.same(
    await service.direct.db.selectFrom('cases').selectAll().execute(),
    before,
    'the register of cases is as it was'
  )
  const streams = await service.direct.db.selectFrom('heads').select('stream_id').orderBy('stream_id').execute()
  t.same(
    streams.map(({ stream_id }) => stream_id),
    [`consultation/${proposed.body.id}`, `opinion-draft/${proposed.body.id}/justice`],
    'and nothing else was written'
  )
})

t.test('a proposal needs a case of its own, or says that there is none', async (t) => {
  const { psb, office, tax, law } = await cast(t)
  const refused = async (who: Client, body: object, code: string) =>
    t.match(await who.post('/v1/consultations', body), { status: 409, body: { code } })
  const { caseNumber: _, ...general } = three
  await refused(psb, general, 'consultation.case-needed')
  await refused(psb, { ...three, general: true }, 'consultation.general-with-case')
  await refused(psb, { ...three, caseNumber: '150824-2026-000002' }, 'case.unknown')
  await refused(law, three, 'case.unknown')
  await refused(tax, { ...general, general: true }, 'consultation.core-only')
  const { id, ...made } = await must(law, '/v1/consultations', { ...general, general: true })
  t.equal(made.caseNumber, undefined)
  t.match((await office.get(`/v1/consultations/${id}`)).body, { status: 'proposed', question: three.question })
  t.equal((await psb.get(`/v1/consultations/${id}`)).status, 404)
  const marked = { ...general, general: true, question: '机密★10年 某事' }
  t.match(await law.post('/v1/consultations', marked), { status: 422, body: { code: 'state-secret.suspected' } })
})

t.test('earlier consultations are found by words of the question, and cited by who may see them', async (t) => {
  const { service, psb, office, law } = await cast(t)
  const ask = async (who: Client, question: string, more: object = {}) =>
    (await must(who, '/v1/consultations', { question, secretKind: 'technical', general: true, ...more })).id
  const ids: string[] = []
  for (const [minute, question] of [
    '育种技术的密点如何确定',
    'ＡＩ模型参数 是否属技术信息',
    '离职员工竞业限制'
  ].entries()) {
    service.clock(`2026-06-01T09:0${minute}:00.000+08:00`)
    ids.push(await ask(psb, question))
  }
  const find = async (who: Client, q: string) => {
    const { body } = await who.get(`/v1/consultations?q=${encodeURIComponent(q)}`)
    return body.items.map(({ id }: { id: string }) => ids.indexOf(id))
  }
  t.same(await find(psb, '密点'), [0])
  t.same(await find(psb, 'ai模型，参数'), [1], 'width, case, spaces and punctuation make no difference')
  t.same(await find(office, '技术'), [1, 0])
  t.same(await find(psb, '查无此事'), [])
  t.same(await find(law, '密点'), [], 'what one does not know is not found')
  const first = await psb.get('/v1/consultations?limit=2')
  t.same(
    first.body.items.map(({ id }: { id: string }) => ids.indexOf(id)),
    [2, 1]
  )
  const [, next = ''] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? []
  t.match((await psb.get(next)).body, { items: [{ id: ids[0] }] })

  const cites = [ids[0], ids[2]]
  const citing = await ask(psb, '密点与竞业限制并存时如何处理', { cites })
  t.same((await office.get(`/v1/consultations/${citing}`)).body.cites, cites)
  for (const unknown of [ids[0], '0198c0de-0000-7000-8000-000000000000']) {
    const body = { question: '援引', secretKind: 'technical', general: true, cites: [unknown] }
    t.match(await law.post('/v1/consultations', body), { status: 409, body: { code: 'consultation.cited-unknown' } })
  }
  await must(office, `/v1/consultations/${citing}/accept`, { invite: ['justice'], ...staff })
  const invited = (await law.get(`/v1/consultations/${citing}`)).body
  t.equal(invited.cites, undefined)
  t.notMatch(JSON.stringify(invited), new RegExp(String(ids[0])), 'who is invited does not learn of the cited ones')
})

t.test('experts of the pool are checked against the companies of the case', async (t) => {
  const { service, psb, office } = await cast(t)
  const pool = (id: string, version: number, event: ExpertEvent | AppraiserEvent) =>
    service.publish(`${event.type.split('.')[0]}/${id}`, version, event)
  const id = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`
  const entry = { name: '钱学敏', fields: ['生物育种'], employer: '某某生物科技公司' }
  await pool(id(1), 1, { type: 'expert.registered.v1', data: entry })
  await pool(id(2), 1, {
    type: 'expert.registered.v1',
    data: { ...entry, name: '郑某', employer: '内蒙古大学', conflicts: [{ uscc }] }
  })
  await pool(id(3), 1, { type: 'expert.registered.v1', data: { ...entry, name: '吴某', employer: '内蒙古大学' } })
  await pool(id(4), 1, {
    type: 'appraiser.registered.v1',
    data: { name: '某某鉴定中心', fields: ['软件'], validUntil: '2026-05-31' }
  })
  await pool(id(5), 1, { type: 'appraiser.registered.v1', data: { name: '另一鉴定中心', fields: ['软件'] } })
  await pool(id(5), 2, { type: 'appraiser.removed.v1', data: { reason: '许可注销' } })
  const lead: ClueEvent = {
    type: 'clue.received.v1',
    data: {
      ...{ intake: 'psb', channel: 'report', title: '线索', allegedAct: 'breach-of-confidence' },
      subject: { company: '某某生物科技有限公司' },
      receivedAt: '2026-06-01T09:00:00+08:00'
    }
  }
  await service.publish(`clue/${id(7)}`, 1, lead)
  await service.publish(`clue/${id(7)}`, 2, { type: 'clue.registered.v1', data: { caseNumber: number, title: '线索' } })
  const merged: ClueEvent = {
    type: 'clue.received.v1',
    data: { ...lead.data, subject: { company: '甲', uscc } }
  }
  await service.publish(`clue/${id(8)}`, 1, merged)
  await service.publish(
    `clue/${id(7)}`,
    3,
    { type: 'clue.merged.v1', data: { absorbed: id(8), reason: '同一事实' } },
    number
  )
  await service.applied()

  const consultation = await must(psb, '/v1/consultations', { ...three })
  const path = `/v1/consultations/${consultation.id}`
  await must(office, `${path}/accept`, staff)
  const engage = (expert: string, who = psb) => who.post(`${path}/engage`, { expert, purpose: '是否为公众所知悉' })
  t.match(await engage(id(1)), { status: 409, body: { code: 'consultation.conflict-of-interest' } })
  t.notMatch(JSON.stringify((await engage(id(1))).body), /生物科技/, 'a refusal names nobody')
  t.match(
    await engage(id(2), office),
    { status: 409, body: { code: 'consultation.conflict-of-interest' } },
    'merged in'
  )
  t.match(await engage(id(4)), { status: 409, body: { code: 'expert.not-valid' } })
  t.match(await engage(id(5)), { status: 409, body: { code: 'expert.unknown' } })
  t.match(await engage(id(9)), { status: 409, body: { code: 'expert.unknown' } })
  const came = { expert: id(3), kind: 'opinion', receivedOn: '2026-06-01', conclusion: '不为公众所知悉' }
  const receive = (body: object, who = psb) => who.post(`${path}/receive-expert-opinion`, { ...came, ...body })
  t.match(await receive({}), { status: 409, body: { code: 'consultation.expert-not-engaged' } })
  t.match(await engage(id(3)), { status: 200, body: { events: [{ type: 'consult.expert-engaged.v1' }] } })
  t.same((await office.get(path)).body.experts, [{ expert: id(3) }])
  const named = (await office.get(path)).body.history.at(-1).event
  t.match(named.data, { kind: 'expert', expert: id(3), name: '吴某', institution: '内蒙古大学', compared: 2 })
  t.match(await receive({ receivedOn: '2026-06-02' }), { body: { code: 'consultation.received-in-future' } })
  t.match(await receive({ conclusion: '绝密★30年' }), { status: 422, body: { code: 'state-secret.suspected' } })
  t.match(await receive({}), { status: 200, body: { status: 'accepted', events: [{}] } })
  t.match(await receive({}, office), { status: 200, body: { events: [] } }, 'once')
  t.match(await receive({ conclusion: '另一结论' }), { body: { code: 'consultation.expert-opinion-before' } })
  const received = (await office.get(path)).body
  t.same(received.experts, [{ expert: id(3), opinion: { kind: 'opinion', receivedOn: '2026-06-01' } }])
  t.match(received.history.at(-1), {
    title: { zh: '收到专家意见、鉴定意见' },
    event: { casenumber: number, data: { recordedBy: 'psb', conclusion: came.conclusion } }
  })
  for (const { body } of await service.direct.db.selectFrom('events').select('body').execute()) {
    const agencies = parseAudience(parseEnvelope(body).audience).map(({ agency }) => agency)
    t.ok(
      agencies.every((agency) => ['amr', 'psb'].includes(agency)),
      'experts and strangers are told nothing'
    )
  }
})

t.test('the view can be dropped and rebuilt from the events; readings are on record', async (t) => {
  const { service, psb, office, law } = await cast(t)
  const { direct } = service
  const { id } = await must(psb, '/v1/consultations', three)
  const path = `/v1/consultations/${id}`
  await must(office, `${path}/accept`, { invite: ['justice'], ...staff })
  await must(psb, `${path}/bring-materials`, materials)
  await must(office, `${path}/convene`, { ...meeting, ...staff })
  await must(psb, `${path}/bring-materials`, { summary: '补充' })
  t.match((await law.get('/v1/consultations')).body.items, [
    { id, status: 'convened', meetsAt: '2026-06-05T14:30:00.000+08:00' }
  ])
  const rows = async () => [
    await direct.db.selectFrom('consultations').selectAll().execute(),
    await direct.db.selectFrom('consultation_agencies').selectAll().orderBy('agency').execute()
  ]
  const before = await rows()
  const stored = await direct.db.selectFrom('events').select('body').orderBy('version').execute()
  const events = stored.map(({ body }) => parseEnvelope(body))
  for (const table of consultationView.tables) await direct.db.deleteFrom(table as 'consultations').execute()
  for (const event of [...events, ...events]) await consultationView.apply(direct.db, event)
  t.same(await rows(), before)
  await law.get(path)
  const reads = await direct.db.selectFrom('reads').select(['agency', 'case_number', 'subjects', 'classes']).execute()
  t.match(reads, [
    { agency: 'justice' },
    { agency: 'justice', case_number: number, subjects: [`consultation/${id}`], classes: ['open', 'work', 'secret'] }
  ])
})
