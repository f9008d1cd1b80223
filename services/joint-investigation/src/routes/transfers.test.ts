import type { Envelope } from '@wuhu/contracts'
import t from 'tap'
import { by, number, report, secret, sending, suspicion, transferService } from './transfers.fixture.ts'

const typesOf = (history: readonly { event: Envelope }[]) => history.map(({ event }) => event.type.split('.')[1])

t.test('accepted: from suspicion to court, with each agency knowing its part', async (t) => {
  const { tax, psb, procuratorate, amr, court, steps, sent } = await transferService(t)
  const id = await sent()
  const path = `/v1/transfers/${id}`
  t.match((await tax.get(path)).body, {
    status: 'sent',
    next: { agency: 'psb', title: { zh: '签收移送书回执' }, rules: ['B4'] },
    police: 'psb',
    missed: []
  })
  const end = await steps(id, [
    [psb, 'receipt', { receiptNumber: '乌中公回〔2026〕1号' }],
    [psb, 'request-supplement', { what: '物品清单' }],
    [tax, 'supplement', { text: '附后' }],
    [psb, 'accept', { policeStatusOn: '2026-06-02' }],
    [psb, 'extend-filing', { ...by.chief, reason: '案情复杂' }],
    [psb, 'file', { ...by.chief, documentNumber: '乌中公(经)立字〔2026〕1号' }],
    [tax, 'hand-over-exhibits', { exhibits: sending.exhibits }],
    [procuratorate, 'press', { documentNumber: '乌中检催〔2026〕1号' }],
    [psb, 'send-for-prosecution', by.chief],
    [procuratorate, 'prosecute', by.prosecutor],
    [procuratorate, 'close', {}]
  ])
  t.equal(end, 'closed')

  const asSender = await tax.get(path)
  t.match(asSender, { status: 200, headers: { etag: '"16"' }, body: { extended: true, handedOver: true } })
  t.equal(asSender.body.history.length, 16)
  t.equal(asSender.body.next, undefined, 'nothing follows')
  t.ok(asSender.body.thresholds.every((one: { confidence: string }) => one.confidence === 'to verify'))
  const filed = asSender.body.history.find(({ event }: { event: Envelope }) => event.type === 'transfer.filed.v1')
  t.match(filed.event.data, { policeStatus: 'filed', documentNumber: '乌中公(经)立字〔2026〕1号' })

  const asPolice = (await psb.get(path)).body
  t.equal(typesOf(asPolice.history)[0], 'sent', 'what went on before it was sent stays with the sender')
  t.match(asPolice.history[0].event.data, { facts: sending.facts, suspects: sending.suspects })

  const asProcuratorate = (await procuratorate.get(path)).body
  t.equal(asProcuratorate.history.length, 16)
  const copy = asProcuratorate.history.find(({ event }: { event: Envelope }) => event.type === 'transfer.sent.v1').event
  t.match(copy.data, { facts: sending.facts, exhibits: sending.exhibits, documents: sending.documents })
  t.notMatch(JSON.stringify(copy), /某某科技有限公司/, 'the copy by law shows masks')
  const reported = asProcuratorate.history.find(
    ({ event }: { event: Envelope }) => event.type === 'transfer.reported.v1'
  )
  t.strictSame(reported.event.data, {}, 'that the team reported, and not what')

  const asOffice = (await amr.get(path)).body
  t.equal(asOffice.history.length, 16)
  t.notMatch(
    JSON.stringify(asOffice),
    new RegExp(`${secret}|乌中公|乌中税|某某科技|t-9|policeStatus"`),
    'open fields only'
  )
  t.match(await amr.post(`${path}/close`), { status: 409, body: { code: 'transfer.not-involved' } })
  t.strictSame(await court.get(path).then(({ status, body }) => [status, body.code]), [404, 'transfer.unknown'])
  t.strictSame((await court.get('/v1/transfers')).body, { items: [] })
})

