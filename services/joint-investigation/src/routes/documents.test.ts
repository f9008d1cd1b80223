import { strFromU8, unzipSync } from 'fflate'
import t from 'tap'
import { type Client, testService } from '../app.test-setup.ts'

const number = '150824-2026-000001'
const letter = {
  addressee: 'psb',
  caseNumber: number,
  title: '某某公司涉嫌侵犯商业秘密',
  items: [{ kind: 'document', text: '调取出库单' }],
  legalBasis: '行政处罚法第二十六条',
  approver: { person: 'p-001', role: 'agency-leader' },
  targetName: '临河某某机械有限公司',
  secretPoints: [{ number: 'MD-7', custodian: '权利人', place: '保密室' }]
}

type Service = Awaited<ReturnType<typeof testService>>

async function cast(t: Parameters<typeof testService>[0]) {
  const service = await testService(t)
  const amr = await service.join('amr', 'agency-system', { name: '市场监督管理局', office: true })
  const psb = await service.join('psb', 'agency-system', { name: '公安局' })
  const tax = await service.join('tax', 'agency-system', { name: '税务局' })
  await service.openCase(number, 'amr')
  return { service, amr, psb, tax }
}

const fetch = async ({ app }: Service, who: Client, url: string, more: Record<string, string> = {}) =>
  await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${await who.token()}`, ...more } })

/** All that a DOCX says, and nothing of its markup. */
async function wordsOf(service: Service, who: Client, url: string): Promise<string> {
  const reply = await fetch(service, who, `${url}${url.includes('?') ? '&' : '?'}format=docx`)
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`)
  const parts = Object.entries(unzipSync(reply.rawPayload)).filter(([path]) => path.endsWith('.xml'))
  return parts.map(([, bytes]) => strFromU8(bytes).replaceAll(/<[^>]*>/g, '')).join('\n')
}

t.test('a letter without a number gets the next, and a refused one leaves no gap', async (t) => {
  const { amr, psb } = await cast(t)
  const send = (more = {}) => amr.post('/v1/assistances', { ...letter, ...more })
  const numberOf = async (answer: { body: { id: string } }) =>
    (await amr.get(`/v1/assistances/${answer.body.id}`)).body.letter.letterNumber
  t.equal(await numberOf(await send()), '乌中市监协〔2026〕1号')
  t.match(await send({ addressee: 'amr' }), { status: 409, body: { code: 'assistance.own-addressee' } })
  t.equal(await numberOf(await send()), '乌中市监协〔2026〕2号', 'what was rolled back is given again')
  const circular = await send({ addressee: undefined, addressees: ['psb', 'tax'] })
  t.equal(await numberOf(circular), '乌中市监协〔2026〕3号')
  t.equal(await numberOf({ body: circular.body.assistances[1] }), '乌中市监协〔2026〕3号', 'one letter, one number')
  t.match(await send({ letterNumber: '乌中市监协〔2026〕2号' }), {
    status: 409,
    body: { code: 'document.number-taken', title: '该文号已使用' }
  })
  t.equal((await send({ letterNumber: '乌中市监协〔2026〕4号' })).status, 201)
  t.equal((await psb.get('/v1/assistances')).body.items.length, 4)
})

t.test('documents as the assistance goes on', async (t) => {
  const { service, amr, psb, tax } = await cast(t)
  const path = `/v1/assistances/${(await amr.post('/v1/assistances', letter)).body.id}`
  t.match((await amr.get(`${path}/documents`)).body, {
    items: [
      {
        kind: 'assistance-letter',
        name: { zh: '协助调查函' },
        edition: 1,
        number: '乌中市监协〔2026〕1号',
        organ: '市场监督管理局',
        href: `${path}/documents/assistance-letter?edition=1`
      }
    ],
    missing: [{ kind: 'external-letter' }, { kind: 'assistance-reply', needs: { zh: '复函' } }]
  })
  t.match(await amr.get(`${path}/documents/assistance-reply`), { status: 404, body: { code: 'document.none' } })
  t.equal((await amr.get(`${path}/documents/poem`)).status, 400)

  const pdf = await fetch(service, psb, `${path}/documents/assistance-letter`)
  t.equal(pdf.headers['content-type'], 'application/pdf')
  t.equal(pdf.rawPayload.toString('latin1', 0, 5), '%PDF-')
  t.match(pdf.headers['content-disposition'], /^attachment; filename="assistance-letter\.pdf"; filename\*=UTF-8''%E5/)
  t.match(decodeURIComponent(String(pdf.headers['content-disposition'])), '协助调查函-乌中市监协〔2026〕1号.pdf')
  const { etag = '' } = pdf.headers
  const again = await fetch(service, psb, `${path}/documents/assistance-letter`, { 'if-none-match': String(etag) })
  t.match([again.statusCode, again.rawPayload.length], [304, 0])
  const word = await wordsOf(service, psb, `${path}/documents/assistance-letter`)
  for (const part of ['公安局：', '临河某某机械有限公司', 'MD-7', '乌中市监协〔2026〕1号', '2026年6月1日']) {
    t.match(word, part)
  }

  t.equal((await fetch(service, tax, `${path}/documents`)).statusCode, 404, 'strangers are told that there is none')
  t.match(await tax.get(`${path}/documents/assistance-letter`), { status: 404, body: { code: 'assistance.unknown' } })

  await psb.post(`${path}/receive`)
  await psb.post(`${path}/forward`, { to: 'tax', reason: '属税务局职责' })
  const forwarded = await wordsOf(service, tax, `${path}/documents/assistance-letter`)
  t.match(forwarded, '临河某某机械有限公司', 'whoever it was forwarded to has the letter')
  await tax.post(`${path}/receive`)
  await tax.post(`${path}/accept`, { dueAt: '2026-06-20T18:00:00+08:00' })
  const replied = await tax.post(`${path}/reply`, { text: '出库单三份附后。' })
  t.equal(replied.status, 200, JSON.stringify(replied.body))
  const reply = await wordsOf(service, amr, `${path}/documents/assistance-reply`)
  for (const part of ['税务局', '市场监督管理局：', '乌中税协复〔2026〕1号', '出库单三份附后。']) t.match(reply, part)
  const former = await fetch(service, psb, `${path}/documents/assistance-reply`)
  if (former.statusCode === 200) {
    const seen = await wordsOf(service, psb, `${path}/documents/assistance-reply`)
    t.notMatch(seen, '出库单三份附后', 'who handed it on does not read the reply')
    t.match(seen, '〔未提供〕')
    t.notMatch(decodeURIComponent(String(former.headers['content-disposition'])), '乌中税协复')
  }
})

t.test('each reading of a document is on record', async (t) => {
  const { service, amr, psb } = await cast(t)
  const { id } = (await amr.post('/v1/assistances', letter)).body
  const before = await service.direct.db.selectFrom('reads').selectAll().execute()
  await fetch(service, psb, `/v1/assistances/${id}/documents/assistance-letter`)
  const reads = (await service.direct.db.selectFrom('reads').selectAll().execute()).slice(before.length)
  t.match(reads, [{ agency: 'psb', case_number: number, subjects: [`assistance/${id}`] }])
  t.ok(reads[0]?.classes.includes('secret'), 'with the classes that it shows')
})
