import t from 'tap'
import { clueView } from '../views/clues.ts'
import { ahead, clueApp, lead, officeStaff } from './clues.fixture.ts'

t.test('the list', async (t) => {
  const { as } = await clueApp(t)
  const ids: string[] = []
  for (const channel of ['report', 'inspection', 'report']) {
    ids.unshift((await as('science')('POST', '/v1/clues', { ...lead, channel })).body.id)
  }
  await as('tax')('POST', '/v1/clues', lead)
  const list = async (agency: string, query: string) => await as(agency)('GET', `/v1/clues${query}`)
  const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id)
  t.strictSame(idsOf(await list('science', '')), ids, 'newest first, one’s own')
  t.equal((await list('amr', '')).body.items.length, 4, 'the office sees all')
  t.strictSame(idsOf(await list('psb', '')), [])
  t.strictSame(idsOf(await list('science', '?channel=inspection')), [ids[1]])
  t.strictSame(idsOf(await list('science', `?receivedFrom=${encodeURIComponent(ahead(1))}`)), [])
  t.strictSame(idsOf(await list('science', `?receivedTo=${encodeURIComponent(ahead(1))}`)), ids)
  await as('amr')('POST', `/v1/clues/${ids[0]}/assign`, { to: 'psb', dueAt: ahead(5), by: officeStaff })
  t.strictSame(idsOf(await list('psb', '?status=assigned&assignedTo=psb')), [ids[0]])
  const [item] = (await list('psb', '')).body.items
  t.match(item, {
    status: 'assigned',
    version: 3,
    intake: 'science',
    assignee: 'psb',
    title: lead.title,
    channel: 'report'
  })
  t.strictSame(idsOf(await list('psb', `?caseNumber=${item.caseNumber}`)), [ids[0]])
  t.notMatch(JSON.stringify(item), /张某某|MD-01|r-8f3kQ21x/)

  const page = await list('science', '?limit=2')
  t.strictSame(idsOf(page), ids.slice(0, 2))
  const [, next = ''] = /<([^>]+)>; rel="next"/.exec(String(page.headers.link)) ?? []
  const rest = await as('science')('GET', next)
  t.strictSame(idsOf(rest), ids.slice(2))
  t.notOk(rest.headers.link)
  t.match(await list('science', '?after=nonsense'), { status: 400, body: { code: 'cursor.invalid' } })
  t.match(await list('science', '?uscc=914403001922038216'), { status: 400, body: { code: 'request.invalid' } })
})

t.test('dropped and rebuilt by replay, the list is the same', async (t) => {
  const { as, direct: store } = await clueApp(t)
  const { id } = (await as('science')('POST', '/v1/clues', lead)).body
  await as('amr')('POST', `/v1/clues/${id}/assign`, { to: 'psb', dueAt: ahead(5), by: officeStaff })
  await as('psb')('POST', `/v1/clues/${id}/return`, { reason: '不属于本单位职责' })
  const before = await store.db.selectFrom('clues').selectAll().execute()
  const events = await store.db.selectFrom('events').select('body').orderBy('seq').execute()
  const replay = () =>
    store.transaction(async (tx) => {
      for (const { body } of events) await clueView.apply(tx.db, JSON.parse(body.toString('utf8')))
    })
  await replay()
  t.strictSame(await store.db.selectFrom('clues').selectAll().execute(), before, 'repeating changes nothing')
  await store.db.deleteFrom('clues').execute()
  await replay()
  t.strictSame(await store.db.selectFrom('clues').selectAll().execute(), before)
})
