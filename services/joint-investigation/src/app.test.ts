import type { Envelope } from '@wuhu/contracts'
import t from 'tap'
import { testService } from './app.test-setup.ts'
import { approverStands } from './commands/approver.ts'

const number = '150824-2026-000001'
const dueAt = '2026-06-15T18:00:00+08:00'
const letter = {
  caseNumber: number,
  addressee: 'psb',
  letterNumber: '乌中市监协〔2026〕1号',
  title: '核实离职人员去向',
  items: [{ kind: 'inquiry', text: '询问离职人员王某' }],
  legalBasis: '行政处罚法第二十六条',
  approver: { person: 'p-001', role: 'agency-leader' },
  targetName: '某某生物科技有限公司',
  secretPoints: [{ number: '密点-1', custodian: '权利人档案室' }]
}
const reply = { letterNumber: '乌中公协复〔2026〕1号', text: '经查，王某已到竞争企业任职', policeStatus: 'accepted' }

t.test('a request travels from the letter to its filing', async (t) => {
  const service = await testService(t)
  const [amr, psb, court] = [await service.join('amr'), await service.join('psb'), await service.join('court')]
  await service.openCase(number, 'amr')

  const sent = await amr.post('/v1/assistances', { ...letter, by: { person: 'p-007', role: 'handler' } })
  t.equal(sent.status, 201, JSON.stringify(sent.body))
  t.match(sent.body, { version: 1, status: 'sent', caseNumber: number, events: [{ type: 'assist.requested.v1' }] })
  const path = `/v1/assistances/${sent.body.id}`
  t.equal(sent.headers.location, path)
  t.equal(sent.headers.etag, '"1"')

  t.match(await psb.post(`${path}/accept`, { dueAt }), { status: 409, body: { code: 'assistance.not-received' } })
  t.match(await psb.post(`${path}/receive`), { status: 200, body: { status: 'received', version: 2 } })
  t.match(await psb.post(`${path}/receive`), { status: 200, body: { version: 2, events: [] } }, 'repeating is harmless')
  t.match(await psb.post(`${path}/accept`, { dueAt }), { status: 200, body: { status: 'accepted' } })
  const extension = {
    dueAt: '2026-06-20T18:00:00+08:00',
    reason: '材料在外地',
    approver: { person: 'p-101', role: 'agency-leader' }
  }
  t.match(await psb.post(`${path}/extend`, extension), { status: 200, body: { status: 'accepted', version: 4 } })
  t.match(await psb.post(`${path}/reply`, reply), { status: 200, body: { status: 'replied' } })
  t.match(await amr.post(`${path}/request-supplement`, { what: '补充笔录' }), {
    status: 200,
    body: { status: 'supplement-requested' }
  })
  t.match(await psb.post(`${path}/reply`, { ...reply, letterNumber: '乌中公协复〔2026〕2号', text: '补充笔录两份' }), {
    status: 200
  })
  t.match(await amr.post(`${path}/withdraw`, { reason: '不再需要' }), {
    status: 409,
    body: { code: 'assistance.already-replied' }
  })
  t.match(await amr.post(`${path}/confirm`), { status: 200, body: { status: 'confirmed' } })
  t.match(await amr.post(`${path}/close`, { note: '归档' }), { status: 200, body: { status: 'closed', version: 9 } })

  const asRequester = await amr.get(path)
  t.match(asRequester, {
    status: 200,
    headers: { etag: '"9"' },
    body: { rounds: 2, extended: true, letter: { targetName: letter.targetName } }
  })
  t.strictSame(asRequester.body.letter.secretPoints, letter.secretPoints)
  const replies = asRequester.body.history.filter(
    ({ event }: { event: Envelope }) => event.type === 'assist.replied.v1'
  )
  t.match(replies, [{ event: { data: { round: 1, policeStatus: 'accepted' } } }, { event: { data: { round: 2 } } }])
  const asAddressee = await psb.get(path)
  t.equal(asAddressee.body.history.length, 9)
  t.equal(asAddressee.body.history[0].event.actor, 'amr', 'whoever is written to learns the agency, not the officer')
  t.equal(asRequester.body.history[0].event.actor, 'amr/p-007/handler')

  t.strictSame(await court.get(path).then(({ status, body }) => [status, body.code]), [404, 'assistance.unknown'])
  t.strictSame((await court.get('/v1/assistances')).body, { items: [] })
})

t.test('strangers cannot tell an assistance from none', async (t) => {
  const service = await testService(t)
  const [amr, , court] = [await service.join('amr'), await service.join('psb'), await service.join('court')]
  await service.openCase(number, 'amr')
  const { id } = (await amr.post('/v1/assistances', letter)).body
  const none = '0198c0de-0000-7000-8000-000000000000'
  const steps: [string, object][] = [
    ['receive', {}],
    ['accept', { dueAt }],
    ['refuse', { reason: '理由' }],
    ['forward', { to: 'nobody', reason: '理由' }],
    ['extend', { dueAt, reason: '理由', approver: { person: 'p', role: 'liaison' } }],
    ['reply', reply],
    ['request-supplement', { what: '笔录' }],
    ['confirm', {}],
    ['withdraw', { reason: '理由' }],
    ['close', {}]
  ]
  for (const [step, body] of steps) {
    for (const headers of [{}, { 'if-match': '"1"' }, { 'if-match': '"7"' }]) {
      const real = await court.post(`/v1/assistances/${id}/${step}`, body, headers)
      const unreal = await court.post(`/v1/assistances/${none}/${step}`, body, headers)
      t.equal(real.status, 404, step)
      const { instance: _, ...seen } = real.body
      const { instance: __, ...known } = unreal.body
      t.strictSame(seen, known, step)
    }
  }
  t.match(await amr.post(`/v1/assistances/${id}/withdraw`, { reason: '理由' }, { 'if-match': '"7"' }), { status: 412 })
  t.match(await amr.post(`/v1/assistances/${id}/withdraw`, { reason: '理由' }, { 'if-match': '"1"' }), { status: 200 })
})