t.test('refused, reconsidered, supervised, filing ordered', async (t) => {
  const { tax, psb, procuratorate, steps, notFiled } = await transferService(t)
  const id = await notFiled()
  const end = await steps(id, [
    [tax, 'request-reconsideration', { grounds: '有合理嫌疑' }],
    [psb, 'reconsider', { ...by.chief, outcome: 'upheld', reason: '维持' }],
    [tax, 'request-supervision', { grounds: `应当立案 ${secret}` }],
    [procuratorate, 'require-explanation', { ...by.prosecutor, documentNumber: '乌中检说〔2026〕1号' }],
    [psb, 'explain', { reasons: `证据不足 ${secret}-2` }],
    [procuratorate, 'order-filing', { ...by.prosecutor, documentNumber: '乌中检通立〔2026〕1号' }],
    [psb, 'file', { ...by.chief, documentNumber: '乌中公(经)立字〔2026〕2号' }]
  ])
  t.equal(end, 'filed')
  const asPolice = JSON.stringify((await psb.get(`/v1/transfers/${id}`)).body)
  t.notMatch(asPolice, new RegExp(`应当立案 ${secret}`), 'what the sender told the procuratorate is between them')
  const asSender = JSON.stringify((await tax.get(`/v1/transfers/${id}`)).body)
  t.notMatch(asSender, new RegExp(`${secret}-2`), 'and what the police explained to it')
  t.match(asSender, /乌中检通立/)
})

t.test('reasons upheld: the case goes back to administration', async (t) => {
  const { tax, psb, procuratorate, steps, notFiled } = await transferService(t)
  const id = await notFiled()
  t.equal(
    await steps(id, [
      [tax, 'request-supervision', { grounds: '应当立案' }],
      [procuratorate, 'require-explanation', { ...by.prosecutor, documentNumber: '乌中检说〔2026〕1号' }],
      [psb, 'explain', { reasons: '证据不足' }],
      [procuratorate, 'uphold-reasons', by.prosecutor],
      [tax, 'return-to-administration'],
      [tax, 'close']
    ]),
    'closed'
  )
})

t.test('reverse transfer: from the police, and from the procuratorate’s own case', async (t) => {
  const { tax, psb, procuratorate, court, steps, sent, openCase } = await transferService(t)
  const id = await sent()
  const answered = await steps(id, [
    [psb, 'receipt'],
    [psb, 'accept'],
    [psb, 'file', { ...by.chief, documentNumber: '乌中公(经)立字〔2026〕1号' }],
    [
      procuratorate,
      'not-prosecute',
      { ...by.prosecutor, kind: 'discretionary', documentNumber: '乌中检不诉〔2026〕1号' }
    ],
    [procuratorate, 'accept-reverse'],
    [procuratorate, 'give-opinion', { ...by.prosecutor, documentNumber: '乌中检行意〔2026〕1号', opinion: '建议处罚' }],
    [tax, 'answer-opinion', { outcome: 'penalty', text: '已处罚', documentNumber: '乌中税函〔2026〕1号' }]
  ])
  t.equal(answered, 'opinion-answered')

  const own = '150824-2026-000002'
  await openCase(own, 'procuratorate')
  const decision = { caseNumber: own, kind: 'statutory', documentNumber: '乌中检不诉〔2026〕2号', ...by.prosecutor }
  t.match(await tax.post('/v1/transfers/reverse', decision), { status: 409, body: { code: 'case.unknown' } })
  const begun = await procuratorate.post('/v1/transfers/reverse', decision)
  t.match(begun, { status: 201, body: { status: 'not-prosecuted', caseNumber: own } })
  const path = `/v1/transfers/${begun.body.id}`
  t.equal((await tax.get(path)).status, 404, 'nobody was named yet')
  await steps(begun.body.id, [[procuratorate, 'accept-reverse']])
  const opinion = { ...by.prosecutor, documentNumber: '乌中检行意〔2026〕2号', opinion: '建议处罚' }
  t.match(await procuratorate.post(`${path}/give-opinion`, opinion), { body: { code: 'transfer.opinion-addressee' } })
  t.match(await procuratorate.post(`${path}/give-opinion`, { ...opinion, to: 'court' }), {
    body: { code: 'transfer.not-administrative' }
  })
  await steps(begun.body.id, [[procuratorate, 'give-opinion', { ...opinion, to: 'tax' }]])
  t.match((await tax.get(path)).body, { next: { agency: 'tax', rules: ['B19'] }, sender: 'tax' })
  t.equal((await court.get(path)).status, 404)
})

