import { randomUUIDv7 } from 'node:crypto'
import type { Envelope } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { testPromotion } from './promotion.test-setup.ts'

const caseNumber = '150824-2026-000001'
const reason = { reason: '逾期未反馈' }

t.test('a missed clock becomes a card that a person issues, and goes on to red, and is struck off', async (t) => {
  const { amr, psb, tax, court, clockEnded, settled, store } = await testPromotion(t)
  const { id } = await clockEnded('breached', { holder: 'psb', caseNumber })
  await settled()
  const path = `/v1/supervisions/${id}`
  t.match(await amr.get(path), {
    status: 200,
    body: {
      status: 'proposed',
      target: 'psb',
      rule: 'B4',
      kind: 'missed-clock',
      caseNumber,
      title: '公安签收回执（时限B4）逾期'
    }
  })
  t.equal((await psb.get(path)).status, 404, 'a target hears nothing of a proposal')
  t.strictSame((await psb.get('/v1/supervisions')).body, { items: [] })

  t.match(await amr.post(`${path}/issue`, { days: 10 }), { status: 409, body: { code: 'actor.role' } }, 'a person')
  t.match(await amr.post(`${path}/issue`, { days: 4 }, 'office-head'), {
    status: 409,
    body: { code: 'supervision.days' }
  })
  const wordy = await amr.post(`${path}/issue`, { days: 10, demand: '应当立案' }, 'office-head')
  t.match(wordy, { status: 409, body: { code: 'supervision.content' } }, 'never on what was decided')
  t.match(await amr.post(`${path}/issue`, { days: 10 }, 'office-head'), { status: 200, body: { status: 'issued' } })

  t.match(await psb.get(path), {
    status: 200,
    body: { status: 'issued', history: [{ event: { type: 'supervise.issued.v1' } }] }
  })
  t.equal((await psb.get(path)).body.history.length, 1)
  t.match((await psb.get('/v1/supervisions')).body.items, [{ id, status: 'issued' }])
  t.equal((await tax.get(path)).status, 404)
  t.equal((await court.post(`${path}/acknowledge`, {}, 'agency-head')).status, 404)
  t.match(await psb.post(`${path}/acknowledge`, {}, 'handler'), { status: 200, body: { status: 'acknowledged' } })

  t.match(await amr.post(`${path}/yellow-card`, reason, 'office-staff'), { body: { code: 'supervision.not-overdue' } })
  const ofCard = { holder: 'psb', rule: 'E1', of: `supervision/${id}`, stream: 'AUDIT' } as const
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString()
  const { deadline: missed } = await clockEnded('breached', { ...ofCard, at: inTenDays })
  await until(async () => (await psb.get(path)).body.overdue === true, { what: 'the card overdue' })
  t.match(await amr.post(`${path}/red-card`, reason, 'convener'), { body: { code: 'supervision.no-yellow' } })
  t.match(await amr.post(`${path}/yellow-card`, reason, 'office-staff'), { status: 200 })
  t.match(await amr.post(`${path}/red-card`, reason, 'office-head'), { status: 409, body: { code: 'actor.role' } })
  t.match(await psb.post(`${path}/red-card`, reason, 'convener'), { status: 409 }, 'a convener is of the office')
  t.match(await amr.post(`${path}/red-card`, reason, 'convener'), { status: 200 })
  t.match(await amr.post(`${path}/escalate`, reason, 'convener'), { status: 200 })
  t.match(await psb.get(path), { body: { card: 'red', escalated: true } })

  t.match(await psb.post(`${path}/report`, { text: '已签收回执' }, 'handler'), { body: { status: 'reported' } })
  const back = await amr.post(`${path}/reject`, { ...reason, days: 5 }, 'office-staff')
  t.match(back, { status: 200, body: { status: 'rejected' } })
  t.match(await amr.get(path), { body: { overdue: false } }, 'a new period')
  const before = { ...ofCard, at: new Date(Date.now() - 1_000).toISOString() }
  await clockEnded('breached', before)
  const { id: last } = await clockEnded('breached', { ...before, deadline: missed })
  const told = () => store.db.selectFrom('log').select('index').where('event_id', '=', last).execute()
  await until(async () => (await told()).length === 1, { what: 'the log to have it' })
  await settled()
  t.match(await amr.get(path), { body: { overdue: false, status: 'rejected' } }, 'which no clock of the old one ends')
  t.match(await psb.post(`${path}/report`, { text: '补充说明' }, 'handler'), { status: 200 })
  t.match(await amr.post(`${path}/accept`, {}, 'office-staff'), { body: { status: 'accepted' } })
  t.match(await amr.post(`${path}/close`, { documentNumber: '乌中市监督〔2026〕1号' }, 'office-staff'), {
    body: { code: 'document.word-of-another' }
  })
  t.match(await amr.post(`${path}/close`, {}, 'office-staff'), { body: { status: 'closed' } })
  t.match((await amr.get('/v1/supervisions?status=closed')).body.items, [{ id, card: 'red', escalated: true }])

  const rows = await store.db.selectFrom('events').select('body').where('stream_id', '=', `supervision/${id}`).execute()
  const types = rows.map(({ body }) => (JSON.parse(body.toString()) as Envelope).type)
  t.equal(types.filter((type) => type === 'supervise.proposed.v1').length, 1)
  t.match(await store.db.selectFrom('reads').select('case_number').where('agency', '=', 'psb').execute(), [
    { case_number: caseNumber }
  ])
})

