import type { ConsultEvent } from '@wuhu/contracts'
import type { Candidate } from './conflict-of-interest.ts'
import type { ConsultationCommand, Proposal } from './consultation-state.ts'

export const now = '2026-06-01T09:00:00+08:00'
export const meetsAt = '2026-06-05T14:30:00+08:00'
export const after = '2026-06-05T17:30:00+08:00'

export const offices = ['amr']
const of = (agency: string, person: string, role: string) => ({ by: { agency, person, role }, offices })
export const office = of('amr', 'a-1', 'office-staff')
export const proposer = of('psb', 'p-7', 'handler')
export const guest = of('justice', 'j-3', 'handler')
export const asked = of('procuratorate', 'c-2', 'handler')

/** A question of the police on a case. */
export const proposal: Omit<Proposal, 'proposer'> = {
  question: '客户名单经加工整理是否构成商业秘密',
  secretKind: 'business',
  caseNumber: '150824-2026-000001',
  companies: [{ company: '某某生物科技有限公司', uscc: '914403001922038216' }]
}

export const candidate: Candidate = {
  kind: 'expert',
  id: '019a0000-0000-7000-8000-00000000000a',
  name: '钱学敏',
  employer: '内蒙古大学',
  conflicts: [],
  validUntil: '2027-12-31'
}

type Named = { [E in ConsultEvent as E['type']]: E }
const event = <T extends ConsultEvent['type']>(type: T, data: Named[T]['data']) => ({ type, data }) as Named[T]

const question = { proposer: 'psb', ...proposal }
const attendees = [
  { agency: 'psb', person: 'p-7', name: '孙某甲' },
  { agency: 'amr', person: 'a-1', name: '李某乙' },
  { agency: 'justice', person: 'j-3', name: '周某丙', duty: '科长' }
]
export const materials = { summary: '笔录三份、客户名单目录' }
export const meeting = { meetsAt, place: '市监局三楼会议室' }
export const draft = {
  number: '乌中市监会纪〔2026〕1号',
  text: '各方发表意见。',
  conclusion: '倾向认为构成经营秘密。'
}
const opinion = { text: '建议补充保密措施证据' }
export const disagreement = '名单为公开信息'
const dissent = { agency: 'justice', person: 'j-3', name: '周某丙', opinion: disagreement }
export const task = { owner: 'psb', dueOn: '2026-06-20', task: '补充保密措施证据' }
const signature = (agency: string, person: string) => event('consult.signature-given.v1', { agency, person, round: 1 })
const conclusion = { number: draft.number, conclusion: draft.conclusion }

export const events = {
  proposed: event('consult.proposed.v1', question),
  accepted: event('consult.accepted.v1', { office: 'amr' }),
  declined: event('consult.declined.v1', { office: 'amr', reason: '属本单位职责' }),
  invited: event('consult.invited.v1', { ...question, agencies: ['justice'] }),
  comes: event('consult.invitation-answered.v1', { agency: 'justice', attends: true }),
  regrets: event('consult.invitation-answered.v1', { agency: 'justice', attends: false, reason: '人员出差' }),
  materials: event('consult.materials-ready.v1', materials),
  opinion: event('consult.opinion-given.v1', { agency: 'justice', ...opinion }),
  engaged: event('consult.expert-engaged.v1', {
    kind: 'expert',
    expert: candidate.id,
    name: candidate.name,
    institution: '内蒙古大学',
    purpose: '名单是否为公众所知悉',
    compared: 1
  }),
  appraised: event('consult.expert-opinion-received.v1', {
    expert: candidate.id,
    kind: 'opinion',
    recordedBy: 'psb',
    receivedOn: '2026-06-01',
    conclusion: '名单不为公众所知悉'
  }),
  inquired: event('consult.inquiry-sent.v1', {
    ...question,
    inquiry: 1,
    from: 'psb',
    asked: 'procuratorate',
    text: '鉴定意见是否必需'
  }),
  answered: event('consult.inquiry-answered.v1', { inquiry: 1, asked: 'procuratorate', answer: '视情而定' }),
  convened: event('consult.convened.v1', meeting),
  held: event('consult.held.v1', { heldAt: meetsAt, attendees }),
  minutes: event('consult.minutes-drafted.v1', { round: 1, ...draft }),
  signedPsb: signature('psb', 'p-7'),
  signedAmr: signature('amr', 'a-1'),
  dissent: event('consult.dissent-recorded.v1', { round: 1, dissent }),
  signedJustice: signature('justice', 'j-3'),
  signed: event('consult.minutes-signed.v1', { round: 1, ...conclusion, attendees, dissent: [dissent] }),
  task: event('consult.follow-up-assigned.v1', { number: 1, ...task }),
  done: event('consult.followed-up.v1', { number: 1, owner: 'psb', result: '已补充' }),
  concluded: event('consult.closed.v1', { outcome: 'concluded' }),
  ended: event('consult.closed.v1', { outcome: 'ended', reason: '案件已另行处理' })
} satisfies Record<string, ConsultEvent>

