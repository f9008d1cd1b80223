import { parseEnvelope } from '@wuhu/contracts'
import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { evidenceView } from '../views/evidence.ts'

const number = '150824-2026-000001'
const persons = ['p-1', 'p-2']
const item = {
  caseNumber: number,
  kind: 'object',
  number: '证-1',
  name: '涉案移动硬盘',
  obtainedAt: '2026-06-01T08:00:00+08:00',
  quantity: '1 块',
  place: '物证室 3 号柜',
  persons
}
const letter = {
  caseNumber: number,
  addressee: 'psb',
  letterNumber: '乌中市监协〔2026〕1号',
  title: '调取移动硬盘',
  items: [{ kind: 'document', text: '调取移动硬盘' }],
  legalBasis: '行政处罚法第二十六条',
  approver: { person: 'p-001', role: 'agency-leader' }
}
const handing = (to: string) => ({ to, purpose: '送鉴定', persons })
const receipt = { intact: true, place: '局物证室', persons: ['a-1', 'a-2'] }

t.test('a thing goes from hand to hand, each step signed by two', async (t) => {
  const service = await testService(t)
  const [amr, psb, tax] = [await service.join('amr'), await service.join('psb'), await service.join('tax')]
  await service.openCase(number, 'amr')
  const assistance = (await amr.post('/v1/assistances', letter)).body.id

  t.match(await psb.post('/v1/evidence', item), { status: 409, body: { code: 'case.unknown' } }, 'no party')
  t.match(await tax.post('/v1/evidence', { ...item, assistance }), {
    status: 409,
    body: { code: 'assistance.unknown' }
  })
  t.match(await amr.post('/v1/evidence', { ...item, persons: ['p-1'] }), { status: 400 })
  const made = await psb.post('/v1/evidence', { ...item, assistance })
  t.match(made, { status: 201, body: { status: 'held', version: 1, caseNumber: number } }, JSON.stringify(made.body))
  const path = `/v1/evidence/${made.body.id}`
  t.equal(made.headers.location, path)

  t.match(await amr.post(`${path}/hand-over`, handing('tax')), { status: 409, body: { code: 'evidence.not-holder' } })
  t.match(await psb.post(`${path}/hand-over`, handing('nobody')), { status: 409, body: { code: 'agency.unknown' } })
  t.match(await psb.post(`${path}/hand-over`, handing('tax')), { status: 200, body: { status: 'in-transit' } })
  const shown = (await tax.get(path)).body
  t.match(shown, { name: item.name, chain: [{}] }, 'whoever has to sign for it sees what it is')
  const untold = ['assistance', 'quantity', 'registeredAt'].filter((field) => field in shown)
  t.strictSame(untold, [], 'and nothing that only its registration told')
  t.strictSame((await tax.get(`/v1/evidence?assistance=${assistance}`)).body.items, [], 'nor by asking for it')
  t.match(await psb.post(`${path}/hand-over`, handing('amr')), { status: 200, body: { version: 3 } })
  t.equal((await tax.get(path)).status, 404, 'it went elsewhere')
  t.match(await tax.post(`${path}/receive`, receipt), { status: 404, body: { code: 'evidence.unknown' } })
  t.match(await psb.post(`${path}/return`, { to: '王某', reason: '无关', persons }), {
    status: 409,
    body: { code: 'evidence.in-transit' }
  })
  t.match(await amr.post(`${path}/receive`, { ...receipt, intact: false }), {
    status: 409,
    body: { code: 'evidence.damage-unexplained' }
  })
  t.match(await amr.post(`${path}/receive`, receipt, { 'if-match': '"1"' }), { status: 412 })
  t.match(await amr.post(`${path}/receive`, receipt, { 'if-match': '"3"' }), { status: 200, body: { status: 'held' } })
  const disposal = {
    manner: 'confiscated',
    basis: '行政处罚决定书',
    approver: { person: 'a-9', role: 'agency-leader' },
    persons: ['a-1', 'a-2']
  }
  t.match(await psb.post(`${path}/dispose`, disposal), { status: 409, body: { code: 'evidence.not-holder' } })
  t.match(await amr.post(`${path}/dispose`, disposal), { status: 200, body: { status: 'disposed', version: 5 } })

  const list = await psb.get(`/v1/evidence?case=${number}`)
  t.match(list, { status: 200, body: { items: [{ id: made.body.id, holder: 'amr', status: 'disposed' }] } })
  const [thing] = list.body.items
  t.strictSame(
    thing.chain.map(({ event }: { event: { type: string } }) => event.type),
    [
      'evidence.registered.v1',
      'evidence.handed-over.v1',
      'evidence.handed-over.v1',
      'evidence.received.v1',
      'evidence.disposed.v1'
    ]
  )
  t.strictSame(thing.chain[3].event.data.persons, ['a-1', 'a-2'])
  const followed = (await amr.get(path)).body
  t.match(followed, { assistance, quantity: '1 块', registeredAt: '2026-06-01T09:00:00.000+08:00' })
  t.strictSame(followed.chain.length, 5, 'whoever asked for it follows it from the start')
  t.strictSame((await tax.get('/v1/evidence')).body.items, [])
  t.strictSame((await amr.get(`/v1/evidence?assistance=${assistance}&status=held`)).body.items, [])
  const reads = await service.direct.db.selectFrom('reads').select('subjects').where('agency', '=', 'tax').execute()
  t.strictSame(
    [...new Set(reads.flatMap(({ subjects }) => subjects))],
    [`evidence/${made.body.id}`],
    'readings are on record'
  )

  const rows = async () => [
    await service.direct.db.selectFrom('evidence_items').selectAll().execute(),
    await service.direct.db.selectFrom('evidence_agencies').selectAll().orderBy('agency').execute()
  ]
  const before = await rows()
  const bodies = await service.direct.db
    .selectFrom('events')
    .select('body')
    .orderBy('stream_id')
    .orderBy('version')
    .execute()
  for (const table of evidenceView.tables) await service.direct.db.deleteFrom(table as 'evidence_items').execute()
  const events = bodies.map(({ body }) => parseEnvelope(body))
  for (const event of [...events, ...events]) await evidenceView.apply(service.direct.db, event)
  t.strictSame(await rows(), before, 'rebuilt by replay, repeated, the rows are the same')
})

