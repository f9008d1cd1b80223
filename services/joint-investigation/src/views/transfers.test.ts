import { parseEnvelope } from '@wuhu/contracts'
import t from 'tap'
import { by, transferService } from '../routes/transfers.fixture.ts'
import { transferView } from './transfers.ts'

t.test('three days after the notice the right to ask has lapsed, not a second before', async (t) => {
  const { tax, steps, notFiled, clock, told, deadlines } = await transferService(t, { clocks: true })
  // Monday 2026-06-01; the third natural day is a Thursday.
  const [late, early] = [await notFiled(), await notFiled()]
  await told()
  const open = (await tax.get(`/v1/transfers/${late}`)).body.deadlines
  t.match(open, [{ rule: 'B9', holder: 'tax', state: 'open', dueAt: '2026-06-04T23:59:59.000+08:00' }])
  clock('2026-06-04T23:59:58.000+08:00')
  await deadlines.runDue()
  const asked = await steps(early, [[tax, 'request-supervision', { grounds: '有合理嫌疑' }]])
  t.equal(asked, 'supervision-requested')
  await told()
  clock('2026-06-05T00:00:01.000+08:00')
  await deadlines.runDue()
  for (const step of ['request-reconsideration', 'request-supervision']) {
    t.match(await tax.post(`/v1/transfers/${late}/${step}`, { grounds: '有合理嫌疑' }), {
      status: 409,
      body: { code: 'transfer.right-lapsed' }
    })
  }
  t.match((await tax.get(`/v1/transfers/${late}`)).body, { missed: [{ rule: 'B9', holder: 'tax' }], deadlines: [] })
  t.strictSame((await tax.get(`/v1/transfers/${early}`)).body.missed, [])
  t.equal(await steps(late, [[tax, 'return-to-administration']]), 'returned-to-administration')
})

t.test('the view can be dropped and rebuilt from the events; repeating one changes nothing', async (t) => {
  const { direct, tax, psb, procuratorate, steps, sent, notFiled, miss, openCase } = await transferService(t)
  const [first, second] = [await sent(), await notFiled()]
  await steps(first, [
    [psb, 'receipt'],
    [psb, 'reroute', { to: 'railway-psb', reason: '管辖' }]
  ])
  await miss(second, 'B9', 'tax')
  await openCase('150824-2026-000002', 'procuratorate')
  const decision = { caseNumber: '150824-2026-000002', kind: 'statutory', documentNumber: '乌中检不诉〔2026〕2号' }
  const own = (await procuratorate.post('/v1/transfers/reverse', { ...decision, ...by.prosecutor })).body.id
  await steps(own, [
    [procuratorate, 'accept-reverse'],
    [
      procuratorate,
      'give-opinion',
      { ...by.prosecutor, documentNumber: '乌中检行意〔2026〕2号', opinion: '处罚', to: 'tax' }
    ]
  ])
  t.equal((await tax.get(`/v1/transfers/${own}`)).status, 200)

  const rows = async () => [
    await direct.db.selectFrom('transfers').selectAll().orderBy('id').execute(),
    await direct.db.selectFrom('transfer_agencies').selectAll().orderBy('transfer_id').orderBy('agency').execute(),
    await direct.db.selectFrom('transfer_breaches').selectAll().execute()
  ]
  const before = await rows()
  t.ok(before.every((table) => table.length > 0))
  // Breaches first: the order between streams is not for a view to count on.
  const bodies = await direct.db.selectFrom('events').select('body').orderBy('stream_id').orderBy('version').execute()
  const events = bodies.map(({ body }) => parseEnvelope(body))
  for (const table of transferView.tables) await direct.db.deleteFrom(table as 'transfers').execute()
  for (const event of [...events, ...events]) await transferView.apply(direct.db, event)
  t.strictSame(await rows(), before)
})

t.test('the database itself shows an agency its own rows, and a stranger none', async (t) => {
  const { store, sent, miss } = await transferService(t)
  const id = await sent()
  await miss(id, 'B4', 'psb')
  for (const table of transferView.tables as readonly 'transfers'[]) {
    const rows = (agency: string) => store.as(agency, ({ db }) => db.selectFrom(table).selectAll().execute())
    t.ok((await rows('psb')).length > 0, `${table} for the police`)
    t.equal((await rows('court')).length, 0, `${table} for a stranger`)
    t.equal((await store.db.selectFrom(table).selectAll().execute()).length, 0, `${table} without a reader`)
  }
})
