import { ensureCase } from './case-steps.ts'
import type { Player } from './member-of.ts'
import type { PublishedCase, TimelineEntry } from './published-case.ts'
import type { Basis } from './story.ts'
import { legalBasis, office, officer, quoted, type StoryWriter } from './story-writer.ts'

/** Our own label for the alleged act, from the words of the source; the sources do not name the item of the law. */
function allegedAct(conduct: string): string {
  if (/利诱|好处费|付费|付\d+万元|高薪挖角|挖走/.test(conduct)) return 'inducement'
  if (/窃取|拷|下载|打印|复制|截屏|漏洞|带走|非法获取|截走/.test(conduct)) return 'improper-acquisition'
  return 'breach-of-confidence'
}

/** How the lead came. A rights holder's report to market regulation is 举报, to the police 报案. */
function channelOf(agency: Player, text: string): string {
  if (/指导站/.test(text)) return 'contact-point'
  if (agency === 'psb') return /报案|报警/.test(text) ? 'police-report' : 'other'
  return 'report'
}

/**
 * An agency received the lead: it is registered and opens the case in one step. `words` are those of the source, unless
 * it is staged.
 */
export function receive(writer: StoryWriter, agency: Player, words: string, basis: Basis = 'published'): void {
  const { published, state } = writer
  state.opener = agency
  state.handler = agency
  state.clue = 'registered'
  state.parties.add(agency)
  writer.step({
    agency,
    what: '接收并登记线索',
    command: 'clue.receive',
    body: {
      channel: channelOf(agency, `${words}${published.lead_channel ?? ''}`),
      title: published.title_zh,
      allegedAct: allegedAct(published.conduct_zh),
      ...secretKind(published),
      description: `${published.conduct_zh}。${basis === 'published' ? '公开来源记载：' : ''}${words}`,
      by: officer(agency, 'handler')
    },
    basis,
    mutual: '线索互享',
    synthetic: ['allegedAct', 'by']
  })
}

const secretKind = ({ secret_kind }: PublishedCase) => (secret_kind === null ? {} : { secretKind: secret_kind })

/** The office assigns the lead to whoever received it, who accepts; `basis` says whether the source tells of verifying. */
export function ensureVerifying(writer: StoryWriter, basis: Basis = 'procedure'): void {
  const { state } = writer
  const { handler } = state
  if (!handler) return
  if (state.clue === 'registered') {
    writer.step({
      agency: office,
      what: '线索分办',
      command: 'clue.assign',
      body: { to: handler, dueAt: '{in 21 days}', by: officer(office, 'office-staff') },
      synthetic: ['dueAt', 'by']
    })
    const handlers = [`${handler}-demo-a`, `${handler}-demo-b`]
    writer.step({
      agency: handler,
      what: '签收并开始核查',
      command: 'clue.accept',
      body: { handlers, by: officer(handler, 'handler') },
      basis,
      synthetic: ['handlers', 'by']
    })
    state.clue = 'verifying'
  }
  if (state.clue === 'suspended') resume(writer, '鉴定后恢复核查（公开来源未载恢复时间）', 'procedure')
}

/** An appraisal was ordered while the lead is verified: the clock stops 中止. */
export function suspendForAppraisal(writer: StoryWriter, entry: TimelineEntry): void {
  const { state } = writer
  if (state.clue === 'registered') ensureVerifying(writer)
  const { handler } = state
  if (state.clue !== 'verifying' || !handler) return
  writer.step({
    agency: handler,
    what: '因鉴定中止核查',
    command: 'clue.suspend',
    body: { basis: 'appraisal', note: quoted(entry), by: officer(handler, 'handler') },
    basis: 'published'
  })
  state.clue = 'suspended'
}

/** The appraisal is there. */
export function resume(writer: StoryWriter, reason: string, basis: Basis): void {
  const { state } = writer
  const { handler } = state
  if (state.clue !== 'suspended' || !handler) return
  const body = { reason, by: officer(handler, 'handler') }
  writer.step({ agency: handler, what: '恢复核查', command: 'clue.resume', body, basis })
  state.clue = 'verifying'
}

/** The case is filed 立案: the source says so, or what it tells next presupposes it. */
export function ensureFiled(writer: StoryWriter, basis: Basis): void {
  const { state, published } = writer
  const { handler } = state
  if (!handler || state.clue === 'filed' || state.clue === 'none') return
  ensureVerifying(writer)
  writer.step({
    agency: handler,
    what: '立案',
    command: 'clue.file',
    body: {
      agencyCaseNumber: writer.documentNumber(handler === 'psb' ? '乌中公(经)立字' : '乌中市监立'),
      legalBasis: legalBasis(published),
      by: officer(handler, 'agency-head')
    },
    basis,
    synthetic: ['agencyCaseNumber', 'by']
  })
  state.clue = 'filed'
}

/** Which member the entry says received a report, if it says so. */
export function reportedTo(
  entry: TimelineEntry,
  actor: Player | undefined,
  to: Player | undefined
): Player | undefined {
  const { action_zh: action } = entry
  const handles = (agency: Player | undefined) => (agency === 'psb' || agency === 'amr' ? agency : undefined)
  if (actor) return /接.{0,10}(报案|报警|举报)|收到.{0,10}举报/.test(action) ? handles(actor) : undefined
  if (/向公安报案/.test(action)) return 'psb'
  return /反映|举报|报案|提供线索/.test(action) ? handles(to) : undefined
}

/** Police and market regulation at work on the lead: it must be with them by then. */
export function atWork(writer: StoryWriter, agency: Player, entry: TimelineEntry): void {
  ensureCase(writer, agency)
  if (agency !== writer.state.handler || writer.state.clue !== 'registered') return
  if (/核查|调查|查明|检查|侦查|取证|抓获|查获|拘留|逮捕|强制措施|截住|追回|破/.test(entry.action_zh)) {
    ensureVerifying(writer, 'published')
  }
}
