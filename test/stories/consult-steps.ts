import { ensureParty } from './case-steps.ts'
import type { Player } from './member-of.ts'
import type { TimelineEntry } from './published-case.ts'
import { office, officer, quoted, type StoryWriter } from './story-writer.ts'

/** Experts, assistants and technical investigators whom an agency asked for help. */
const askedExpert = /专家|技术调查官|检察官助理/

type Act = readonly [agency: Player, role: string, what: string, command: string, body: Record<string, unknown>]

/**
 * An agency brought its question before others 疑难互商: proposed, accepted by the office, held, its minutes signed. That
 * it happened is published; the way of it is the register's, and its numbers are ours.
 */
export function consult(writer: StoryWriter, proposer: Player, others: readonly Player[], entry: TimelineEntry): void {
  const { published } = writer
  for (const agency of [proposer, ...others]) ensureParty(writer, agency, entry, proposer)
  writer.step({
    agency: proposer,
    what: '提请会商',
    command: 'consultation.propose',
    body: {
      caseNumber: '{caseNumber}',
      question: `${published.title_zh}：${quoted(entry)}`,
      secretKind: published.secret_kind === 'business' ? 'business' : 'technical',
      by: officer(proposer, 'handler')
    },
    basis: 'published',
    mutual: '疑难互商',
    synthetic: ['by']
  })
  const invited = others.filter((agency) => agency !== office && agency !== proposer)
  const present = [...new Set([proposer, office, ...invited])]
  play(writer, [
    [office, 'office-staff', '受理会商', 'consultation.accept', { invite: invited }],
    [proposer, 'handler', '提供会商材料', 'consultation.bring-materials', { summary: published.conduct_zh }]
  ])
  if (askedExpert.test(`${entry.to_agency}${entry.action_zh}`)) engage(writer, proposer, entry)
  const attendees = present.map((agency, n) => ({
    ...{ agency, person: officer(agency, 'handler').person, name: `参会人员${n + 1}` }
  }))
  const minutes = { text: `公开来源记载：${quoted(entry)}`, conclusion: '供办案单位参考，不影响案件办理程序。' }
  play(writer, [
    [office, 'office-staff', '召集会商', 'consultation.convene', { meetsAt: '{in 1 days}', place: '演示会议室' }],
    [office, 'office-staff', '会商召开', 'consultation.hold', { attendees }],
    [office, 'office-staff', '起草纪要', 'consultation.draft-minutes', minutes],
    ...present.map((agency): Act => [agency, 'handler', '会签纪要', 'consultation.sign-minutes', {}]),
    [office, 'office-staff', '会商办结', 'consultation.close', {}]
  ])
}

/** From the pool 专家人才库: the source names the kind of expert and no person. */
function engage(writer: StoryWriter, proposer: Player, entry: TimelineEntry): void {
  const field = writer.published.secret_kind === 'business' ? '经营信息' : '技术信息'
  const expert = { name: '某某（来源未具名）', fields: [field], employer: entry.to_agency ?? '来源未载' }
  play(writer, [[office, 'office-staff', '专家入库', 'expert.register', expert]])
  writer.step({
    agency: proposer,
    what: '聘请专家',
    command: 'consultation.engage',
    body: { expert: '{expert}', purpose: quoted(entry), by: officer(proposer, 'handler') },
    basis: 'published',
    synthetic: ['expert', 'by']
  })
}

/** Steps that the register asks for. */
export function play(writer: StoryWriter, acts: readonly Act[], basis: 'procedure' | 'staged' = 'procedure'): void {
  for (const [agency, role, what, command, body] of acts) {
    writer.step({ agency, what, command, body: { ...body, by: officer(agency, role) }, basis, synthetic: ['by'] })
  }
}