t.test('the database itself shows evidence to those only through whose hands it went', async (t) => {
  const service = await testService(t)
  const [amr] = [await service.join('amr'), await service.join('psb')]
  await service.openCase(number, 'amr')
  await amr.post('/v1/evidence', item)
  const seenBy = (agency: string) =>
    service.store.as(agency, async ({ db }) => (await db.selectFrom('evidence_items').selectAll().execute()).length)
  t.equal(await seenBy('amr'), 1)
  t.equal(await seenBy('psb'), 0)
  await service.publish(`case/${number}`, 2, { type: 'case.closed.v1', data: { number, reason: '办结' } })
  await service.applied()
  t.match(await amr.post('/v1/evidence', item), { status: 409, body: { code: 'case.closed' } })
})

t.test('pages', async (t) => {
  const service = await testService(t)
  const amr = await service.join('amr')
  await service.openCase(number, 'amr')
  const ids: string[] = []
  for (const name of ['一', '二', '三']) ids.unshift((await amr.post('/v1/evidence', { ...item, name })).body.id)
  const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id)
  const first = await amr.get('/v1/evidence?limit=2')
  t.strictSame(idsOf(first), ids.slice(0, 2))
  const [, next = ''] = /<([^>]+)>; rel="next"/.exec(String(first.headers.link)) ?? []
  t.strictSame(idsOf(await amr.get(next)), ids.slice(2))
  t.match(await amr.get('/v1/evidence?after=abc'), { status: 400, body: { code: 'cursor.invalid' } })
})
