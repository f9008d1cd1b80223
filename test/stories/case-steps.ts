import type { Player } from './member-of.ts'
import type { TimelineEntry } from './published-case.ts'
import { office, officer, quoted, type StoryWriter } from './story-writer.ts'

/** Sees to it that the case has a number. The first member that acts in it opens it. */
export function ensureCase(writer: StoryWriter, agency: Player): void {
  const { state, published } = writer
  if (state.opener) return
  state.opener = agency
  state.parties.add(agency)
  writer.step({
    agency,
    what: '建立案源',
    command: 'case.open',
    body: { title: published.title_zh, by: officer(agency, 'handler') }
  })
}

/**
 * Sees to it that an agency that acts, or is turned to, takes part in the case: `by`, or else whoever opened it, lets it
 * in. The entry says that it took part, so that it was let in is `published`.
 */
export function ensureParty(writer: StoryWriter, agency: Player, entry: TimelineEntry, by?: Player): void {
  const { state } = writer
  ensureCase(writer, by ?? agency)
  if (state.parties.has(agency)) return
  const host = by !== undefined && state.parties.has(by) ? by : (state.handler ?? state.opener ?? office)
  state.parties.add(agency)
  writer.step({
    agency: host,
    what: `请${names[agency]}参与`,
    command: 'case.add-party',
    body: { agency, history: true, reason: quoted(entry), by: officer(host, 'agency-leader') },
    basis: 'published'
  })
}

/** Links a number that the source gives, as the agency's own. */
export function linkNumber(writer: StoryWriter, agency: Player, linked: string): void {
  writer.step({
    agency,
    what: '关联案号',
    command: 'case.link-number',
    body: { linked, kind: 'other', by: officer(agency, 'handler') },
    basis: 'published'
  })
}

/** Whether the source tells how it ended. */
const unknownEnd =
  /^(所见部分未写|二审判决内容未见|二审裁定内容未见)|判决未见|结果未见|诉讼未见|法律定性文中未写|正式决定未见|罪名与结果未见/

/** Feedback, archive and closing, where the source tells the outcome and the lead was decided on. */
export function endCase(writer: StoryWriter): void {
  const { state, published } = writer
  const { opener, handler } = state
  if (!opener || unknownEnd.test(published.outcome_zh)) return
  if ((state.clue === 'filed' || state.clue === 'transferred') && handler) {
    decide(writer, { outcome: handler === 'psb' ? 'sent-for-prosecution' : 'dismissed' })
    const steps = [
      ['办理结果反馈', 'clue.feedback', { outcome: published.outcome_zh }],
      ['线索归档', 'clue.archive', {}]
    ] as const
    for (const [what, command, body] of steps) {
      writer.step({ agency: handler, what, command, body: { ...body, by: officer(handler, 'handler') } })
    }
    state.clue = 'archived'
  }
  if (state.clue !== 'none' && state.clue !== 'archived') return
  const by = officer(opener, 'agency-leader')
  writer.step({ agency: opener, what: '案源办结', command: 'case.close', body: { reason: published.outcome_zh, by } })
}

/** The filed case comes to its decision; what the source does not tell is made up. */
export function decide(
  writer: StoryWriter,
  decision: { outcome: string; documentNumber?: string; decidedOn?: string }
) {
  const { state } = writer
  const { handler } = state
  if (state.clue !== 'filed' || state.decided || !handler) return
  state.decided = true
  writer.step({
    agency: handler,
    what: '作出处理决定',
    command: 'clue.decide-penalty',
    body: { decidedOn: '{today}', ...decision, by: officer(handler, 'agency-leader') },
    synthetic: [...('documentNumber' in decision ? ['documentNumber'] : []), 'decidedOn', 'by']
  })
}

/** How the members are called in the stories. */
export const names: Readonly<Record<Player, string>> = {
  amr: '市监',
  psb: '公安',
  procuratorate: '检察',
  court: '法院'
}
