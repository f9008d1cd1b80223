import t from 'tap'
import { testPromotion } from './promotion.test-setup.ts'

t.test('the plan is imported once, its tasks issued, signed for, reported, evaluated', async (t) => {
  const { amr, psb, court, tax, clock } = await testPromotion(t)
  clock('2026-06-01T09:00:00+08:00')
  const phases = (await psb.get('/v1/tasks/phases')).body
  t.match(phases, {
    plan: '乌中政办发〔2023〕32号',
    phases: [{ tasks: 4 }, { tasks: 12 }, { sameDatesAs: '4' }, { sameDatesAs: '3' }]
  })
  t.match(await psb.post('/v1/tasks/import-plan', {}, 'agency-head'), {
    status: 409,
    body: { code: 'actor.office-only' }
  })
  const imported = await amr.post('/v1/tasks/import-plan', {}, 'office-staff')
  t.match(imported, { status: 200, body: { planned: 21 } }, JSON.stringify(imported.body))
  t.ok(imported.body.missing.includes('industry-it'), 'agencies that the directory lacks are named')
  t.match((await amr.post('/v1/tasks/import-plan', {}, 'office-staff')).body, { planned: 0 }, 'once')
  t.strictSame((await psb.get('/v1/tasks')).body, { items: [] }, 'nobody has anything yet')
  const tasks = (await amr.get('/v1/tasks')).body.items
  t.equal(tasks.length, 21)
  const first = (await amr.get('/v1/tasks?limit=20')).body
  const second = (await amr.get(`/v1/tasks?limit=20&after=${first.next}`)).body
  t.strictSame([...first.items, ...second.items], tasks, 'page by page')
  t.match(await amr.get(`/v1/supervisions?after=${first.next}`), { status: 400, body: { code: 'cursor.invalid' } })

  const { id } = imported.body.tasks.find((one: { number: string }) => one.number === '2-4')
  const path = `/v1/tasks/${id}`
  t.match(await amr.post(`${path}/issue`, {}, 'convener'), { status: 409, body: { code: 'task.due-past' } })
  t.match(await amr.post(`${path}/issue`, { dueOn: '2026-06-30' }, 'office-staff'), { body: { code: 'actor.role' } })
  const issued = await amr.post(`${path}/issue`, { dueOn: '2026-06-30' }, 'convener')
  t.match(issued, { status: 200, body: { status: 'issued' } })
  t.equal(issued.body.events.length, 5, 'one event for each owner')
  t.match((await psb.get('/v1/tasks')).body.items, [
    { id, status: 'issued', assignments: [{ agency: 'psb', dueOn: '2026-06-30' }] }
  ])
  t.equal((await psb.get('/v1/tasks')).body.items[0].assignments.length, 1, 'its own only')
  t.equal((await tax.get(path)).status, 404)
  t.equal((await tax.post(`${path}/sign`, {}, 'handler')).status, 404)

  t.match(await psb.post(`${path}/report`, { text: '早了' }, 'handler'), { body: { code: 'task.wrong-status' } })
  t.match(await psb.post(`${path}/sign`, {}, 'handler'), { status: 200 })
  t.match(await psb.post(`${path}/report`, { text: '已建立机制' }, 'handler'), {
    status: 200,
    body: { status: 'issued' }
  })
  t.match(await psb.get(path), { body: { status: 'reported', assignments: [{ status: 'reported' }] } })
  t.match(await court.get(path), { body: { status: 'issued' } })
  const text = JSON.stringify((await court.get(path)).body)
  t.notMatch(text, /已建立机制/, 'another owner does not read its report')
  const done = { agency: 'psb', result: 'completed' }
  t.match(await amr.post(`${path}/evaluate`, { ...done, agency: 'tax' }, 'office-staff'), {
    body: { code: 'task.not-assigned' }
  })
  t.match(await amr.post(`${path}/evaluate`, done, 'office-staff'), { status: 200 })
  t.match(await amr.post(`${path}/archive`, {}, 'office-staff'), { body: { code: 'task.wrong-status' } })
  t.match(await amr.post(`${path}/cancel`, { reason: '方案调整' }, 'office-head'), { body: { status: 'cancelled' } })
  t.match((await psb.get('/v1/tasks')).body.items, [{ status: 'cancelled' }])
})

t.test('a task of its own', async (t) => {
  const { amr, psb, clock } = await testPromotion(t)
  clock('2026-06-01T09:00:00+08:00')
  const task = { number: 'Q2-1', title: '专项检查', text: '开展专项检查', owners: ['psb'], dueOn: '2026-06-30' }
  t.match(await amr.post('/v1/tasks', { ...task, owners: ['nobody'] }, 'office-staff'), {
    body: { code: 'agency.unknown' }
  })
  const { id } = (await amr.post('/v1/tasks', task, 'office-staff')).body
  t.equal((await psb.get(`/v1/tasks/${id}`)).status, 404, 'planned only')
  t.match(await amr.post(`/v1/tasks/${id}/issue`, {}, 'office-head'), { status: 200 })
  const path = `/v1/tasks/${id}`
  await psb.post(`${path}/sign`, {}, 'handler')
  await psb.post(`${path}/report`, { text: '已检查' }, 'handler')
  await amr.post(`${path}/evaluate`, { agency: 'psb', result: 'partly', note: '材料不全' }, 'office-staff')
  t.match(await amr.post(`${path}/archive`, {}, 'office-head'), { body: { status: 'archived' } })
  t.match(await psb.get(path), { body: { status: 'archived', assignments: [{ result: 'partly' }] } })
})

