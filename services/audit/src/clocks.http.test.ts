import { until } from '@wuhu/test-support'
import t from 'tap'
import { testPromotion } from './promotion.test-setup.ts'

const monday = '2026-06-01T09:00:00+08:00'
const words = { title: '档案不全', reason: '上季度自查报告未报送' }

t.test('the clock of a card runs by itself: overdue, and sent back with a new period', async (t) => {
  const { amr, psb, clock } = await testPromotion(t)
  clock(monday)
  const body = { target: 'psb', subject: { kind: 'rectification' }, ...words }
  const { id } = (await amr.post('/v1/supervisions', body, 'office-head')).body
  const path = `/v1/supervisions/${id}`
  t.match(await amr.post(`${path}/issue`, { days: 5, demand: '补报' }, 'office-head'), { status: 200 })
  await psb.post(`${path}/acknowledge`, {}, 'handler')
  const due = async (state: string) => {
    const { items } = (await psb.get(`/v1/deadlines?rule=E1&state=${state}`)).body
    return items.map((one: { dueAt: string }) => one.dueAt)
  }
  await until(async () => (await due('open')).length === 1, { what: 'the clock of the card' })
  t.match(await due('open'), [/^2026-06-08T23:59:59/], 'five working days')
  clock('2026-06-09T00:00:01+08:00')
  await until(async () => (await psb.get(path)).body.overdue === true, { what: 'the card overdue' })
  t.match(await amr.post(`${path}/yellow-card`, { reason: '逾期' }, 'office-head'), { status: 200 })
  await psb.post(`${path}/report`, { text: '已补报' }, 'handler')
  t.match(await amr.post(`${path}/reject`, { reason: '不全', days: 10 }, 'office-head'), {
    body: { status: 'rejected' }
  })
  await until(async () => (await due('open')).length === 1, { what: 'a new clock' })
  t.match(await due('open'), [/^2026-06-2\dT23:59:59/])
  t.equal((await amr.get('/v1/supervisions')).body.items.length, 1, 'a card is not supervised by another card')
})

t.test('a task that is not reported proposes a card, and one that is does not', async (t) => {
  const { amr, psb, tax, clock } = await testPromotion(t)
  clock(monday)
  const task = { number: 'Q2-1', title: '专项检查', text: '开展专项检查', owners: ['psb', 'tax'], dueOn: '2026-06-05' }
  const { id } = (await amr.post('/v1/tasks', task, 'office-head')).body
  await amr.post(`/v1/tasks/${id}/issue`, {}, 'office-head')
  await tax.post(`/v1/tasks/${id}/sign`, {}, 'handler')
  await tax.post(`/v1/tasks/${id}/report`, { text: '已检查' }, 'handler')
  await until(async () => (await psb.get('/v1/deadlines?rule=E3&state=open')).body.items.length === 1)
  clock('2026-06-06T00:00:01+08:00')
  const cards = async () => (await amr.get('/v1/supervisions')).body.items
  await until(async () => (await cards()).length > 0, { what: 'a card proposed' })
  t.match(await cards(), [{ target: 'psb', rule: 'E3', of: `task/${id}`, status: 'proposed' }])
  t.equal((await cards()).length, 1)
  t.strictSame((await psb.get('/v1/supervisions')).body.items, [], 'a person decides')
})
