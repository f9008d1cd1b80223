import { ensureParty } from './case-steps.ts'
import { play } from './consult-steps.ts'
import type { TimelineEntry } from './published-case.ts'
import { office, officer, type StoryWriter } from './story-writer.ts'

/**
 * A procuratorate did not prosecute. That is published; what an administrative agency then did is not, so that the way
 * back 反向衔接 is opened, looked at and closed.
 */
export function notProsecuted(writer: StoryWriter, entry: TimelineEntry): void {
  ensureParty(writer, 'procuratorate', entry)
  writer.step({
    agency: 'procuratorate',
    what: '不起诉，反向衔接',
    command: 'transfer.start-reverse',
    body: {
      caseNumber: '{caseNumber}',
      kind: 'discretionary',
      documentNumber: writer.documentNumber('乌中检不诉'),
      administration: office,
      by: officer('procuratorate', 'agency-leader')
    },
    basis: 'published',
    synthetic: ['kind', 'documentNumber', 'administration', 'by']
  })
  const reason = '公开来源未载行政处理'
  play(writer, [
    ['procuratorate', 'handler', '行政检察受理', 'transfer.accept-reverse', {}],
    ['procuratorate', 'agency-leader', '审查终结', 'transfer.close-reverse', { reason }],
    ['procuratorate', 'handler', '移送办结', 'transfer.close', {}]
  ])
}
