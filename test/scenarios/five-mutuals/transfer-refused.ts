import type { Test } from 'tap'
import { proposedCard } from './cards.ts'
import { type Cast, types } from './cast.ts'
import { leadWith, numbers } from './leads.ts'
import { sendToPolice, transferring } from './transfer-steps.ts'

/** (3) The police are late, do not file, uphold that; the procuratorate has it explained and orders the filing. */
export async function transferRefused(t: Test, cast: Cast): Promise<void> {
  const { act, refused, read, clock, mail, stack } = cast
  const number = numbers(cast)
  const documents = async (path: string, ...readers: string[]) => {
    for (const agency of readers) {
      const { docx, pdf } = await cast.document(agency, path)
      t.ok(docx > 2_000 && pdf > 2_000, `${agency} has ${path.split('/').at(-1)}`)
    }
  }
  const lead = await leadWith(cast, { intake: 'science', to: 'science', title: '源代码被复制' })
  const begun = await act('science', 'handler', '/v1/transfers', {
    ...{ caseNumber: lead.caseNumber, grounds: ['下载全部源代码后离职'] }
  })
  const { of, path } = transferring(begun.id)
  await sendToPolice(cast, 'science', transferring(begun.id), number('乌中科罪移'))
  await act('psb', 'liaison', `${path}/receipt`, { receiptNumber: number('乌中公回') })
  await documents(`${path}/documents/criminal-transfer`, 'science', 'psb', 'procuratorate')
  await documents(`${path}/documents/transfer-receipt`, 'psb', 'science')
  await act('psb', 'handler', `${path}/accept`, { documentNumber: number('乌中公受') })
  await clock('psb', of, 'B7', 'open')

  await stack.clock.advance({ days: 14 })
  await clock('psb', of, 'B7', 'breached')
  for (const agency of ['psb', 'procuratorate', 'amr']) {
    const [missed] = (await mail(agency, { case: lead.caseNumber })).filter(({ event }) => {
      return event.type === 'deadline.breached.v1' && event.data.rule === 'B7'
    })
    t.ok(missed, `${agency} is told of the missed clock`)
    t.notMatch(JSON.stringify(missed?.event.data), '源代码', 'and of nothing else')
  }
  const card = await proposedCard(cast, of)
  t.match(card, { status: 'proposed', title: '决定立案或不予立案（时限B7）逾期' }, 'the missed clock proposes a card')
  const supervision = `/v1/supervisions/${card.id}`
  const opinion = { days: 5, demand: '应当立案' }
  t.equal(await refused('amr', 'office-head', `${supervision}/issue`, opinion), 'supervision.content')
  await act('amr', 'office-head', `${supervision}/issue`, { days: 5 })
  t.equal((await stack.call('procuratorate', 'GET', supervision)).status, 404, 'between the office and the police')
  const [issued] = await mail('psb', { of: `supervision/${card.id}` })
  t.match(issued?.event, { type: 'supervise.issued.v1', data: { subject: { rule: 'B7' }, reason: /国务院令310第8条/ } })
  t.notMatch(JSON.stringify(issued?.event.data), /源代码|立案有误|应当立案/, 'which says the clock and no more')
  await documents(`${supervision}/documents/supervision`, 'psb')
  const content = types(await mail('amr', { of })).length
  t.ok(content > 0, 'the office sees that steps are taken')
  t.notMatch(JSON.stringify(await read('amr', path)), '下载全部源代码', 'and nothing of their content')
  const officeTries = { documentNumber: number('乌中公(经)立字') }
  t.match(await refused('amr', 'agency-leader', `${path}/file`, officeTries), /^transfer\./, 'and moves nothing')

  await act('psb', 'agency-leader', `${path}/not-file`, {
    ...{ documentNumber: number('乌中公(经)不立字'), reason: '没有犯罪事实' }
  })
  t.equal((await clock('psb', of, 'B7', 'met')).state, 'met')
  await clock('science', of, 'B9', 'open')
  await act('science', 'handler', `${path}/request-reconsideration`, { grounds: '有合理嫌疑' })
  await clock('science', of, 'B9', 'met')
  await clock('psb', of, 'B10', 'open')
  await act('psb', 'agency-leader', `${path}/reconsider`, { outcome: 'upheld', reason: '维持原决定' })
  await clock('psb', of, 'B10', 'met')
  await act('science', 'handler', `${path}/request-supervision`, { grounds: '仍有合理嫌疑' })
  await act('procuratorate', 'agency-leader', `${path}/require-explanation`, { documentNumber: number('乌中检说') })
  await clock('psb', of, 'B11a', 'open')
  await act('psb', 'handler', `${path}/explain`, { reasons: '证据不足' })
  await clock('psb', of, 'B11a', 'met')
  t.notMatch(JSON.stringify(await mail('science', { of })), '证据不足', 'what police explain is for the procuratorate')
  await act('procuratorate', 'agency-leader', `${path}/order-filing`, { documentNumber: number('乌中检通立') })
  await clock('psb', of, 'B11b', 'open')
  await act('psb', 'agency-leader', `${path}/file`, { documentNumber: number('乌中公(经)立字') })
  await clock('psb', of, 'B11b', 'met')
  t.match(await read('science', path), { status: 'filed' })
  const told = types(await mail('science', { of }))
  for (const type of ['transfer.not-filed', 'transfer.reconsidered', 'transfer.filing-ordered', 'transfer.filed']) {
    t.ok(told.includes(type), `the sender was told ${type}`)
  }
  const made = await read('science', `${path}/documents`)
  t.strictSame(
    made.items.map(({ kind }: { kind: string }) => kind),
    ['criminal-transfer', 'transfer-receipt'],
    'and these documents are made here; those of police and procuratorate in their own systems'
  )
}
