import fc from 'fast-check'
import { agencies } from '../../stack/mailboxes.ts'
import type { TestStack } from '../../stack/start-stack.ts'
import { performWorkflow, type WorkflowDeed, workflowDeeds } from './workflow-deeds.ts'

/** One thing that an agency does; what it is about is chosen among what there is by then. */
export interface Deed {
  readonly do:
    | 'receive'
    | 'assign'
    | 'accept'
    | 'add-party'
    | 'link'
    | 'ask'
    | 'reply'
    | 'publish'
    | 'close'
    | 'feedback'
    | WorkflowDeed
    | 'consult'
    | 'enlist'
  readonly agency: string
  readonly other: string
  readonly pick: number
  readonly flag: boolean
}

export const busy: readonly string[] = ['amr', 'psb', 'procuratorate', 'court', 'justice', 'tax', 'science']
const kinds: Deed['do'][] = [
  'receive',
  'receive',
  'receive',
  'assign',
  'assign',
  'assign',
  'accept',
  'accept',
  'add-party'
]
const more: Deed['do'][] = [
  'add-party',
  'add-party',
  'link',
  'ask',
  'ask',
  'ask',
  'reply',
  'reply',
  'publish',
  'publish',
  'consult',
  'consult',
  'consult',
  'enlist',
  'close'
]

/** A lead, a consultation over it with a guest that comes and one that does not, and somebody let in with history. */
const opening: readonly Deed[] = [
  { do: 'receive', agency: 'psb', other: 'amr', pick: 0, flag: true },
  { do: 'enlist', agency: 'amr', other: 'amr', pick: 0, flag: true },
  { do: 'consult', agency: 'psb', other: 'justice', pick: 0, flag: false },
  { do: 'consult', agency: 'psb', other: 'court', pick: 0, flag: true },
  { do: 'add-party', agency: 'psb', other: 'science', pick: 0, flag: true }
]

/** Random deeds: few agencies are busy, so that they meet on cases; anybody may be let in or written to. */
export const deeds: fc.Arbitrary<Deed[]> = fc
  .array(
    fc.record({
      do: fc.constantFrom(...kinds, ...more, 'feedback' as const, 'transfer' as const, ...workflowDeeds),
      agency: fc.constantFrom(...busy),
      other: fc.oneof(fc.constantFrom(...busy), fc.constantFrom(...agencies)),
      pick: fc.nat(1000),
      flag: fc.boolean()
    }),
    { minLength: 44, maxLength: 44 }
  )
  .map((plan) => [...opening, ...plan])

interface Lead {
  readonly id: string
  readonly caseNumber: string
  readonly intake: string
  assignee?: string
}

/** What there is on the stack by now. */
export interface Made {
  readonly leads: Lead[]
  readonly letters: { id: string; addressee: string }[]
  readonly notices: string[]
  readonly consultations: string[]
  /** Paths of what else there is to read. */
  readonly paths: string[]
  /** How often each deed was done, and not refused. */
  readonly done: Map<string, number>
}

/** A text that occurs nowhere else: where it turns up, this field of this deed was shown. */
export function createMarks() {
  let count = 0
  return { next: () => `M${String(++count).padStart(6, '0')}W`, count: () => count }
}
export const markPattern = /M\d{6}W/g

/** Does the deeds one after the other. What is refused is refused: the deciders have tests of their own. */
export async function doAll(stack: TestStack, plan: readonly Deed[], mark: () => string): Promise<Made> {
  const made: Made = { leads: [], letters: [], notices: [], consultations: [], paths: [], done: new Map() }
  for (const deed of plan) {
    if (await perform(stack, deed, mark, made)) made.done.set(deed.do, (made.done.get(deed.do) ?? 0) + 1)
  }
  return made
}

const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]
const ahead = () => new Date(Date.now() + 20 * 86_400_000).toISOString()

