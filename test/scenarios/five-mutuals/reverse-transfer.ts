import type { Test } from 'tap'
import { type Cast, types } from './cast.ts'
import { leadWith, numbers } from './leads.ts'
import { transferring } from './transfer-steps.ts'

/** (4) A case that came to the police directly is not prosecuted, and comes back for a penalty 反向衔接. */
export async function reverseTransfer(t: Test, cast: Cast): Promise<void> {
  const { act, refused, clock, mail, stack, read } = cast
  const number = numbers(cast)
  const lead = await leadWith(cast, { intake: 'psb', to: 'psb', title: '客户名单被带走' })
  for (const agency of ['procuratorate', 'amr']) {
    await act('psb', 'agency-leader', `/v1/cases/${lead.caseNumber}/add-party`, {
      agency,
      history: false,
      reason: '审查起诉'
    })
  }
  const decision = {
    ...{
      caseNumber: lead.caseNumber,
      kind: 'discretionary',
      documentNumber: number('乌中检不诉'),
      administration: 'amr'
    }
  }
  t.match(
    await refused('psb', 'agency-leader', '/v1/transfers/reverse', decision),
    /./,
    'only a procuratorate begins one'
  )
  const begun = await act('procuratorate', 'agency-leader', '/v1/transfers/reverse', decision)
  const { of, path } = transferring(begun.id)
  await clock('procuratorate', of, 'B17', 'open')
  await act('procuratorate', 'handler', `${path}/accept-reverse`)
  await clock('procuratorate', of, 'B17', 'met')
  await clock('procuratorate', of, 'B18', 'open')
  await act('procuratorate', 'agency-leader', `${path}/give-opinion`, {
    ...{ documentNumber: number('乌中检行意'), opinion: '建议依法给予行政处罚', to: 'amr' }
  })
  await clock('procuratorate', of, 'B18', 'met')
  const answering = await clock('amr', of, 'B19', 'open')
  const months = (Date.parse(answering.dueAt ?? '') - stack.clock.now().getTime()) / 86_400_000
  t.ok(months > 57 && months < 64, `two months: ${months} days`)

  await stack.clock.to(new Date(Date.parse(answering.dueAt ?? '') - 2 * 86_400_000))
  const warned = async () => types(await mail('amr', { case: lead.caseNumber })).includes('deadline.warned')
  await clock('amr', of, 'B19', 'open')
  t.ok(await until(warned), 'the agency is reminded before the time is over')
  await act('amr', 'handler', `${path}/answer-opinion`, {
    ...{ outcome: 'penalty', text: '已依法处罚', documentNumber: number('乌中市监函') }
  })
  await clock('amr', of, 'B19', 'met')
  const answer = await cast.document('amr', `${path}/documents/opinion-answer`)
  t.ok(answer.pdf > 2_000)
  await act('procuratorate', 'handler', `${path}/close`)
  t.match(await read('procuratorate', path), { status: 'closed' })
  t.ok(types(await mail('psb', { of })).length <= types(await mail('procuratorate', { of })).length)
}

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + 10_000; performance.now() < end; ) if (await holds()) return true
  return false
}
