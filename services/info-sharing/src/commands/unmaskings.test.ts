import { randomUUIDv7 } from 'node:crypto'
import { assistRequested, createEnvelope, eventSubject } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { testService } from '../app.test-setup.ts'

const penalty = {
  kind: 'penalty',
  title: '行政处罚',
  documentNumber: '乌中市监处罚〔2026〕1号',
  legalBasis: '反不正当竞争法第二十六条',
  text: '罚款',
  decidedOn: '2026-06-01',
  person: '张某某'
}

t.test('masked fields are seen on record, and no longer than allowed', async (t) => {
  let clock = Date.parse('2026-06-01T01:00:00Z')
  const service = await testService(t, { now: () => new Date(clock).toISOString() })
  const { admin, bus, timeline, join, officer } = service
  const amr = await join('amr')
  const psb = await join('psb')
  const tax = await join('tax')
  const auditor = await join('amr', 'audit-admin')
  const opened = await amr.post('/v1/cases', { title: '一案' })
  const caseNumber: string = opened.body.id
  const published = await amr.post('/v1/notices', { ...penalty, audience: ['psb'], caseNumber })
  t.equal(published.status, 201, JSON.stringify(published.body))
  const [{ id: event }] = published.body.events
  const asking = `/v1/cases/${caseNumber}/unmaskings`
  const reason = '核对当事人身份'
  const by = { person: 'p-1', role: 'handler' }

  const mask = (await psb.get(`/v1/cases/${caseNumber}`)).body.timeline[0].event
  t.not(mask.data.person, '张某某')
  t.match(mask.redacted, 'person')

  await t.test('personal data, with a reason', async (t) => {
    const asked = await psb.post(asking, { event, fields: ['person'], reason, by })
    t.match(asked.body, { status: 'granted', events: [{ type: 'record.unmasked.v1' }] })
    const path = `/v1/unmaskings/${asked.body.id}`
    const seen = await psb.get(path)
    t.match(seen.body, { values: { person: '张某某' }, class: 'personal', reason, person: 'p-1' })
    const reads = (await auditor.get(`/v1/reads?case=${caseNumber}&agency=psb`)).body.items
    t.match(reads.at(-1), { channel: 'unmasking', agency: 'psb', caseNumber, classes: ['personal'] })
    t.equal((await tax.get(path)).status, 404, 'for another agency there is none')
    const colleague = await officer('psb', 'p-2', 'handler')
    const asker = await officer('psb', 'p-1', 'handler')
    t.notOk((await colleague.get(path)).body.values, 'a colleague sees the request only')
    t.match((await asker.get(path)).body, { values: { person: '张某某' } })
    t.equal((await psb.get('/v1/unmaskings')).body.items.length, 1)

    const told = (await amr.get(`/v1/cases/${caseNumber}`)).body.timeline.at(-1).event
    t.match(told, { type: 'record.unmasked.v1', data: { requester: 'psb', reason, fields: ['person'] } })
    t.notMatch(JSON.stringify(told), /张某某/)
    clock += 31 * 60_000
    const later = await psb.get(path)
    t.match(later.body, { status: 'granted' })
    t.notOk(later.body.values, 'after half an hour they are masked again')
  })

  await t.test('nothing for strangers, and nothing that is not masked', async (t) => {
    const request = { event, fields: ['person'], reason, by }
    for (const [client, path] of [
      [tax, asking],
      [psb, '/v1/cases/150824-2026-009999/unmaskings']
    ] as const) {
      t.match(await client.post(path, request), { status: 404, body: { code: 'unmasking.no-such-event' } })
    }
    const open = await psb.post(asking, { ...request, fields: ['title'] })
    t.match(open, { status: 400, body: { errors: [{ path: '/fields/0', message_en: 'is not withheld' }] } })
    t.equal((await psb.post(asking, { event, fields: ['person'], by })).status, 400, 'a reason is needed')
    const liaison = await officer('psb', 'p-7', 'liaison')
    t.equal((await liaison.post(asking, { event, fields: ['person'], reason })).status, 403)
  })

  await t.test('what touches the secret, with a second person of the agency', async (t) => {
    const letter = createEnvelope({
      id: randomUUIDv7(),
      service: 'joint-investigation',
      type: assistRequested.type,
      subject: `assistance/${randomUUIDv7()}`,
      time: new Date(clock).toISOString(),
      caseNumber,
      version: 1,
      actor: { agency: 'amr' },
      marking: 'work',
      audience: [
        { agency: 'amr', ground: 'publisher' },
        { agency: 'tax', ground: 'statutory-copy' }
      ],
      correlationId: 'test',
      data: {
        caseNumber,
        requester: 'amr',
        letterNumber: '乌中市监协〔2026〕1号',
        title: '协查',
        items: [{ kind: 'inquiry', text: '询问' }],
        legalBasis: '反不正当竞争法第十六条',
        approver: { person: 'a-1', role: 'agency-head' },
        addressee: 'psb',
        targetName: '某某有限公司甲'
      }
    })
    const key = letter.subject
    const message = {
      subject: eventSubject(letter.type, key),
      id: letter.id,
      key,
      body: Buffer.from(JSON.stringify(letter))
    }
    await bus.stream('JOINT_INVESTIGATION').publish(0, [message])
    await until(() => timeline.status().cursor === 1)
    const handler = await officer('tax', 't-1', 'handler')
    const leader = await officer('tax', 't-9', 'agency-leader')
    const own = await officer('tax', 't-3', 'handler', 'agency-leader')
    const foreign = await officer('psb', 'p-9', 'agency-leader')
    const asked = await handler.post(asking, { event: letter.id, fields: ['targetName'], reason })
    t.match(asked.body, { status: 'requested', events: [{ type: 'record.unmask-requested.v1' }] })
    const path = `/v1/unmaskings/${asked.body.id}`
    t.notOk((await handler.get(path)).body.values)
    t.equal((await handler.post(`${path}/approve`)).status, 403, 'a handler does not approve')
    t.match(await foreign.post(`${path}/approve`), { status: 404, body: { code: 'unmasking.unknown' } })
    t.match((await leader.get('/v1/unmaskings?status=requested')).body.items, [{ id: asked.body.id, reason }])
    t.match((await leader.post(`${path}/approve`)).body, {
      status: 'granted',
      events: [{ type: 'record.unmasked.v1' }]
    })
    t.match((await handler.get(path)).body, { values: { targetName: '某某有限公司甲' }, approver: 't-9' })
    t.notOk((await leader.get(path)).body.values, 'who approves sees nothing')

    const alone = await own.post(asking, { event: letter.id, fields: ['targetName'], reason })
    const approving = await own.post(`/v1/unmaskings/${alone.body.id}/approve`)
    t.match(approving, { status: 409, body: { code: 'unmasking.same-person' } })
    const refused = await leader.post(`/v1/unmaskings/${alone.body.id}/refuse`, { reason: '无必要' })
    t.match(refused.body, { status: 'refused', events: [{ type: 'record.unmask-refused.v1' }] })
    t.notOk((await own.get(`/v1/unmaskings/${alone.body.id}`)).body.values)
  })
  t.equal((await admin.get('/v1/unmaskings')).status, 403)
})