async function perform(stack: TestStack, deed: Deed, mark: () => string, made: Made): Promise<boolean> {
  const { agency, other, flag, pick } = deed
  const post = async (as: string, path: string, body: object) => {
    const answer = await stack.call(as, 'POST', path, body)
    if (answer.status >= 500) throw new Error(`${as} POST ${path}: ${answer.status} ${answer.text}`)
    return answer.status < 300 ? answer.body : undefined
  }
  const lead = at(made.leads, pick)
  const letter = at(made.letters, pick)
  switch (deed.do) {
    case 'receive': {
      const answer = await post(agency, '/v1/clues', leadOf(mark, flag))
      if (answer) made.leads.push({ id: answer.id, caseNumber: answer.caseNumber, intake: agency })
      return Boolean(answer)
    }
    case 'assign': {
      if (!lead) return false
      const by = { person: `p-${mark()}`, role: 'office-head' }
      const instruction = `按规定核查 ${mark()}`
      const answer = await post('amr', `/v1/clues/${lead.id}/assign`, { to: agency, dueAt: ahead(), instruction, by })
      if (answer) lead.assignee = agency
      return Boolean(answer)
    }
    case 'accept':
      return Boolean(lead?.assignee && (await post(lead.assignee, `/v1/clues/${lead.id}/accept`, {})))
    case 'feedback':
      return Boolean(
        lead?.assignee && (await post(lead.assignee, `/v1/clues/${lead.id}/feedback`, { outcome: `反馈 ${mark()}` }))
      )
    case 'add-party': {
      const body = { agency: other, history: flag, reason: `共同办理 ${mark()}` }
      return Boolean(lead && (await post(lead.intake, `/v1/cases/${lead.caseNumber}/add-party`, body)))
    }
    case 'link': {
      const body = { linked: `案-${mark()}`, kind: 'other' }
      return Boolean(lead && (await post(lead.intake, `/v1/cases/${lead.caseNumber}/link-number`, body)))
    }
    case 'close':
      return Boolean(
        lead && flag && (await post('amr', `/v1/cases/${lead.caseNumber}/close`, { reason: `办结 ${mark()}` }))
      )
    case 'ask': {
      if (!lead) return false
      const answer = await post(lead.assignee ?? lead.intake, '/v1/assistances', letterOf(mark, lead.caseNumber, other))
      if (answer) made.letters.push({ id: answer.id, addressee: other })
      return Boolean(answer)
    }
    case 'consult': {
      if (!lead) return false
      const as = lead.assignee ?? lead.intake
      const answer = await post(as, '/v1/consultations', questionOf(mark, lead.caseNumber))
      if (!answer) return false
      made.consultations.push(answer.id)
      const step = (who: string, name: string, body: object) =>
        post(who, `/v1/consultations/${answer.id}/${name}`, body)
      await step('amr', 'accept', { invite: [other], by: { person: `p-${mark()}`, role: 'office-staff' } })
      if (flag) await step(other, 'answer-invitation', { attends: false, reason: `另有公务 ${mark()}` })
      await step(other, 'draft-opinion', { text: `草稿 ${mark()}` })
      await step(as, 'draft-opinion', { text: `草稿 ${mark()}` })
      await step(other, 'give-opinion', { text: `意见 ${mark()}` })
      await step(as, 'inquire', { asked: 'procuratorate', text: `咨询 ${mark()}` })
      return Boolean(await step(as, 'bring-materials', { summary: `材料 ${mark()}` }))
    }
    case 'enlist': {
      const entry = { name: `钱${mark()}`, fields: ['育种'], employer: `单位${mark()}`, phone: `电话${mark()}` }
      const conflicts = [{ company: `企业${mark()}` }]
      const by = { person: `p-${mark()}`, role: 'office-head' }
      return Boolean(await post('amr', '/v1/experts', { ...entry, conflicts, by }))
    }
    case 'reply': {
      if (!letter) return false
      await post(letter.addressee, `/v1/assistances/${letter.id}/receive`, {})
      await post(letter.addressee, `/v1/assistances/${letter.id}/accept`, { dueAt: ahead() })
      const body = { text: `复函 ${mark()}` }
      return Boolean(await post(letter.addressee, `/v1/assistances/${letter.id}/reply`, body))
    }
    case 'publish': {
      const audience = flag ? 'conference' : [other]
      const answer = await post(agency, '/v1/notices', noticeOf(mark, agency, audience, lead?.caseNumber))
      if (answer) made.notices.push(answer.id)
      return Boolean(answer)
    }
    default:
      return await performWorkflow(deed.do, { post, mark, made, deed, lead })
  }
}

const leadOf = (mark: () => string, more: boolean) => ({
  channel: 'report',
  title: `线索 ${mark()}`,
  allegedAct: 'breach-of-confidence',
  description: `经过 ${mark()}`,
  subject: { person: `谭${mark()}`, company: `某公司${mark()}` },
  reporterToken: `rt_${mark()}`,
  ...(more && {
    rightsHolder: { company: `权利人${mark()}` },
    secretPoints: [
      { number: `密点-${mark()}`, hash: 'a'.repeat(64), custodian: `保管人${mark()}`, place: `档案室${mark()}` }
    ]
  })
})

const questionOf = (mark: () => string, caseNumber: string) => ({
  question: `问题 ${mark()}`,
  secretKind: 'technical',
  caseNumber,
  background: `情况 ${mark()}`,
  companies: [{ company: `涉案${mark()}公司` }]
})

const letterOf = (mark: () => string, caseNumber: string, addressee: string) => ({
  caseNumber,
  addressee,
  title: `协查 ${mark()}`,
  items: [{ kind: 'inquiry', text: `请核实 ${mark()}` }],
  legalBasis: `反不正当竞争法第十六条 ${mark()}`,
  targetName: `对象${mark()}公司`,
  approver: { person: `p-${mark()}`, role: 'agency-head' }
})

function noticeOf(mark: () => string, agency: string, audience: unknown, caseNumber: string | undefined) {
  const about = { audience, title: `标题 ${mark()}`, text: `正文 ${mark()}` }
  if (agency === 'court') {
    const judgment = { courtCaseNumber: '(2026)内0824刑初1号', outcome: `判决 ${mark()}`, decidedOn: '2026-06-01' }
    return { kind: 'judgment', ...about, ...judgment }
  }
  if (agency === 'amr' || agency === 'tax') {
    const penalty = { documentNumber: '乌中市监罚〔2026〕1号', legalBasis: '反法第二十六条', decidedOn: '2026-06-01' }
    return { kind: 'penalty', ...about, ...penalty, person: `李${mark()}` }
  }
  return { kind: 'notice', ...about, ...(Array.isArray(audience) && caseNumber !== undefined && { caseNumber }) }
}
