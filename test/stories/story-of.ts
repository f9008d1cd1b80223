import { assist } from './assistance-steps.ts'
import { endCase, ensureCase, ensureParty, linkNumber } from './case-steps.ts'
import { atWork, ensureFiled, receive, reportedTo, resume, suspendForAppraisal } from './clue-steps.ts'
import { consult } from './consult-steps.ts'
import { membersOf, type Player } from './member-of.ts'
import { courtNumber, publishPenalty, shareJudgment, tellOthers } from './notice-steps.ts'
import type { PublishedCase, TimelineEntry } from './published-case.ts'
import { notProsecuted } from './reverse-steps.ts'
import type { Story } from './story.ts'
import { quoted, type StoryWriter, storyWriter } from './story-writer.ts'

const decided = /判决|判停止|判赔|判刑|改判|裁定|驳回|调解|维持|准许|宣判|获刑|一审\d+年|发回重审/
const prosecuted = /公诉|并起诉|成功起诉/
const appraised = /鉴定|检测|查新|评估|审计|检索/

/**
 * The story of a published case: its timeline, and after each entry the commands that come of it. See README.md for what
 * is published and what is not. @param year of the synthetic numbers
 */
export function storyOf(published: PublishedCase, year: number): Story {
  const writer = storyWriter(published, year)
  const first = published.timeline.map((entry) => partiesOf(entry))
  if (/报案/.test(published.lead_channel ?? '') && !first.some(({ report }) => report)) {
    receive(writer, 'psb', published.lead_channel ?? '')
  }
  for (const entry of published.timeline) {
    writer.note(entry)
    play(writer, entry)
  }
  endCase(writer)
  return writer.finish()
}

function partiesOf(entry: TimelineEntry) {
  const [actor] = membersOf(entry.actor_agency)
  const to = membersOf(entry.to_agency)
  return { actor, to, report: reportedTo(entry, actor, to[0]) }
}

function play(writer: StoryWriter, entry: TimelineEntry): void {
  const { actor, to, report } = partiesOf(entry)
  if (report && writer.state.clue === 'none') receive(writer, report, `${entry.actor_agency ?? ''}${quoted(entry)}`)
  const [one, other] = to
  if (directly(entry, '协查互助') && one && other) assist(writer, one, other, entry)
  else if (consulted(entry, actor, to)) consult(writer, actor, to, entry)
  else if (actor === undefined && appraised.test(entry.action_zh)) resume(writer, quoted(entry), 'published')
  else if (actor === 'court') byCourt(writer, entry)
  else if (actor && directly(entry, '信息互通')) tellOthers(writer, actor, to, entry)
  else if (actor === 'procuratorate') byProcuratorate(writer, entry, to)
  else if (actor) byInvestigator(writer, entry, actor, to)
}

const directly = (entry: TimelineEntry, mutual: string) => entry.mutual_fit === 'direct' && entry.mutual === mutual

/** Not what is asked in court: there the judges ask. */
function consulted(entry: TimelineEntry, actor: Player | undefined, to: readonly Player[]): actor is Player {
  return directly(entry, '疑难互商') && actor !== undefined && actor !== 'court' && !to.includes('court')
}

function byCourt(writer: StoryWriter, entry: TimelineEntry): void {
  if (!decided.test(entry.action_zh) && !courtNumber.test(entry.action_zh)) {
    ensureParty(writer, 'court', entry)
    return
  }
  // A court judges what was prosecuted, and that was filed before.
  if (writer.state.handler === 'psb') ensureFiled(writer, 'procedure')
  shareJudgment(writer, entry)
}

/** Police or market regulation. */
function byInvestigator(writer: StoryWriter, entry: TimelineEntry, actor: Player, to: readonly Player[]): void {
  const { action_zh: action } = entry
  ensureParty(writer, actor, entry)
  atWork(writer, actor, entry)
  if (/立案/.test(action)) ensureFiled(writer, 'published')
  if (directly(entry, '处罚')) {
    ensureFiled(writer, 'procedure')
    publishPenalty(writer, entry)
    return
  }
  if (appraised.test(action) && entry.mutual === '疑难互商') suspendForAppraisal(writer, entry)
  const others = to.filter((agency) => agency !== actor)
  if (others.includes('procuratorate')) ensureFiled(writer, 'procedure')
  for (const other of others) ensureParty(writer, other, entry, actor)
}

function byProcuratorate(writer: StoryWriter, entry: TimelineEntry, to: readonly Player[]): void {
  const { action_zh: action } = entry
  if (/不起诉/.test(action)) {
    notProsecuted(writer, entry)
    return
  }
  if (prosecuted.test(action)) ensureFiled(writer, 'procedure')
  ensureCase(writer, 'procuratorate')
  ensureParty(writer, 'procuratorate', entry)
  const others = prosecuted.test(action) ? ['court' as const] : to.filter((agency) => agency !== 'procuratorate')
  for (const other of others) ensureParty(writer, other, entry, 'procuratorate')
  const number = /[（(](?:19|20)\d{2}[)）]\d+号/.exec(action)?.[0]
  if (number) linkNumber(writer, 'procuratorate', number)
}
