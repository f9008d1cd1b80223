import { randomUUIDv7 } from 'node:crypto'
import { type AudienceEntry, createEnvelope, eventSubject } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { views } from '../views.ts'

const reason = '工作需要'

t.test('the case register', async (t) => {
  let clock = Date.parse('2026-06-01T01:00:00Z')
  const tick = () => {
    clock += 1000
    return new Date(clock).toISOString()
  }
  const service = await testService(t, { now: tick })
  const { join, bus, timeline, app } = service
  const amr = await join('amr')
  const psb = await join('psb', 'agency-system', { core: true })
  const court = await join('court', 'agency-system', { core: true })
  const tax = await join('tax')
  const opened = await psb.post('/v1/cases', { title: '侵犯技术秘密', by: { person: 'p-7', role: 'handler' } })
  const number: string = opened.body.id
  const path = `/v1/cases/${number}`

  await t.test('is opened by the office or a core agency, under the next number', async (t) => {
    t.equal(opened.status, 201)
    t.equal(number, '150824-2026-000001')
    t.equal(opened.headers.location, path)
    t.match(opened.body, { version: 1, status: 'open', events: [{ type: 'case.opened.v1' }] })
    t.match(await tax.post('/v1/cases', { title: '一' }), { status: 409, body: { code: 'case.opener' } })
    t.match(await service.admin.post('/v1/cases', { title: '一' }), { status: 403 }, 'administrators see no cases')
    t.match(await psb.post('/v1/cases', { title: '一', agency: 'amr' }), {
      status: 400,
      body: { code: 'request.invalid' }
    })
    t.equal((await amr.post('/v1/cases', { title: '二' })).body.id, '150824-2026-000002', 'a refusal took no number')
  })

  await t.test('is known to its parties only: others cannot tell it from none', async (t) => {
    t.match(await amr.get(path), { status: 200, body: { title: '侵犯技术秘密', openedBy: 'psb' } })
    const [hidden, missing] = [await tax.get(path), await tax.get('/v1/cases/150824-2026-000099')]
    t.equal(hidden.status, 404)
    t.same({ ...hidden.body, instance: '' }, { ...missing.body, instance: '' })
    for (const [verb, body] of [
      ['link-number', { linked: 'A-1' }],
      ['add-party', { agency: 'court', history: true, reason }],
      ['close', { reason }]
    ] as const) {
      const one = await tax.post(`${path}/${verb}`, body, { 'if-match': '"9"' })
      const other = await tax.post(`/v1/cases/150824-2026-000099/${verb}`, body, { 'if-match': '"9"' })
      t.equal(one.status, 404)
      t.same({ ...one.body, instance: '' }, { ...other.body, instance: '' }, verb)
    }
    t.same((await tax.get('/v1/cases')).body, { items: [] })
  })

  await t.test("hangs the agencies' own numbers on its one number", async (t) => {
    const police = { linked: '乌中公(食药)立字〔2026〕1号', kind: 'police' }
    t.match(await psb.post(`${path}/link-number`, police), { status: 200, body: { version: 2 } })
    t.match(await psb.post(`${path}/link-number`, police), { status: 200, body: { version: 2, events: [] } })
    t.match(await psb.post(`${path}/link-number`, { linked: '(2026)内0824刑初01号', kind: 'court' }), {
      status: 400,
      body: { errors: [{ path: '/linked' }] }
    })
    const { body } = await amr.get(path)
    t.match(body.numbers, [{ agency: 'psb', kind: 'police', linked: police.linked }])
  })

  const assistance = async (reasonText: string, audience: AudienceEntry[]) => {
    const id = randomUUIDv7()
    const subject = `assistance/${id}`
    const envelope = createEnvelope({
      id: randomUUIDv7(),
      service: 'joint-investigation',
      type: 'assist.withdrawn.v1',
      subject,
      time: tick(),
      caseNumber: number,
      version: 1,
      actor: { agency: 'psb', person: 'p-7', role: 'handler' },
      marking: 'work',
      audience,
      correlationId: 'test',
      data: { reason: reasonText }
    })
    const stream = bus.stream('JOINT_INVESTIGATION')
    const { lastSequence } = await stream.describe()
    const message = { subject: eventSubject(envelope.type, number), id: envelope.id, key: number }
    await stream.publish(lastSequence, [{ ...message, body: Buffer.from(JSON.stringify(envelope)) }])
    await until(() => timeline.status().cursor === lastSequence + 1)
    return subject
  }

  await t.test('has one timeline across services, each entry for its audience only', async (t) => {
    const subject = await assistance('不再需要', [
      { agency: 'psb', ground: 'publisher' },
      { agency: 'tax', ground: 'addressee' }
    ])
    const subjects = (reply: { body: { timeline: { event: { subject: string } }[] } }) =>
      reply.body.timeline.map(({ event }) => event.subject)
    t.same(subjects(await psb.get(path)), [`case/${number}`, `case/${number}`, subject])
    t.same(subjects(await amr.get(path)), [`case/${number}`, `case/${number}`], 'the office was not written to')

    const addressed = await tax.get(path)
    t.match(addressed.body, { standing: 'recipient', timeline: [{ title: { zh: '撤回协查' } }] })
    t.equal(addressed.body.title, undefined)
    t.equal(addressed.body.parties, undefined)
    t.notMatch(JSON.stringify(addressed.body), /p-7|侵犯技术秘密/, 'no person, no title')

    await assistance('通报', [
      { agency: 'psb', ground: 'publisher' },
      { agency: 'science', ground: 'conference' }
    ])
    const science = await join('science')
    t.equal((await science.get(path)).status, 404, 'what all are told is no part in the case')
  })

  await t.test('may be widened, with or without the past', async (t) => {
    const body = { agency: 'court', history: true, reason }
    t.match(await psb.post(`${path}/add-party`, { ...body, agency: 'nobody' }), {
      status: 409,
      body: { code: 'agency.unknown' }
    })
    t.match(await amr.post(`${path}/add-party`, body), {
      status: 200,
      body: { events: [{ type: 'case.party-added.v1' }] }
    })
    t.match(await amr.post(`${path}/add-party`, body), { status: 200, body: { events: [] } })
    const types = (reply: { body: { timeline: { event: { type: string } }[] } }) =>
      reply.body.timeline.map(({ event }) => event.type)
    t.same(
      types(await court.get(path)),
      ['case.opened.v1', 'case.number-linked.v1', 'case.party-added.v1'],
      'the past, as far as the office that let it in could see'
    )
    await psb.post(`${path}/add-party`, { agency: 'tax', history: false, reason })
    t.same(types(await tax.get(path)), ['assist.withdrawn.v1', 'case.party-added.v1'])
    t.match((await tax.get('/v1/cases')).body.items, [{ number, status: 'open' }])
  })

  await t.test('is read in pages that lose and repeat nothing', async (t) => {
    const whole = (await psb.get(path)).body.timeline.map((one: { event: { id: string } }) => one.event.id)
    const paged: string[] = []
    let url: string | undefined = `${path}?limit=2`
    for (let pages = 0; url && pages < 10; pages += 1) {
      const { body, headers } = await psb.get(url)
      paged.push(...body.timeline.map((one: { event: { id: string } }) => one.event.id))
      url = /^<(.+)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1]
      t.equal(url !== undefined, body.next !== undefined)
    }
    t.same(paged, whole)
    t.match(await psb.get(`${path}?after=abc`), { status: 400, body: { code: 'cursor.invalid' } })
    for (let n = 0; n < 3; n += 1) await amr.post('/v1/cases', { title: `第${n}案` })
    const first = await amr.get('/v1/cases?limit=3')
    const second = await amr.get(String(/^<(.+)>/.exec(String(first.headers.link))?.[1]))
    const numbers = [...first.body.items, ...second.body.items].map((one: { number: string }) => one.number)
    t.same(
      numbers,
      [5, 4, 3, 2, 1].map((n) => `150824-2026-00000${n}`)
    )
  })

  await t.test('is closed by its opener or the office, and stays closed', async (t) => {
    t.match(await court.post(`${path}/close`, { reason }), { status: 409, body: { code: 'case.closer' } })
    t.match(await psb.post(`${path}/close`, { reason }, { 'if-match': '"1"' }), { status: 412 })
    t.match(await amr.post(`${path}/close`, { reason }), { status: 200, body: { status: 'closed' } })
    t.match(await psb.post(`${path}/link-number`, { linked: 'A-9' }), { status: 409, body: { code: 'case.closed' } })
    t.match((await amr.get('/v1/cases?status=closed')).body.items, [{ number, status: 'closed', closedAt: /\+08:00$/ }])
  })

  await t.test('nothing is open without a token', async (t) => {
    for (const url of ['/v1/cases', path]) t.equal((await app.inject({ method: 'GET', url })).statusCode, 401)
  })

  await t.test('its rows follow from its events alone', async (t) => {
    const { direct: store } = service
    const snapshot = async () => ({
      cases: await store.db.selectFrom('cases').selectAll().orderBy('number').execute(),
      parties: await store.db.selectFrom('case_parties').selectAll().orderBy('case_number').orderBy('agency').execute(),
      numbers: await store.db.selectFrom('case_numbers').selectAll().orderBy('linked').execute(),
      timeline: await store.db.selectFrom('case_timeline').selectAll().orderBy('stream_id').orderBy('version').execute()
    })
    const before = await snapshot()
    const events = await store.db.selectFrom('events').select('body').orderBy('stream_id').orderBy('version').execute()
    await store.pool.query('truncate cases, case_parties, case_numbers')
    await store.pool.query("delete from case_timeline where stream_id not like 'assistance/%'")
    await store.transaction(async (tx) => {
      for (const { body } of [...events, ...events]) {
        for (const view of views) await view.apply(tx.db, JSON.parse(body.toString()))
      }
    })
    t.same(await snapshot(), before, 'dropped and rebuilt, stream by stream and twice over')
  })
})
