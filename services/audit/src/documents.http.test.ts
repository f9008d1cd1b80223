import { strFromU8, unzipSync } from 'fflate'
import t from 'tap'
import { testPromotion } from './promotion.test-setup.ts'

t.test('cards, reports, letters, bulletins and answers as documents', async (t) => {
  const service = await testPromotion(t)
  const { amr, psb, tax, court, procuratorate, clockEnded, settled } = service
  const words = async (code: string, url: string) => {
    const headers = await service.headers(`${code} system`)
    const reply = await service.app.inject({ method: 'GET', url: `${url}?format=docx`, headers })
    if (reply.statusCode !== 200) return `${reply.statusCode}`
    const document = unzipSync(reply.rawPayload)['word/document.xml']
    return strFromU8(document ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '')
  }
  const ok = (reply: { status: number; body: unknown }) => {
    if (reply.status >= 300) throw new Error(JSON.stringify(reply.body))
    return reply.body as { id: string }
  }
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
  const has = (text: string, ...parts: string[]) => {
    for (const part of parts) t.ok(text.includes(part), part)
  }

  const missed = await clockEnded('breached', { holder: 'psb', caseNumber: '150824-2026-000001' })
  const toCourt = await clockEnded('breached', { holder: 'court', rule: 'B20', of: 'consultation/1' })
  await settled()
  const path = `/v1/supervisions/${missed.id}`
  t.match((await amr.get(`${path}/documents`)).body.items, [], 'a proposal has none')
  ok(await amr.post(`${path}/issue`, { days: 10 }, 'office-head'))
  has(
    await words('psb', `${path}/documents/supervision`),
    `乌中市监督〔${year}〕1号`,
    '10个工作日',
    '150824-2026-000001'
  )
  t.equal(await words('tax', `${path}/documents/supervision`), '404')
  ok(await psb.post(`${path}/acknowledge`, {}, 'handler'))
  ok(await psb.post(`${path}/report`, { text: '已签收回执并整改' }, 'handler'))
  has(
    await words('amr', `${path}/documents/rectification-report`),
    `乌中公整报〔${year}〕1号`,
    `乌中市监督〔${year}〕1号`,
    '已签收回执并整改',
    '签发人：'
  )

  const letter = `/v1/supervisions/${toCourt.id}`
  ok(await amr.post(`${letter}/send-letter`, {}, 'office-head'))
  has(await words('court', `${letter}/documents/request-letter`), `乌中市监商请〔${year}〕1号`, '依法独立行使职权')
  t.match((await court.get(`${letter}/documents`)).body.items, [{ kind: 'request-letter', edition: 1 }])

  const draft = { kind: 'bulletin', title: '关于一季度工作的通报', text: '各单位按期办结。' }
  const { id } = ok(await amr.post('/v1/bulletins', draft, 'office-staff'))
  t.equal(await words('tax', `/v1/bulletins/${id}/documents/bulletin`), '404', 'nobody sees a draft')
  ok(await amr.post(`/v1/bulletins/${id}/approve`, { revision: 1 }, 'convener'))
  ok(await amr.post(`/v1/bulletins/${id}/publish`, {}, 'office-staff'))
  has(await words('tax', `/v1/bulletins/${id}/documents/bulletin`), '关于一季度工作的通报', `乌中市监通〔${year}〕1号`)

  const suggestion = {
    addressee: 'tax',
    title: '加强指导',
    text: '建议加强指导',
    documentNumber: '乌中检建〔2026〕1号'
  }
  const asked = ok(await procuratorate.post('/v1/suggestions', suggestion, 'agency-leader'))
  ok(await tax.post(`/v1/suggestions/${asked.id}/answer`, { text: '已经采纳' }, 'agency-leader'))
  has(
    await words('procuratorate', `/v1/suggestions/${asked.id}/documents/suggestion-answer`),
    '关于《检察建议书》办理情况的复函',
    `乌中税建复〔${year}〕1号`,
    '已经采纳'
  )
})