t.test('a request needs a case of its own, a registered addressee and the right approval', async (t) => {
  const service = await testService(t)
  const [amr, psb] = [await service.join('amr'), await service.join('psb')]
  await service.openCase(number, 'amr')
  const refused = async (who: typeof amr, change: object, status: number, code: string) => {
    const answer = await who.post('/v1/assistances', { ...letter, ...change })
    t.match(answer, { status, body: { code } }, JSON.stringify(answer.body))
  }
  await refused(amr, { caseNumber: '150824-2026-000002' }, 409, 'case.unknown')
  await refused(psb, { addressee: 'amr' }, 409, 'case.unknown')
  await refused(amr, { addressee: 'nobody' }, 409, 'agency.unknown')
  await refused(amr, { addressee: 'amr' }, 409, 'assistance.own-addressee')
  await refused(amr, { items: [{ kind: 'bank-account', text: '账户流水' }] }, 409, 'assistance.approval-level')
  await refused(amr, { approver: { person: 'p', role: 'liaison' } }, 409, 'assistance.approver-role')
  await refused(amr, { letterNumber: '乌中协[2026]01号' }, 400, 'request.invalid')
  await refused(amr, { requester: 'psb' }, 400, 'request.invalid')
  await refused(amr, { items: [] }, 400, 'request.invalid')
  await refused(amr, { legalBasis: '  ' }, 400, 'request.invalid')
  const seizure = {
    items: [{ kind: 'seizure', text: '查封服务器一台' }],
    approver: { person: 'p-900', role: 'agency-head', level: 'city', organ: '巴彦淖尔市市场监督管理局' }
  }
  const { organ: _, ...nameless } = seizure.approver
  await refused(amr, { ...seizure, approver: nameless }, 409, 'assistance.approver-organ')
  const numbered = (n: number) => ({ letterNumber: `乌中市监协〔2026〕${n}号` })
  const sends = async (n: number, change: object) => {
    const answer = await amr.post('/v1/assistances', { ...letter, ...numbered(n), ...change })
    t.equal(answer.status, 201, JSON.stringify(answer.body))
  }
  await sends(1, seizure)

  let granted = 0
  const grant = async (agency: string, person: string, role: 'handler' | 'agency-head', validUntil?: string) => {
    granted += 1
    const data = { agency, person, role, ...(validUntil !== undefined && { validUntil }) }
    await service.publish(`officer/${agency}-${person}`, granted, { type: 'officer.role-granted.v1', data })
    await service.applied()
  }
  await grant('amr', 'p-001', 'handler')
  await refused(amr, {}, 409, 'assistance.approver-unknown')
  await sends(2, { approver: { person: 'p-002', role: 'agency-leader' } })
  const signedIn = { agency: 'amr', person: 'p-001' }
  const unlisted = { person: 'p-002', role: 'agency-leader' }
  const at = '2026-06-01T09:00:00+08:00'
  t.notOk(await approverStands(service.store, signedIn, unlisted, at), 'a signed-in officer vouches for nobody')
  await service.join('city-amr', 'agency-system', { name: seizure.approver.organ })
  await sends(3, seizure)
  await grant('city-amr', 'p-900', 'agency-head', at)
  await refused(amr, seizure, 409, 'assistance.approver-unknown')
  await refused(
    amr,
    { ...seizure, approver: { ...seizure.approver, person: 'p-901' } },
    409,
    'assistance.approver-unknown'
  )
  await grant('city-amr', 'p-900', 'agency-head')
  await sends(4, seizure)
  await service.publish(`case/${number}`, 2, {
    type: 'case.party-added.v1',
    data: { number, agency: 'psb', history: false }
  })
  await service.applied()
  const own = { ...letter, letterNumber: '乌中公协〔2026〕1号', addressee: 'amr' }
  t.equal((await psb.post('/v1/assistances', own)).status, 201, 'a party may ask')
  await service.publish(`case/${number}`, 3, { type: 'case.closed.v1', data: { number, reason: '办结' } })
  await service.applied()
  await refused(amr, {}, 409, 'case.closed')
})

t.test('a case opened a moment ago is waited for', async (t) => {
  const service = await testService(t, { caseWait: 5_000 })
  const amr = await service.join('amr')
  await service.join('psb')
  const asked = amr.post('/v1/assistances', letter)
  await service.openCase(number, 'amr')
  t.equal((await asked).status, 201)
})
