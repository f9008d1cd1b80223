import { randomUUIDv7 } from 'node:crypto'
import { assistQuarantined, createEnvelope, eventSubject, superviseQuarantined } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { testService } from '../app.test-setup.ts'

const planted = '抛物面天线图纸第七页'
const lead = {
  channel: 'report',
  title: `机密★10年 ${planted}`,
  allegedAct: 'breach-of-confidence',
  rightsHolder: { company: '某厂 秘 密 ☆ 长期' }
}

t.test('a marked text is refused, and only metadata is kept of it', async (t) => {
  const { store, direct, join, officer, app } = await testService(t)
  const psb = await join('psb')
  const refused = await psb.post('/v1/clues', lead, { 'idempotency-key': 'k-1', 'x-request-id': 'r-77' })
  t.match(refused, {
    status: 422,
    body: {
      code: 'state-secret.suspected',
      errors: [
        { in: 'body', path: '/title' },
        { in: 'body', path: '/rightsHolder/company' }
      ]
    }
  })
  t.notMatch(JSON.stringify(refused.body), /机密|★|☆|图纸|某厂/)
  const rows = await store.db
    .selectFrom('events')
    .select(['type', 'body'])
    .where('type', 'like', 'quarantine.%')
    .execute()
  t.equal(rows.length, 1)
  const event = JSON.parse(rows[0]?.body.toString() ?? '')
  t.same(event.data, {
    agency: 'psb',
    command: 'clue.receive',
    marks: [
      { path: '/title', mark: 'secret', length: [...lead.title].length },
      { path: '/rightsHolder/company', mark: 'confidential', length: [...lead.rightsHolder.company].length }
    ],
    request: 'r-77',
    service: 'info-sharing'
  })
  t.equal(event.audience, 'psb:publisher,amr:addressee')
  const tables = ['events', 'answers', 'used_tokens', 'quarantines', 'clues', 'cases', 'outbox'] as const
  for (const table of tables) {
    const text = JSON.stringify(await direct.db.selectFrom(table).selectAll().execute(), (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString() : value
    )
    t.notMatch(text, /图纸|某厂|★|☆/, table)
  }

  await t.test('also in a command that needs no attestation, and in no language of the path', async (t) => {
    const opened = await psb.post('/v1/clues', { ...lead, title: '一案', rightsHolder: undefined })
    t.equal(opened.status, 201)
    const officeOnly = await psb.post(`/v1/clues/${opened.body.id}/register`, {
      by: { person: 'p-1', role: 'handler' }
    })
    t.not(officeOnly.body.code, 'attestation.missing')
    const link = await psb.post(`/v1/cases/${opened.body.caseNumber}/close`, { reason: `绝密★长期` })
    t.equal(link.body.code, 'state-secret.suspected')
  })

  await t.test('the secrecy officer of the agency and of the office see the queue, and resolve it', async (t) => {
    const keeper = await officer('psb', 'p-9', 'secrecy-officer')
    const office = await officer('amr', 'a-9', 'secrecy-officer')
    const tax = await join('tax')
    const stranger = await officer('tax', 't-9', 'secrecy-officer')
    t.equal((await tax.get('/v1/quarantine')).status, 403, 'a system is no secrecy officer')
    t.equal((await stranger.get('/v1/quarantine')).body.items.length, 0)
    const [, first] = (await keeper.get('/v1/quarantine?status=open')).body.items
    t.match(first, { agency: 'psb', command: 'clue.receive', status: 'open', request: 'r-77' })
    t.equal((await office.get('/v1/quarantine')).body.items.length, 2)
    const resolve = `/v1/quarantine/${first.id}/resolve`
    t.match(await stranger.post(resolve, { outcome: 'false-alarm' }), {
      status: 404,
      body: { code: 'quarantine.unknown' }
    })
    t.match(
      await keeper.post(resolve, { outcome: 'false-alarm', note: '秘密★' }),
      { status: 422 },
      'notes are scanned too'
    )
    const done = await keeper.post(resolve, { outcome: 'handled-offline', note: '已线下处置' })
    t.match(done.body, { status: 'resolved', events: [{ type: 'quarantine.resolved.v1' }] })
    t.match((await keeper.get('/v1/quarantine?status=resolved')).body.items, [
      { id: first.id, outcome: 'handled-offline', note: '已线下处置', resolvedBy: 'psb' }
    ])
    t.match(await office.post(resolve, { outcome: 'false-alarm' }), {
      status: 409,
      body: { code: 'quarantine.resolved' }
    })
  })

  await t.test('a text from outside needs an attestation, which goes with the event', async (t) => {
    const good = { ...lead, title: '二案', rightsHolder: undefined }
    const without = await app.inject({
      method: 'POST',
      url: '/v1/clues',
      headers: { authorization: `Bearer ${await psb.token()}` },
      payload: good
    })
    t.match(JSON.parse(without.body), { status: 422, code: 'attestation.missing', title: /不涉密声明/ })
    const handler = await officer('psb', 'p-3', 'handler')
    t.match(await handler.post('/v1/clues', good, { 'wuhu-attestation': 'no-state-secret; by=p-4' }), {
      status: 422,
      body: { code: 'attestation.invalid' }
    })
    for (const [client, by] of [
      [psb, 'psb/p-1'],
      [handler, 'psb/p-3']
    ] as const) {
      const { body } = await client.post('/v1/clues', good)
      const row = await store.db.selectFrom('events').select('body').where('id', '=', body.events[0].id).execute()
      t.equal(JSON.parse(row[0]?.body.toString() ?? '').attested, by)
    }
    const alone = await handler.post('/v1/clues', good, { 'wuhu-attestation': 'no-state-secret' })
    t.equal(alone.status, 201, 'the token says who attests')
  })
})

for (const [service, type, stream, consumer] of [
  ['joint-investigation', assistQuarantined.type, 'JOINT_INVESTIGATION', 'case-timeline'],
  ['audit', superviseQuarantined.type, 'AUDIT', 'audit']
] as const)
  t.test(`what ${service} refuses joins the queue once`, async (t) => {
    const { bus, store, join, officer } = await testService(t)
    await join('psb')
    const id = randomUUIDv7()
    const data = {
      agency: 'psb',
      command: 'assistance.request',
      marks: [{ path: '/title', mark: 'top-secret', length: 9 }],
      request: 'r-1'
    }
    const publish = async (after: number, version: number) => {
      const envelope = createEnvelope({
        id: randomUUIDv7(),
        service,
        type,
        subject: `quarantine/${id}`,
        time: '2026-06-01T09:00:00+08:00',
        version,
        actor: { agency: 'psb' },
        marking: 'work',
        audience: [],
        correlationId: 'r-1',
        data
      })
      const body = Buffer.from(JSON.stringify(envelope))
      const key = envelope.subject
      const message = { subject: eventSubject(envelope.type, key), id: envelope.id, key, body }
      await bus.stream(stream).publish(after, [message])
      const cursor = {
        text: 'select position from info_sharing.leases where name = $1',
        values: [`consume/${consumer}`]
      }
      await until(async () => Number((await store.query<{ position: string }>(cursor))[0]?.position) === after + 1)
    }
    await publish(0, 1)
    await publish(1, 2)
    const keeper = await officer('psb', 'p-9', 'secrecy-officer')
    t.match((await keeper.get('/v1/quarantine')).body.items, [{ id, ...data, service, version: 1 }])
    const events = await store.db
      .selectFrom('events')
      .select('body')
      .where('type', '=', 'quarantine.opened.v1')
      .execute()
    t.equal(events.length, 1)
    t.equal(JSON.parse(events[0]?.body.toString() ?? '').audience, 'psb:publisher,amr:addressee')
  })