const e = events
const accepted = [e.proposed, e.accepted, e.invited]
const ready = [...accepted, e.comes, e.materials]
const held = [...ready, e.convened, e.held]
const minutes = [...held, e.minutes, e.signedPsb, e.signedAmr]
const signed = [...minutes, e.dissent, e.signedJustice, e.signed]

/** Pasts that lead to each status. */
export const past = {
  none: [],
  proposed: [e.proposed],
  declined: [e.proposed, e.declined],
  accepted,
  'materials-ready': ready,
  convened: [...ready, e.convened],
  held,
  'minutes-drafted': minutes,
  'minutes-signed': signed,
  closed: [...signed, e.concluded]
} satisfies Record<string, ConsultEvent[]>
export type Past = keyof typeof past

/** One good command of each kind, by whoever's turn it is. */
export const commands = {
  propose: { do: 'propose', ...proposer, proposal, general: false, core: true, citable: true },
  accept: { do: 'accept', ...office, invite: ['justice'], registered: true },
  decline: { do: 'decline', ...office, reason: '属本单位职责' },
  invite: { do: 'invite', ...office, agencies: ['tax'], registered: true },
  'answer-invitation': { do: 'answer-invitation', ...guest, attends: true },
  'bring-materials': { do: 'bring-materials', ...proposer, materials },
  'give-opinion': { do: 'give-opinion', ...guest, opinion },
  engage: { do: 'engage', ...proposer, candidate, purpose: '名单是否为公众所知悉', concerned: [] },
  'receive-expert-opinion': {
    do: 'receive-expert-opinion',
    ...proposer,
    opinion: { expert: candidate.id, kind: 'opinion', receivedOn: '2026-06-01', conclusion: '名单不为公众所知悉' }
  },
  inquire: { do: 'inquire', ...proposer, asked: 'procuratorate', procuratorate: true, text: '鉴定意见是否必需' },
  'answer-inquiry': { do: 'answer-inquiry', ...asked, inquiry: 1, answer: '视情而定' },
  convene: { do: 'convene', ...office, meeting },
  hold: { do: 'hold', ...office, heldAt: meetsAt, attendees },
  'draft-minutes': { do: 'draft-minutes', ...office, ...draft },
  'sign-minutes': { do: 'sign-minutes', ...guest, dissent: disagreement },
  'assign-follow-up': { do: 'assign-follow-up', ...office, task },
  'follow-up': { do: 'follow-up', ...proposer, number: 1, result: '已补充' },
  close: { do: 'close', ...office }
} satisfies Record<string, ConsultationCommand>
export type CommandName = keyof typeof commands

/** The same for those who have a second way, so that every transition has its example. */
export const moreCommands: readonly ConsultationCommand[] = [
  { ...commands['answer-invitation'], attends: false, reason: '人员出差' },
  { do: 'sign-minutes', ...proposer },
  { do: 'sign-minutes', ...office },
  { do: 'close', ...office, reason: '案件已另行处理' }
]
