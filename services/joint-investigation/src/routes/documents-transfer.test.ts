import { strFromU8, unzipSync } from 'fflate'
import t from 'tap'
import type { Client } from '../app.test-setup.ts'
import { by, report, sending, suspicion, transferService } from './transfers.fixture.ts'

t.test('the transfer, its list of exhibits and its receipt, each from what the reader may see', async (t) => {
  const service = await transferService(t)
  const { tax, psb, procuratorate, amr, court } = service
  const words = async (who: Client, url: string) => {
    const authorization = `Bearer ${await who.token()}`
    const reply = await service.app.inject({ method: 'GET', url: `${url}?format=docx`, headers: { authorization } })
    if (reply.statusCode !== 200) return `${reply.statusCode}`
    const document = unzipSync(reply.rawPayload)['word/document.xml']
    return strFromU8(document ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '')
  }
  const { id } = (await tax.post('/v1/transfers', suspicion)).body
  const path = `/v1/transfers/${id}`
  t.match((await tax.get(`${path}/documents`)).body, { items: [], missing: [{ kind: 'criminal-transfer' }, {}, {}] })
  const { letterNumber: _, ...unnumbered } = sending
  await service.steps(id, [
    [tax, 'form-team', { members: ['t-1', 't-2'] }],
    [tax, 'report', { ...report, amountYuan: 268_000 }],
    [tax, 'approve', by.head],
    [tax, 'send', unnumbered]
  ])
  const own = await words(tax, `${path}/documents/criminal-transfer`)
  for (const part of [
    '乌中税罪移〔2026〕1号',
    '某某科技有限公司',
    '268,000元（仅供参考，不作为移送条件）',
    '二〇二六年六月一日（印章）',
    '附件：1.涉嫌犯罪案件情况的调查报告',
    '涉案物品清单',
    '笔记本电脑',
    '查封'
  ]) {
    t.ok(own.includes(part), part)
  }
  const police = await words(psb, `${path}/documents/criminal-transfer`)
  t.ok(police.includes('某某科技有限公司') && !police.includes('268,000'), 'the police read the letter, not the report')
  const copy = await words(procuratorate, `${path}/documents/criminal-transfer`)
  t.notOk(copy.includes('某某科技'), 'the copy to the procuratorate shows masks')
  t.ok(copy.includes('某某公司'))
  t.notOk((await words(amr, `${path}/documents/criminal-transfer`)).includes('某某科技'), 'the office reads no content')
  t.equal(await words(court, `${path}/documents/criminal-transfer`), '404')

  await service.steps(id, [[psb, 'receipt']])
  const receipt = await words(tax, `${path}/documents/transfer-receipt`)
  t.ok(receipt.includes('乌中公移回〔2026〕1号') && receipt.includes('乌中税罪移〔2026〕1号'))
  await psb.post(`${path}/receipt`)
  const { id: other } = (await tax.post('/v1/transfers', suspicion)).body
  await service.steps(other, [
    [tax, 'form-team', { members: ['t-1', 't-2'] }],
    [tax, 'report', report],
    [tax, 'approve', by.head],
    [tax, 'send', unnumbered],
    [psb, 'receipt']
  ])
  const second = await words(tax, `/v1/transfers/${other}/documents/transfer-receipt`)
  t.ok(second.includes('乌中公移回〔2026〕2号'), 'a receipt signed twice took one number')
})