t.test('a bulletin goes to the conference when it was approved', async (t) => {
  const { amr, psb, court, store } = await testPromotion(t)
  const draft = { kind: 'bulletin', title: '第二季度通报', text: '各成员单位' }
  t.match(await psb.post('/v1/bulletins', draft, 'office-staff'), { status: 409, body: { code: 'actor.office-only' } })
  const { id } = (await amr.post('/v1/bulletins', draft, 'office-staff')).body
  const path = `/v1/bulletins/${id}`
  t.equal((await psb.get(path)).status, 404, 'a draft is the office’s')
  t.match(await amr.post(`${path}/publish`, {}, 'office-staff'), { body: { code: 'bulletin.wrong-status' } })
  t.match(await amr.post(`${path}/approve`, { revision: 1 }, 'convener'), { body: { status: 'approved' } })
  t.match(await amr.post(`${path}/redraft`, { ...draft, text: '改过' }, 'office-staff'), {
    body: { status: 'drafted' }
  })
  t.match(await amr.post(`${path}/approve`, { revision: 1 }, 'convener'), { body: { code: 'bulletin.other-revision' } })
  t.match(await amr.post(`${path}/approve`, { revision: 2 }, 'office-head'), { status: 200 })
  t.match(await amr.post(`${path}/publish`, { documentNumber: '乌中公竞办〔2026〕3号' }, 'office-staff'), {
    status: 200
  })
  t.match(await court.get(path), {
    status: 200,
    body: { text: '改过', history: [{ event: { type: 'bulletin.published.v1' } }] }
  })
  t.equal((await psb.get(path)).body.history.length, 1)
  t.match((await psb.get('/v1/bulletins')).body.items, [{ id, documentNumber: '乌中公竞办〔2026〕3号' }])
  const praise = { agency: 'psb', title: '移送及时', text: '全年按期办结' }
  t.match(await amr.post('/v1/bulletins/commend', { ...praise, agency: 'court' }, 'convener'), {
    body: { code: 'assessment.not-assessable' }
  })
  t.match(await amr.post('/v1/bulletins/commend', praise, 'convener'), { status: 201 })
  const second = { ...praise, agency: 'tax', documentNumber: '乌中政办表〔2026〕2号' }
  const { id: last } = (await amr.post('/v1/bulletins/commend', second, 'office-head')).body
  const commendations = '/v1/bulletins/commendations'
  const listed = (await court.get(`${commendations}?limit=1`)).body
  t.match(listed.items, [{ id: last, ...second, issuer: 'amr', commendedAt: /\+08:00$/ }], 'read by all, newest first')
  t.notOk(listed.items[0].approver)
  t.match((await court.get(`${commendations}?after=${listed.next}`)).body, { items: [praise], next: undefined })
  t.match((await psb.get(`${commendations}?agency=psb`)).body.items.length, 1)
  const register = { ...second, documentNumber: '乌中市监督〔2026〕2号' }
  t.match(await amr.post('/v1/bulletins/commend', register, 'convener'), { body: { code: 'document.word-of-another' } })
  const told = await store.db
    .selectFrom('events')
    .select('body')
    .where('type', '=', 'work.commended.v1')
    .executeTakeFirst()
  t.match(JSON.parse(told?.body.toString() ?? '').audience, /tax:conference/)
})

t.test('a suggestion and its answer', async (t) => {
  const { amr, psb, procuratorate, court, tax } = await testPromotion(t)
  const suggestion = { addressee: 'psb', title: '加强案件移送', text: '建议完善移送制度' }
  t.match(await amr.post('/v1/suggestions', suggestion, 'agency-head'), { body: { code: 'suggestion.not-issuer' } })
  t.match(await procuratorate.post('/v1/suggestions', { ...suggestion, addressee: 'procuratorate' }, 'agency-head'), {
    body: { code: 'suggestion.own' }
  })
  const { id } = (await procuratorate.post('/v1/suggestions', suggestion, 'agency-head')).body
  t.match(await court.post('/v1/suggestions', { ...suggestion, addressee: 'tax' }, 'agency-leader'), { status: 201 })
  const path = `/v1/suggestions/${id}`
  t.match(await psb.get(path), { status: 200, body: { kind: 'procuratorial', status: 'received' } })
  for (const stranger of [tax, court, amr]) t.equal((await stranger.get(path)).status, 404)
  t.equal((await tax.post(`${path}/answer`, { text: '不是我' }, 'handler')).status, 404)
  t.match(await psb.post(`${path}/answer`, { text: '已完善' }, 'agency-leader'), { body: { status: 'answered' } })
  t.match(await psb.post(`${path}/answer`, { text: '再答' }, 'agency-leader'), {
    status: 409,
    body: { code: 'suggestion.answered' }
  })
  t.match((await procuratorate.get('/v1/suggestions')).body.items, [{ id, status: 'answered' }])
  t.match((await tax.get('/v1/suggestions')).body.items, [{ kind: 'judicial' }])
})
