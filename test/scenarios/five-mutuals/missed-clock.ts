import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { proposedCard } from './cards.ts'
import { type Cast, types } from './cast.ts'
import { leadWith, numbers } from './leads.ts'

/** (6) Nobody signs for a letter: the missed clock proposes a card, a person confirms it, and it turns yellow and red. */
export async function missedClock(t: Test, cast: Cast): Promise<void> {
  const { act, refused, read, clock, mail, stack } = cast
  const lead = await leadWith(cast, { intake: 'amr', to: 'amr', title: '协查无人签收' })
  const letter = await act('amr', 'handler', '/v1/assistances', {
    ...{
      caseNumber: lead.caseNumber,
      letterNumber: numbers(cast)('乌中市监协'),
      title: '核实情况',
      addressee: 'housing'
    },
    ...{ items: [{ kind: 'inquiry', text: '核实' }], legalBasis: '行政处罚法第二十六条' },
    approver: { person: 'amr-9', role: 'agency-leader' }
  })
  const of = `assistance/${letter.id}`
  await clock('housing', of, 'C2a', 'open')
  await stack.clock.advance({ days: 12 })
  await clock('housing', of, 'C2a', 'breached')
  const card = await proposedCard(cast, of)
  t.equal(card.status, 'proposed', 'a machine proposes')
  const path = `/v1/supervisions/${card.id}`
  const hidden = await stack.call('housing', 'GET', path)
  t.equal(hidden.status, 404, 'and nobody hears of it before a person has decided')

  const own = { days: 5, demand: '立即签收并说明原因' }
  t.equal(await refused('amr', 'office-head', `${path}/issue`, own), 'supervision.content', 'in fixed words')
  await act('amr', 'office-head', `${path}/issue`, { days: 5 })
  await clock('housing', `supervision/${card.id}`, 'E1', 'open')
  t.ok(types(await mail('housing', { of: `supervision/${card.id}` })).includes('supervise.issued'))
  await act('housing', 'liaison', `${path}/acknowledge`)
  const reason = '逾期未反馈'
  t.equal(await refused('amr', 'office-head', `${path}/yellow-card`, { reason }), 'supervision.not-overdue')
  await stack.clock.advance({ days: 14 })
  await clock('housing', `supervision/${card.id}`, 'E1', 'breached')
  await until(async () => (await read('amr', path)).overdue, { what: 'the card is overdue' })
  t.equal(await refused('amr', 'convener', `${path}/red-card`, { reason }), 'supervision.no-yellow')
  await act('amr', 'office-head', `${path}/yellow-card`, { reason })
  t.equal(await refused('amr', 'office-head', `${path}/red-card`, { reason }), 'actor.role', 'the convener only')
  await act('amr', 'convener', `${path}/red-card`, { reason })
  t.match(await read('housing', path), { card: 'red' })
  await act('amr', 'convener', `${path}/escalate`, { reason })
  await act('housing', 'agency-leader', `${path}/report`, { text: '已签收并办理' })
  await act('amr', 'office-staff', `${path}/accept`)
  await act('amr', 'office-staff', `${path}/close`, { note: '销号' })
  for (const kind of ['supervision', 'rectification-report']) {
    const { docx, pdf } = await cast.document('housing', `${path}/documents/${kind}`)
    t.ok(docx > 2_000 && pdf > 2_000, kind)
  }

  const month = new Date(stack.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 7)
  const figures = await read('amr', `/v1/figures?kind=on-time&month=${month}`)
  const counts = figures.items.find(({ agency }: { agency: string }) => agency === 'housing')
  t.ok(counts.breached >= 1, 'the missed clock is counted')
  const counted = await read('amr', counts.events)
  t.equal(counted.items.length, counts.met + counts.breached, 'and the events that were counted are named')
  const elsewhere = await read('water', counts.events)
  t.match(elsewhere, { items: [], manifest: { sha256: counted.manifest.sha256 } }, 'to others by their hash only')
  const idle = figures.items.find(({ agency }: { agency: string }) => agency === 'water')
  t.match(idle, { counted: 0, rate: null, text: /无数据/ }, 'no cases is no data')

  const propose = { target: 'court', subject: { kind: 'rectification' }, title: '办理进度', reason: '请予支持' }
  const asked = await act('amr', 'office-head', '/v1/supervisions', propose)
  t.equal(
    await refused('amr', 'office-head', `/v1/supervisions/${asked.id}/issue`, { days: 10, demand: '限期' }),
    'supervision.not-assessable',
    'a court is not supervised'
  )
  await act('amr', 'office-head', `/v1/supervisions/${asked.id}/send-letter`, { text: '商请支持' })
  const letterOf = await cast.document('court', `/v1/supervisions/${asked.id}/documents/request-letter`)
  t.ok(letterOf.pdf > 2_000, 'it is asked by letter')
}
