import type { Test } from 'tap'
import { type Cast, types } from './cast.ts'
import { leadWith, numbers } from './leads.ts'
import { sendToPolice, transferring } from './transfer-steps.ts'

/** (3) The police are late, do not file, uphold that; the procuratorate has it explained and orders the filing. */
export async function transferRefused(t: Test, cast: Cast): Promise<void> {
  const { act, refused, read, clock, mail, stack } = cast
  const number = numbers(cast)
  const lead = await leadWith(cast, { intake: 'science', to: 'science', title: '源代码被复制' })
  const begun = await act('science', 'handler', '/v1/transfers', {
    ...{ caseNumber: lead.caseNumber, grounds: ['下载全部源代码后离职'] }
  })
  const { of, path } = transferring(begun.id)
  await sendToPolice(cast, 'science', transferring(begun.id), number('乌中科罪移'))
  await act('psb', 'liaison', `${path}/receipt`, { receiptNumber: number('乌中公回') })
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
}
