import { ensureParty } from './case-steps.ts'
import type { Player } from './member-of.ts'
import type { TimelineEntry } from './published-case.ts'
import { legalBasis, officer, quoted, type StoryWriter } from './story-writer.ts'

/** Two agencies worked on it together 协查互助: a letter, and what came of it. The letters are ours, their numbers the registers'. */
export function assist(writer: StoryWriter, requester: Player, addressee: Player, entry: TimelineEntry): void {
  const { published } = writer
  ensureParty(writer, requester, entry)
  writer.step({
    agency: requester,
    what: '发出协查函',
    command: 'assistance.request',
    body: {
      caseNumber: '{caseNumber}',
      addressee,
      title: `协查：${published.title_zh}`,
      items: [{ kind: 'on-site', text: quoted(entry) }],
      legalBasis: legalBasis(published),
      approver: officer(requester, 'agency-leader'),
      by: officer(requester, 'handler')
    },
    basis: 'published',
    mutual: '协查互助',
    synthetic: ['approver', 'by']
  })
  const answers: ReadonlyArray<readonly [Player, string, string, Record<string, unknown>, string]> = [
    [addressee, '签收协查函', 'assistance.receive', {}, 'liaison'],
    [addressee, '接受协查', 'assistance.accept', { dueAt: '{in 15 days}' }, 'agency-leader'],
    [addressee, '协查复函', 'assistance.reply', { text: `公开来源记载：${quoted(entry)}` }, 'agency-leader'],
    [requester, '确认复函', 'assistance.confirm', {}, 'handler'],
    [requester, '协查办结', 'assistance.close', {}, 'handler']
  ]
  for (const [agency, what, command, body, role] of answers) {
    writer.step({ agency, what, command, body: { ...body, by: officer(agency, role) }, synthetic: ['by'] })
  }
}
