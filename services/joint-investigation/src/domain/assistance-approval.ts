import type { AssistEvent } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'

type Requested = Extract<AssistEvent, { type: 'assist.requested.v1' }>['data']
export type Approver = Requested['approver']
export type Item = Requested['items'][number]

/** 负责人 of the agency: its letters go out under one of these names. A liaison routes and never approves. */
const leaders: readonly string[] = ['agency-leader', 'agency-head']

/** Measures against property and accounts. */
const upward: readonly Item['kind'][] = ['seizure', 'bank-account']

/**
 * Who may approve a letter: the agency's 负责人. For 查封扣押 and 查询账户 it is the head 主要负责人 of a bureau at the
 * level of a city divided into districts or above (反不正当竞争法 2025 article 16, number to be verified; 2019 article 13),
 * so a county bureau has to ask upwards before it asks another agency, and says whom it asked.
 * @throws Refusal
 */
export function requireApproval(approver: Approver, items: readonly Item[]): void {
  requireLeader(approver)
  if (!items.some(({ kind }) => upward.includes(kind))) return
  if ((approver.level ?? 'county') === 'county' || approver.role !== 'agency-head') {
    throw new Refusal(
      'assistance.approval-level',
      'seizure and bank-account need an approver of role agency-head and level city or above (反不正当竞争法 art 16, 条文号待核对: number to be verified)'
    )
  }
  if (approver.organ === undefined) {
    throw new Refusal('assistance.approver-organ', 'name the bureau of the approver from above in organ')
  }
}

/** An officer whose agency the directory knows holds the role there. @throws Refusal */
export function requireStanding(stands: boolean): void {
  if (!stands) throw new Refusal('assistance.approver-unknown', 'the directory knows no such approver in that role')
}

/** @throws Refusal */
export function requireLeader(approver: Approver): void {
  if (!leaders.includes(approver.role)) {
    throw new Refusal(
      'assistance.approver-role',
      `role ${approver.role} approves no letters; ${leaders.join(' or ')} does`
    )
  }
}