t.test('proposals by themselves: once a clock, by letter to courts, not of every rule', async (t) => {
  const { amr, court, psb, clockEnded, settled, pool, publish, workers } = await testPromotion(t)
  const missed = await clockEnded('breached', { holder: 'psb' })
  const letter = await clockEnded('breached', { holder: 'court', rule: 'B20', of: `consultation/${randomUUIDv7()}` })
  const right = await clockEnded('breached', { holder: 'psb', rule: 'B9' })
  const elsewhere = await clockEnded('breached', { holder: 'tax', rule: 'A1', of: 'clue/1', stream: 'INFO_SHARING' })
  const own = await clockEnded('breached', { holder: 'psb', rule: 'E3', of: 'task/1', stream: 'AUDIT' })
  const draft = { holder: 'tax', rule: 'A1', of: 'clue/2', stream: 'INFO_SHARING', officeTold: false }
  const unseen = await clockEnded('breached', draft)
  await clockEnded('met', { holder: 'psb' })
  await settled()
  const { items } = (await amr.get('/v1/supervisions')).body
  const found = new Map(items.map((one: { id: string }) => [one.id, one]))
  t.strictSame([...found.keys()].sort(), [missed, letter, elsewhere, own].map(({ id }) => id).sort())
  t.equal((await amr.get(`/v1/supervisions/${right.id}`)).status, 404)
  t.equal((await amr.get(`/v1/supervisions/${unseen.id}`)).status, 404, 'a draft is not told of by a card')
  const byHand = { target: 'psb', subject: { kind: 'missed-clock', deadline: missed.deadline } }
  t.match(await amr.post('/v1/supervisions', byHand, 'office-head'), { body: { id: missed.id, events: [] } })
  t.match(await amr.get(`/v1/supervisions/${missed.id}`), { body: { version: 1 } }, 'one clock, one card')

  const path = `/v1/supervisions/${letter.id}`
  t.match(found.get(letter.id), { form: 'letter', target: 'court' })
  t.match(await amr.post(`${path}/issue`, { days: 10 }, 'office-head'), {
    body: { code: 'supervision.not-assessable' }
  })
  t.match(await amr.post(`${path}/send-letter`, { text: '商请尽快答复' }, 'office-head'), {
    body: { code: 'supervision.content' }
  })
  t.match(await amr.post(`${path}/send-letter`, {}, 'office-head'), { body: { status: 'letter-sent' } })
  t.match(await court.get(path), { status: 200, body: { history: [{ event: { type: 'supervise.letter-sent.v1' } }] } })
  t.match(await amr.post(`/v1/supervisions/${missed.id}/send-letter`, {}, 'office-head'), {
    body: { code: 'supervision.assessable' }
  })
  t.match(await amr.post(`/v1/supervisions/${own.id}/dismiss`, reason, 'office-head'), {
    body: { status: 'dismissed' }
  })
  t.equal((await psb.get(`/v1/supervisions/${own.id}`)).status, 404)

  // The directory falls behind: somebody else holds its lease.
  const lease = (set: string) => pool.query(`update audit.leases set ${set} where name = 'consume/directory'`)
  await lease(`epoch = epoch + 1, until = now() + interval '1 hour'`)
  const joint = workers.promoters.find((one) => one.status().stream === 'JOINT_INVESTIGATION')
  const data = { ...{ code: 'water', name: '水利局', office: false, core: false, assessable: true }, membership: [] }
  const audience = [{ agency: 'water', ground: 'publisher' as const }]
  await publish('INFO_SHARING', { type: 'agency.registered.v1', subject: 'agency/water', data, audience })
  const early = await clockEnded('breached', { holder: 'water' })
  await until(() => joint?.status().reason?.includes('the directory is not here yet'), { what: 'the consumer to wait' })
  t.equal((await amr.get(`/v1/supervisions/${early.id}`)).status, 404)
  await lease(`until = '-infinity'`)
  await until(async () => (await amr.get(`/v1/supervisions/${early.id}`)).status === 200, { what: 'its card' })
  t.match(await joint?.countParked(), { parked: 0 }, 'which nobody had to let through')
  await clockEnded('breached', { holder: 'nobody' })
  await until(async () => (await joint?.countParked())?.parked === 1, { what: 'whom the whole directory lacks' })
})