t.test('only the head decides, and only police get a transfer', async (t) => {
  const { tax, steps } = await transferService(t)
  const { id } = (await tax.post('/v1/transfers', suspicion)).body
  const path = `/v1/transfers/${id}`
  for (const members of [['t-1'], ['t-1', 't-1']]) {
    t.match(await tax.post(`${path}/form-team`, { members }), { body: { code: 'transfer.team-too-small' } })
  }
  await steps(id, [
    [tax, 'form-team', { members: ['t-1', 't-2'] }],
    [tax, 'report', report]
  ])
  for (const body of [
    {},
    { by: { person: 't-5', role: 'agency-leader' } },
    { by: { person: 't-1', role: 'handler' } }
  ]) {
    t.match(await tax.post(`${path}/approve`, body), { status: 409, body: { code: 'transfer.head-only' } })
  }
  await steps(id, [[tax, 'approve', by.head]])
  t.match(await tax.post(`${path}/send`, { ...sending, to: 'court' }), { body: { code: 'transfer.not-to-police' } })
  t.match(await tax.post(`${path}/send`, { ...sending, to: 'nobody' }), { body: { code: 'transfer.not-to-police' } })
  const { documents } = sending
  const bare = { ...sending, documents: { ...documents, appraisals: [] } }
  t.match(await tax.post(`${path}/send`, bare), { status: 409, body: { code: 'transfer.appraisal-unexplained' } })
  const { exhibitList: _, ...three } = documents
  t.equal((await tax.post(`${path}/send`, { ...sending, documents: three })).status, 400, 'the list of exhibits is due')
})

t.test('a transfer needs a case of its own, and an agency that transfers', async (t) => {
  const { tax, psb, procuratorate, openCase } = await transferService(t)
  t.match(await tax.post('/v1/transfers', { ...suspicion, caseNumber: '150824-2026-000009' }), {
    status: 409,
    body: { code: 'case.unknown' }
  })
  await openCase('150824-2026-000003', 'psb')
  const theirs = { ...suspicion, caseNumber: '150824-2026-000003' }
  t.match(await psb.post('/v1/transfers', theirs), { body: { code: 'transfer.not-administrative' } })
  t.match(await tax.post('/v1/transfers', { ...suspicion, procuratorate: 'court' }), {
    body: { code: 'transfer.not-procuratorate' }
  })
  t.match(await tax.post('/v1/transfers', { ...suspicion, procuratorate: 'procuratorate', amountYuan: 1 }), {
    status: 201
  })
  t.equal((await procuratorate.get(`/v1/transfers?role=procuratorate&caseNumber=${number}`)).body.items.length, 1)
})

t.test('rerouted police read the papers and sign anew; those who sent it on follow without content', async (t) => {
  const { tax, psb, railway, court, steps, sent } = await transferService(t)
  const id = await sent()
  await steps(id, [
    [psb, 'receipt'],
    [psb, 'reroute', { to: 'railway-psb', reason: '属铁路公安管辖' }],
    [railway, 'receipt'],
    [railway, 'accept', { documentNumber: '呼铁公受〔2026〕7号' }]
  ])
  const path = `/v1/transfers/${id}`
  t.match((await railway.get(path)).body.history[0].event, {
    type: 'transfer.rerouted.v1',
    data: { facts: sending.facts }
  })
  t.notMatch(JSON.stringify((await psb.get(path)).body), /呼铁公受/)
  t.match(JSON.stringify((await tax.get(path)).body), /呼铁公受/)
  t.equal((await court.get(path)).status, 404)
})

