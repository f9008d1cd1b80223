import t from 'tap'
import { testService } from '../app.test-setup.ts'

const number = '150824-2026-000001'
const { addressee: _, ...letter } = {
  addressee: 'psb',
  caseNumber: number,
  letterNumber: '乌中市监协〔2026〕1号',
  title: '核实产品流向',
  items: [{ kind: 'inquiry', text: '核实产品流向' }],
  legalBasis: '行政处罚法第二十六条',
  approver: { person: 'p-001', role: 'agency-leader' }
}
const external = { name: '乌拉特前旗市场监督管理局', region: '150823', system: 'market-regulation' }
const reply = (text: string) => ({ letterNumber: '乌中公协复〔2026〕1号', text })

t.test('one letter to several agencies: each answers for itself', async (t) => {
  const service = await testService(t)
  const [amr, psb, tax] = [await service.join('amr'), await service.join('psb'), await service.join('tax')]
  await service.openCase(number, 'amr')
  const no = async (body: object, status: number, code: string) => {
    const answer = await amr.post('/v1/assistances', { ...letter, ...body })
    t.match(answer, { status, body: { code } }, JSON.stringify(answer.body))
  }
  await no({}, 409, 'assistance.addressee-choice')
  await no({ addressee: 'psb', addressees: ['psb', 'tax'] }, 409, 'assistance.addressee-choice')
  await no({ addressee: 'psb', external }, 409, 'assistance.addressee-choice')
  await no({ addressees: ['psb'] }, 400, 'request.invalid')
  await no({ addressees: ['psb', 'nobody'] }, 409, 'agency.unknown')
  t.strictSame((await amr.get('/v1/assistances')).body.items, [], 'all or none')

  const sent = await amr.post('/v1/assistances', { ...letter, addressees: ['psb', 'tax'] })
  t.equal(sent.status, 201, JSON.stringify(sent.body))
  const { circular, assistances } = sent.body
  t.match(assistances, [
    { addressee: 'psb', status: 'sent', version: 1 },
    { addressee: 'tax', status: 'sent' }
  ])
  t.equal(sent.body.events.length, 2)
  const [toPsb, toTax] = assistances.map(({ id }: { id: string }) => `/v1/assistances/${id}`)
  await psb.post(`${toPsb}/receive`)
  t.match(await psb.post(`${toPsb}/accept`), { status: 200, body: { status: 'accepted' } }, 'no day need be promised')
  await psb.post(`${toPsb}/reply`, reply('甲'))

  const seen = (await amr.get(toTax)).body
  t.match(seen, { circular, status: 'sent', siblings: [{ addressee: 'psb', status: 'replied' }] })
  t.equal(seen.siblings.length, 1)
  t.equal((await tax.get(toTax)).body.siblings, undefined, 'an addressee does not learn who else was asked')
  t.equal((await tax.get(toPsb)).status, 404)
  t.strictSame((await amr.get(`/v1/assistances?circular=${circular}`)).body.items.length, 2)
})

t.test('a body outside the mechanism: the letter goes out, its reply comes in', async (t) => {
  const service = await testService(t)
  const [amr, psb] = [await service.join('amr'), await service.join('psb')]
  await service.openCase(number, 'amr', 'psb')
  const outward = { ...letter, letterNumber: '乌中市监外协〔2026〕1号', external }
  const sent = await amr.post('/v1/assistances', { ...outward, withinSystem: true })
  t.match(sent, { status: 201, body: { status: 'sent' } }, JSON.stringify(sent.body))
  const path = `/v1/assistances/${sent.body.id}`
  t.match((await amr.get(path)).body, { external: external.name, letter: { external, withinSystem: true } })
  t.match((await amr.get('/v1/assistances')).body.items, [{ external: external.name }])
  t.equal((await psb.get(path)).status, 404, 'a party to the case is not asked')

  const exported = await amr.get(`${path}/letter`)
  t.match(exported.body, {
    format: 'wuhu.assistance-letter.v1',
    letter: { letterNumber: outward.letterNumber, external },
    event: { type: 'assist.external-requested.v1', subject: `assistance/${sent.body.id}` }
  })
  t.type(exported.body.event.signature, 'string', 'signed, so that it can be checked outside')
  t.equal((await psb.get(`${path}/letter`)).status, 404)

  const paper = {
    outcome: 'answered',
    letterNumber: '乌前市监协复〔2026〕3号',
    repliedOn: '2026-06-01',
    text: '经查，未发现同类产品',
    attachments: [{ id: 'a-1', sha256: 'ab'.repeat(32), size: 1024 }]
  }
  const importing = `${path}/import-reply`
  t.match(await amr.post(importing, { ...paper, repliedOn: '2026-06-02' }), {
    status: 409,
    body: { code: 'assistance.reply-in-future' }
  })
  t.match(await psb.post(importing, paper), { status: 404, body: { code: 'assistance.unknown' } })
  t.match(await amr.post(importing, paper, { 'wuhu-attestation': '' }), { body: { code: 'attestation.invalid' } })
  t.match(await amr.post(importing, paper), { status: 200, body: { status: 'replied' } })
  t.match(await amr.post(`${path}/request-supplement`, { what: '补充销售台账' }), { status: 200 })
  t.match(await amr.post(importing, paper), { status: 200, body: { status: 'replied' } })
  t.match(await amr.post(`${path}/confirm`), { status: 200 })
  t.match(await amr.post(`${path}/close`), { status: 200, body: { status: 'closed' } })
  t.equal((await amr.get(path)).body.rounds, 2)

  const inside = (await amr.post('/v1/assistances', { ...letter, addressee: 'psb' })).body.id
  t.match(await amr.post(`/v1/assistances/${inside}/import-reply`, paper), {
    status: 409,
    body: { code: 'assistance.not-external' }
  })
})
