import t from 'tap'
import type { Client } from '../app.test-setup.ts'
import { attendees, cast, materials, meeting, minutes, must, staff, three, types } from './consultations.fixture.ts'

t.test('strangers cannot tell a consultation from none', async (t) => {
  const { office, psb, tax } = await cast(t)
  const { id } = await must(psb, '/v1/consultations', three)
  const none = '0198c0de-0000-7000-8000-000000000000'
  const steps: [string, object][] = [
    ['accept', {}],
    ['decline', { reason: '理由' }],
    ['invite', { agencies: ['nobody'] }],
    ['answer-invitation', { attends: true }],
    ['bring-materials', materials],
    ['draft-opinion', { text: '意见' }],
    ['give-opinion', { text: '意见' }],
    ['engage', { expert: none, purpose: '咨询' }],
    [
      'receive-expert-opinion',
      { expert: none, kind: 'appraisal', receivedOn: '2026-06-01', conclusion: '不为公众所知悉' }
    ],
    ['inquire', { asked: 'procuratorate', text: '问' }],
    ['answer-inquiry', { inquiry: 1, answer: '答' }],
    ['convene', meeting],
    ['hold', { attendees }],
    ['draft-minutes', minutes],
    ['sign-minutes', {}],
    ['assign-follow-up', { owner: 'psb', dueOn: '2026-06-20', task: '事项' }],
    ['follow-up', { number: 1, result: '完成' }],
    ['close', {}]
  ]
  for (const [step, body] of steps) {
    for (const headers of [{}, { 'if-match': '"1"' }, { 'if-match': '"7"' }]) {
      const [real, unreal] = [id, none].map((one) => tax.post(`/v1/consultations/${one}/${step}`, body, headers))
      const { instance: _, ...seen } = (await real)?.body ?? {}
      const { instance: __, ...known } = (await unreal)?.body ?? {}
      t.equal((await real)?.status, 404, step)
      t.same(seen, known, step)
    }
  }
  t.same((await tax.get('/v1/consultations')).body, { items: [] })
  t.match(await psb.post(`/v1/consultations/${id}/close`, { reason: '撤回' }, { 'if-match': '"7"' }), { status: 412 })
  t.match(await office.post(`/v1/consultations/${id}/decline`, { reason: '理由', ...staff }), {
    body: { status: 'declined' }
  })
})

t.test('an agency sees what follows from what it was told, and nothing of what it was not', async (t) => {
  const { service, office, psb, law, court, procuratorate, tax } = await cast(t)
  const { id } = await must(psb, '/v1/consultations', three)
  const path = `/v1/consultations/${id}`
  const seenBy = async (who: Client) => {
    const { history, ...head } = (await who.get(path)).body
    const [row] = (await who.get('/v1/consultations')).body.items
    t.match(row, { version: head.version, status: head.status, meetsAt: head.meetsAt }, 'the list says the same')
    return { ...head, told: types({ history }), updatedAt: row.updatedAt }
  }
  const invite = ['justice', 'court']
  await must(office, `${path}/accept`, { invite, ...staff })
  await must(court, `${path}/answer-invitation`, { attends: false, reason: '案件尚未起诉' })
  const everybody = [office, psb, court]
  const before = await Promise.all(everybody.map(seenBy))
  t.match(await must(law, `${path}/draft-opinion`, { text: '草稿' }), {
    version: 4,
    status: 'accepted',
    events: [{ type: 'consult.opinion-drafted.v1' }]
  })
  await must(law, `${path}/draft-opinion`, { text: '二稿' })
  t.same(await Promise.all(everybody.map(seenBy)), before, 'a draft leaves no trace, not in the version either')
  t.same(types((await law.get(path)).body).slice(-2), ['opinion-drafted', 'opinion-drafted'])

  await must(psb, `${path}/inquire`, { asked: 'procuratorate', text: '鉴定意见是否必需' })
  const asked = await seenBy(procuratorate)
  t.match(asked, { status: 'accepted', version: 5, told: ['inquiry-sent'], followUps: [], experts: [] })
  await must(psb, `${path}/bring-materials`, materials)
  await must(office, `${path}/convene`, { ...meeting, ...staff })
  t.same(await seenBy(procuratorate), asked, 'who was asked one question knows nothing of the meeting')
  const answer = { inquiry: 1, answer: '视情而定' }
  const answering = (version: number) =>
    procuratorate.post(`${path}/answer-inquiry`, answer, { 'if-match': `"${version}"` })
  for (const guess of [4, 6, 7]) t.match(await answering(guess), { status: 412 }, 'nor by guessing versions')
  t.match(await answering(5), { status: 200, body: { status: 'accepted', version: 8 } })

  await must(office, `${path}/invite`, { agencies: ['tax'], ...staff })
  const called = await seenBy(tax)
  t.match(called, { status: 'convened', meetsAt: '2026-06-05T14:30:00.000+08:00', told: ['invited'] })
  const minutesOf = (who: Client) =>
    who.post(`${path}/draft-minutes`, { ...minutes, number: '乌中市监会纪〔2026〕99号' })
  const early = await minutesOf(procuratorate)
  service.clock('2026-06-05T17:30:00.000+08:00')
  await must(office, `${path}/hold`, { attendees, ...staff })
  await must(office, `${path}/draft-minutes`, { ...minutes, ...staff })
  const { instance: _, ...afterwards } = (await minutesOf(procuratorate)).body
  t.match(early.body, afterwards, 'whoever writes no minutes is told nothing of a draft of them')
  t.match(await seenBy(procuratorate), { status: 'accepted', version: 8 })
  t.match(await seenBy(court), { status: 'minutes-drafted' }, 'regrets: how it goes')
})