t.test('the office proposes by hand, on what may be supervised only', async (t) => {
  const { amr, psb, justice, clockEnded, settled } = await testPromotion(t)
  const missed = await clockEnded('breached', { holder: 'psb', rule: 'B9' })
  const words = { title: '档案不全', reason: '上季度自查报告未报送' }
  await settled()
  const propose = (change: object) => ({ target: 'psb', subject: { kind: 'rectification' }, ...words, ...change })
  const refused = async (who: typeof amr, body: object, role: 'office-head' | 'agency-head', code: string) => {
    const answer = await who.post('/v1/supervisions', body, role)
    t.match(answer, { status: 409, body: { code } }, JSON.stringify(answer.body))
  }
  await refused(psb, propose({}), 'agency-head', 'actor.office-only')
  await refused(amr, propose({ target: 'nobody' }), 'office-head', 'agency.unknown')
  await refused(
    amr,
    propose({ subject: { kind: 'rectification', of: 'transfer/1' } }),
    'office-head',
    'supervision.content'
  )
  await refused(amr, propose({ subject: { kind: 'enforcement' } }), 'office-head', 'supervision.justice-only')
  const clock = (deadline: string) => ({ target: 'psb', subject: { kind: 'missed-clock', deadline } })
  await refused(amr, clock(randomUUIDv7()), 'office-head', 'supervision.no-missed-clock')
  await refused(amr, clock(missed.deadline), 'office-head', 'supervision.rule-excluded')
  t.match(await amr.post('/v1/supervisions', propose({ issuer: 'tax' }), 'office-head'), { status: 400 })

  const made = await amr.post('/v1/supervisions', propose({}), 'office-staff')
  t.match(made, { status: 201, body: { status: 'proposed', events: [{ type: 'supervise.proposed.v1' }] } })
  const issue = { days: 5, demand: '补报' }
  t.match(await amr.post(`/v1/supervisions/${made.body.id}/issue`, issue, 'office-staff'), { status: 200 })
  t.match(await amr.post(`/v1/supervisions/${made.body.id}/cancel`, reason, 'office-staff'), {
    body: { status: 'cancelled' }
  })

  const enforcement = propose({ subject: { kind: 'enforcement' }, target: 'tax' })
  const own = await justice.post('/v1/supervisions', enforcement, 'agency-head')
  t.equal(own.status, 201, JSON.stringify(own.body))
  const document = 'enforcement-opinion'
  const decided = await justice.post(`/v1/supervisions/${own.body.id}/issue`, { ...issue, document }, 'agency-leader')
  t.match(decided, { status: 200, body: { status: 'issued' } })
  t.equal((await amr.get(`/v1/supervisions/${own.body.id}`)).status, 404, 'not the office’s')
})

t.test('strangers cannot tell a supervision from none, whatever version they guess', async (t) => {
  const { amr, tax } = await testPromotion(t)
  const body = { target: 'psb', subject: { kind: 'rectification' }, title: '标题', reason: '理由' }
  const { id } = (await amr.post('/v1/supervisions', body, 'office-head')).body
  const none = '0198c0de-0000-7000-8000-000000000000'
  const steps: [string, object][] = [
    ...(['dismiss', 'yellow-card', 'red-card', 'escalate', 'cancel'] as const).map((name): [string, object] => [
      name,
      reason
    ]),
    ...(['acknowledge', 'accept', 'close', 'send-letter'] as const).map((name): [string, object] => [name, {}]),
    ['issue', { days: 10 }],
    ['report', { text: '说明' }],
    ['reject', { ...reason, days: 10 }]
  ]
  for (const [step, body] of steps) {
    for (const headers of [{}, { 'if-match': '"1"' }, { 'if-match': '"7"' }]) {
      const real = await tax.post(`/v1/supervisions/${id}/${step}`, body, 'agency-head', headers)
      const unreal = await tax.post(`/v1/supervisions/${none}/${step}`, body, 'agency-head', headers)
      t.equal(real.status, 404, step)
      const { instance: _, ...seen } = real.body
      const { instance: __, ...known } = unreal.body
      t.strictSame(seen, known, step)
    }
  }
  const stale = { 'if-match': '"7"' }
  t.equal((await amr.post(`/v1/supervisions/${id}/dismiss`, reason, 'office-head', stale)).status, 412)
})

t.test('a marked text is refused, and only metadata leaves the service', async (t) => {
  const { amr, pool } = await testPromotion(t)
  const body = { target: 'psb', subject: { kind: 'rectification' }, title: '标题', reason: '雷达天线 绝密 ★ 长期' }
  t.match(await amr.post('/v1/supervisions', body, 'office-head'), {
    status: 422,
    body: { code: 'state-secret.suspected' }
  })
  const { rows } = await pool.query<{ body: Buffer }>('select body from audit.events')
  t.equal(rows.length, 1)
  const event = JSON.parse(rows[0]?.body.toString() ?? '')
  t.match(event, { type: 'supervise.quarantined.v1', subject: /^quarantine\//, audience: '', data: { agency: 'amr' } })
  t.notMatch(JSON.stringify(event), /雷达天线|绝密/)
  const without = await amr.post('/v1/supervisions', { ...body, reason: '理由' }, 'office-head', {
    'wuhu-attestation': ''
  })
  t.equal(without.body.code, 'attestation.invalid')
})
