import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { type Cast, types } from './cast.ts'
import { leadWith, numbers } from './leads.ts'
import { letterTo, transferring } from './transfer-steps.ts'

/** (2) A filing with signs of a crime proposes a transfer by itself; the police file, the procuratorate prosecutes. */
export async function transferAccepted(t: Test, cast: Cast): Promise<void> {
  const { act, refused, read, clock, mail } = cast
  const number = numbers(cast)
  const lead = await leadWith(cast, { intake: 'science', to: 'amr', title: '图纸被带走' })
  await act('amr', 'agency-leader', `${lead.path}/file`, {
    ...{ agencyCaseNumber: number('乌中市监立'), legalBasis: '反不正当竞争法第十条' },
    crimeSigns: { grounds: ['获利可能巨大，须由公安查明'], amountYuan: 1 }
  })
  const transfer = transferring(lead.id)
  const { of, path } = transfer
  await clock('amr', of, 'B1', 'open')
  const waiting = async () =>
    (await read('procuratorate', `/v1/transfers/should-have-been-transferred?caseNumber=${lead.caseNumber}`)).items
  t.match(
    await waiting(),
    [{ sender: 'amr', amountYuan: 1, reasons: [{ code: 'no-team' }] }],
    'and the reason is shown'
  )

  t.equal(await refused('amr', 'handler', `${path}/form-team`, { members: ['amr-a'] }), 'transfer.team-too-small')
  await act('amr', 'handler', `${path}/form-team`, { members: ['amr-a', 'amr-b'] })
  await clock('amr', of, 'B1', 'met')
  await act('amr', 'handler', `${path}/report`, {
    ...{ suspectedOffence: '侵犯商业秘密罪', summary: '经核实有合理嫌疑', opinion: 'transfer' }
  })
  await clock('amr', of, 'B2', 'open')
  t.equal(await refused('amr', 'agency-leader', `${path}/approve`), 'transfer.head-only', 'only the head 正职 approves')
  await act('amr', 'agency-head', `${path}/approve`)
  await clock('amr', of, 'B3', 'open')
  t.match(await waiting(), [{ reasons: [{ code: 'not-sent' }] }])
  await act('amr', 'handler', `${path}/send`, letterTo('psb', number('乌中市监罪移')))
  t.same(await waiting(), [], 'sent, however small the amount')
  for (const rule of ['B2', 'B3']) await clock('amr', of, rule, 'met')
  await clock('psb', of, 'B4', 'open')

  await act('psb', 'liaison', `${path}/receipt`, { receiptNumber: number('乌中公回') })
  await act('psb', 'handler', `${path}/request-supplement`, { what: '补充物品清单' })
  await clock('amr', of, 'B5b', 'open')
  await act('amr', 'handler', `${path}/supplement`, { text: '清单附后' })
  await act('psb', 'handler', `${path}/accept`, { documentNumber: number('乌中公受') })
  const deciding = await clock('psb', of, 'B7', 'open')
  await act('psb', 'agency-leader', `${path}/extend-filing`, { reason: '案情复杂' })
  await until(
    async () => Date.parse((await clock('psb', of, 'B7', 'open')).dueAt ?? '') > Date.parse(deciding.dueAt ?? ''),
    { what: 'more time to decide' }
  )
  await act('psb', 'agency-leader', `${path}/file`, { documentNumber: number('乌中公(经)立字') })
  await act('amr', 'handler', `${path}/hand-over-exhibits`, {
    exhibits: [{ name: '笔记本电脑', quantity: '1台', measure: 'sealed' }]
  })
  for (const rule of ['B4', 'B5a', 'B6', 'B7']) await clock('psb', of, rule, 'met')
  for (const rule of ['B5b', 'B8']) await clock('amr', of, rule, 'met')
  await clock('procuratorate', of, 'B12', 'open')
  await act('psb', 'agency-leader', `${path}/send-for-prosecution`)
  await act('procuratorate', 'agency-leader', `${path}/prosecute`)
  await clock('procuratorate', of, 'B12', 'met')

  t.match(await cast.sent('amr', transfer.id, 'prosecuted'), { kind: 'transfer', caseNumber: lead.caseNumber })
  t.match(await read('science', lead.path), { status: 'transferred' }, 'the clue followed')
  const copy = (await mail('procuratorate', { of })).find(({ event }) => event.type === 'transfer.sent.v1')
  t.ok(copy, 'the procuratorate has its copy')
  t.ok(copy?.event.redacted, 'with what a copy by law holds')
  t.same(types(await mail('court', { case: lead.caseNumber })), [], 'nobody else is told')
  for (const kind of ['criminal-transfer', 'transfer-receipt']) {
    const { docx, pdf } = await cast.document('amr', `${path}/documents/${kind}`)
    t.ok(docx > 2_000 && pdf > 2_000, kind)
  }
  const early = await refused('amr', 'handler', `${lead.path}/archive`)
  t.equal(early, 'clue.wrong-status')
  await act('procuratorate', 'handler', `${path}/close`)
}
