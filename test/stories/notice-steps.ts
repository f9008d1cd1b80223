import { decide, ensureCase, ensureParty } from './case-steps.ts'
import type { Player } from './member-of.ts'
import type { TimelineEntry } from './published-case.ts'
import type { Step } from './story.ts'
import { dayOf, legalBasis, officer, quoted, type StoryWriter } from './story-writer.ts'

/** A court's number as the sources print it. */
export const courtNumber = /[（(](?:19|20)\d{2}[)）](?:[^（）()\s,，]|[（(][\u4e00-\u9fa5]{1,4}[)）]){2,30}?号/

/** 刑, 民 or 行, as far as the words tell. */
function procedureOf(track: string, action: string): string {
  if (track === 'administrative' || /行政/.test(action)) return '行'
  return track === 'civil' || (/民事|赔/.test(action) && !/刑/.test(action)) ? '民' : '刑'
}

/** A court decided: it shares the outcome with the parties of the case, who sign for it. */
export function shareJudgment(writer: StoryWriter, entry: TimelineEntry): void {
  ensureParty(writer, 'court', entry, writer.state.parties.has('procuratorate') ? 'procuratorate' : undefined)
  const { published, year } = writer
  const { action_zh: action, date } = entry
  const later = /二审|终审|再审|维持|驳回|改判|撤回上诉/.test(action)
  const given = courtNumber.exec(action)?.[0]
  const kind = `${procedureOf(published.track, action)}${later ? '终' : '初'}`
  const remarks = [
    ...(given ? [] : ['案号为演示编号，公开来源未载']),
    ...(dayOf(entry) === '{today}' ? [`裁判日期为演示日期，公开来源载：${date ?? '未载'}`] : [])
  ]
  const fields = {
    kind: 'judgment',
    title: `裁判信息：${published.title_zh}`,
    courtCaseNumber: given ?? `(${year})内0824${kind}${writer.serial()}号`,
    outcome: action,
    ...(remarks.length > 0 && { text: remarks.join('；') }),
    decidedOn: dayOf(entry),
    ...(/维持原判|驳回上诉|终审|已生效/.test(action) && { final: true })
  }
  publish(writer, 'court', '分享裁判信息', fields, [...(given ? [] : ['courtCaseNumber']), 'decidedOn', 'by'])
}

/** Market regulation punished: made public to the whole conference 处罚公示. */
export function publishPenalty(writer: StoryWriter, entry: TimelineEntry): void {
  const { published } = writer
  const offender = /^(.{1,12}?(?:公司|某))(?=提供|复制|侵犯)/.exec(published.title_zh)?.[1] ?? '当事人（来源未具名）'
  const fine = published.penalty_kind === '行政罚款' ? published.penalty_cny : null
  const documentNumber = writer.documentNumber('乌中市监处罚')
  decide(writer, { outcome: 'penalty', documentNumber, decidedOn: dayOf(entry) })
  writer.step({
    agency: 'amr',
    what: '公示行政处罚',
    command: 'notice.publish',
    body: {
      kind: 'penalty',
      audience: 'conference',
      caseNumber: '{caseNumber}',
      title: '侵犯商业秘密行政处罚',
      documentNumber,
      ...(offender.endsWith('某') ? { person: offender } : { company: offender }),
      legalBasis: legalBasis(published),
      text: `${published.conduct_zh}。${entry.action_zh}。（文号为演示编号；决定日期公开来源载：${entry.date ?? '未载'}）`,
      ...(fine !== null && { fineYuan: fine }),
      decidedOn: dayOf(entry),
      by: officer('amr', 'agency-leader')
    },
    basis: 'published',
    synthetic: ['documentNumber', 'decidedOn', 'by']
  })
  sign(writer, 'psb')
}

/** An agency told others what it found 信息互通: members by name, or the conference where the source names outsiders. */
export function tellOthers(writer: StoryWriter, from: Player, to: readonly Player[], entry: TimelineEntry): void {
  const { published } = writer
  const named = to.filter((agency) => agency !== from)
  ensureCase(writer, from)
  const heard = named.length > 0 ? '' : `（来源中的对象：${entry.to_agency ?? '未载'}）`
  const text = `${quoted(entry)}${heard}`
  const body = { kind: 'notice', title: `信息互通：${published.title_zh}`, text }
  if (named.length > 0) {
    for (const agency of [from, ...named]) ensureParty(writer, agency, entry)
    publish(writer, from, '通报信息', body, ['by'], { to: named, mutual: '信息互通' })
    return
  }
  writer.step({
    agency: from,
    what: '向全体成员单位通报',
    command: 'notice.publish',
    body: { ...body, audience: 'conference', by: officer(from, 'agency-leader') },
    basis: 'published',
    mutual: '信息互通',
    synthetic: ['by']
  })
}

/** To the other parties of the case, or `to`, each of whom signs for it. */
function publish(
  writer: StoryWriter,
  agency: Player,
  what: string,
  fields: Step['body'],
  synthetic: readonly string[],
  options: { readonly to?: readonly Player[]; readonly mutual?: string } = {}
): void {
  const { to = [...writer.state.parties].filter((party) => party !== agency), ...claim } = options
  const body = { ...fields, audience: [...to], caseNumber: '{caseNumber}', by: officer(agency, 'agency-leader') }
  writer.step({ agency, what, command: 'notice.publish', body, basis: 'published', synthetic, ...claim })
  for (const recipient of to) sign(writer, recipient)
}

function sign(writer: StoryWriter, agency: Player): void {
  writer.step({ agency, what: '签收', command: 'notice.sign', body: { by: officer(agency, 'liaison') } })
}