t.test('police who got a penalty in copy see what was then, and follow nothing after it', async (t) => {
  const { tax, psb, procuratorate, steps } = await transferService(t)
  const { id } = (await tax.post('/v1/transfers', suspicion)).body
  const path = `/v1/transfers/${id}`
  await steps(id, [
    [tax, 'form-team', { members: ['t-1', 't-2'] }],
    [tax, 'copy-penalty', { documentNumber: '乌中税罚〔2026〕1号' }]
  ])
  const [detail, list] = [(await psb.get(path)).body, (await psb.get('/v1/transfers')).body]
  t.match(detail, { status: 'team-formed', version: 3, history: [{ event: { type: 'transfer.penalty-copied.v1' } }] })
  t.match(list.items, [{ id, status: 'team-formed', version: 3 }])
  await steps(id, [
    [tax, 'report', report],
    [tax, 'refuse', { ...by.head, reasons: '事实不清' }]
  ])
  t.strictSame((await psb.get(path)).body, detail)
  t.strictSame((await psb.get('/v1/transfers')).body, list)
  t.strictSame((await psb.get('/v1/transfers?status=refused')).body.items, [])
  for (const headers of [{}, { 'if-match': '"3"' }, { 'if-match': '"5"' }]) {
    t.match(await psb.post(`${path}/receipt`, {}, headers), { status: 409, body: { code: 'transfer.not-involved' } })
  }
  t.match((await procuratorate.get(path)).body, { status: 'refused', version: 5 }, 'the procuratorate follows by law')
  await steps(id, [
    [tax, 'report', { ...report, summary: '补充核实' }],
    [tax, 'approve', by.head],
    [tax, 'send', sending]
  ])
  t.match((await psb.get(path)).body, { status: 'sent', version: 8 }, 'until it is sent to them')
})

t.test('lists by part, status and case, page by page', async (t) => {
  const { tax, psb, amr, sent, steps, clock } = await transferService(t)
  const ids: string[] = []
  for (const minute of [0, 1, 2]) {
    clock(`2026-06-01T09:0${minute}:00.000+08:00`)
    ids.unshift(await sent())
  }
  await steps(ids[2] ?? '', [[psb, 'receipt']])
  const list = async (who: typeof tax, query: string) =>
    (await who.get(`/v1/transfers${query}`)).body.items.map(({ id }: { id: string }) => ids.indexOf(id))
  t.strictSame(await list(tax, ''), [0, 1, 2])
  t.strictSame(await list(psb, '?role=police&status=receipted'), [2])
  t.strictSame(await list(psb, '?role=sender'), [])
  t.strictSame(await list(amr, '?role=sender'), [])
  t.strictSame(await list(amr, ''), [0, 1, 2], 'the office sees where each stands')
  t.strictSame(await list(tax, '?caseNumber=150824-2026-000002'), [])
  const first = await tax.get('/v1/transfers?limit=2')
  const [, next = ''] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? []
  const second = await tax.get(next)
  t.strictSame(
    second.body.items.map(({ id }: { id: string }) => id),
    [ids[2]]
  )
  t.equal(second.headers.link, undefined)
  t.match(await tax.get('/v1/transfers?after=abc'), { status: 400, body: { code: 'cursor.invalid' } })
})

t.test('strangers cannot tell a transfer from none, whatever they try', async (t) => {
  const { court, sent, direct } = await transferService(t)
  const id = await sent()
  const none = '0198c0de-0000-7000-8000-000000000000'
  const steps: [string, object][] = [
    ['receipt', {}],
    ['accept', {}],
    ['reroute', { to: 'railway-psb', reason: '管辖' }],
    ['approve', by.head],
    ['close', {}],
    ['request-supervision', { grounds: '理由' }],
    ['press', { documentNumber: '乌中检催〔2026〕1号' }]
  ]
  for (const [step, body] of steps) {
    for (const headers of [{}, { 'if-match': '"1"' }, { 'if-match': '"5"' }]) {
      const [real, unreal] = [
        await court.post(`/v1/transfers/${id}/${step}`, body, headers),
        await court.post(`/v1/transfers/${none}/${step}`, body, headers)
      ]
      t.equal(real.status, 404, step)
      const { instance: _, ...seen } = real.body
      const { instance: __, ...known } = unreal.body
      t.strictSame(seen, known, step)
    }
  }
  const reads = await direct.db.selectFrom('reads').select('agency').where('agency', '=', 'court').execute()
  t.equal(reads.length, 0)
})
