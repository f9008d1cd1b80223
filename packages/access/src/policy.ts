import type { AudienceEntry, Role } from '@wuhu/contracts'
import type { Caller } from './verifier.ts'
import { visible } from './visible.ts'

/**
 * `own`: what the caller's agency is in the audience of, or has itself. `all`: everything of that kind.
 * `none`: nothing.
 */
export type Scope = 'own' | 'all' | 'none'

type Rule = Partial<Record<Role, Scope>>

const own = (...roles: Role[]): Rule => Object.fromEntries(roles.map((role) => [role, 'own']))
const all = (...roles: Role[]): Rule => Object.fromEntries(roles.map((role) => [role, 'all']))

/** 正职 and 分管领导: they approve. */
const leaders = ['agency-head', 'agency-leader'] as const
const office = ['office-head', 'office-staff'] as const
/** They work the cases of their agency. */
const workers = [...leaders, ...office, 'handler'] as const
/** The liaison 联络员 receives, signs for and routes, and never approves. */
const readers = [...workers, 'liaison'] as const
/** Everybody in the mechanism, the conveners included: they see what goes to the whole conference, and no case. */
const everyone = [...readers, 'convener', 'deputy-convener', 'secrecy-officer'] as const
const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const

/**
 * Who may do what; what is not here is not allowed. Convener and administrators never see a case: system (系统管理员),
 * security (安全管理员) and audit (审计管理员) are three separate hands. Which agency may give which command on which
 * case, and whose approval a step needs, is for the deciders: they know the case.
 */
export const policy = {
  'directory.read': all('agency-system', ...everyone, ...administrators),
  'directory.change': all('security-admin'),
  'key.rotate': { ...all('security-admin'), ...own('agency-system') },
  'sealing-key.publish': own('agency-system'),
  'officer.read': { ...all('security-admin', 'audit-admin'), ...own('agency-system', ...leaders, ...office) },
  'officer.change': all('security-admin'),
  'case.read': own('agency-system', ...readers),
  'case.open': own('agency-system', ...workers),
  'case.work': own('agency-system', ...workers),
  'case.widen': own('agency-system', ...leaders, ...office, 'handler'),
  'clue.read': own('agency-system', ...readers),
  'clue.register': own('agency-system', ...readers),
  'clue.receive': own('agency-system', ...readers),
  'clue.work': own('agency-system', ...workers),
  'clue.decide': own('agency-system', ...leaders),
  'clue.office': own('agency-system', ...office),
  'notice.read': own('agency-system', ...everyone),
  'notice.publish': own('agency-system', ...workers),
  'notice.sign': own('agency-system', ...readers),
  'assistance.read': own('agency-system', ...readers),
  'assistance.request': own('agency-system', ...workers),
  'assistance.receive': own('agency-system', ...readers),
  'assistance.work': own('agency-system', ...workers),
  'deadline.read': { ...own('agency-system', ...everyone), ...all('audit-admin') },
  'calendar.read': all('agency-system', ...everyone, ...administrators),
  'calendar.change': own('agency-system', 'office-head'),
  'sent.read': own('agency-system', ...readers),
  'expert.read': own('agency-system', ...readers),
  'expert.change': own('agency-system', ...office),
  'consultation.read': own('agency-system', ...readers, 'deputy-convener'),
  'consultation.propose': own('agency-system', ...workers),
  'consultation.office': own('agency-system', ...office, 'deputy-convener'),
  'consultation.work': own('agency-system', ...workers),
  'evidence.read': own('agency-system', ...readers),
  'evidence.work': own('agency-system', ...workers),
  'transfer.read': own('agency-system', ...readers),
  'transfer.work': own('agency-system', ...workers),
  'transfer.receive': own('agency-system', ...readers),
  'transfer.approve': own('agency-system', 'agency-head'),
  'transfer.decide': own('agency-system', ...leaders),
  'supervision.read': own('agency-system', ...everyone),
  'supervision.issue': own('agency-system', ...leaders, ...office),
  'supervision.work': own('agency-system', ...workers),
  'supervision.escalate': own('agency-system', 'convener', 'office-head'),
  'suggestion.read': own('agency-system', ...readers),
  'suggestion.work': own('agency-system', ...workers),
  'task.read': own('agency-system', ...everyone),
  'task.issue': own('agency-system', ...office, 'convener'),
  'task.work': own('agency-system', ...workers),
  'bulletin.read': own('agency-system', ...everyone),
  'bulletin.draft': own('agency-system', ...office),
  'bulletin.approve': own('agency-system', 'convener', 'office-head'),
  'figures.read': all('agency-system', ...everyone, ...administrators),
  'figures.take': own('agency-system', ...office),
  'mailbox.read': own('agency-system', ...readers),
  'mailbox.sign': own('agency-system', ...readers),
  'nats.credentials': own('agency-system'),
  'match.evaluate': own('agency-system', 'handler', ...office),
  'match.read': own('agency-system', ...readers),
  'match.ask': own('agency-system', ...workers),
  'match.grant': own('agency-system', ...leaders, 'handler'),
  'match.operate': all('security-admin'),
  'attachment.read': own('agency-system', ...readers),
  'attachment.send': own('agency-system', ...workers),
  'attachment.sign': own('agency-system', ...readers),
  'record.unmask': own('agency-system', ...workers),
  'record.approve-unmask': own('agency-system', ...leaders),
  'statement.read': { ...own('agency-system', ...workers), ...all('audit-admin') },
  'quarantine.read': own('secrecy-officer'),
  'quarantine.resolve': own('secrecy-officer'),
  'reads.read': all('audit-admin'),
  'replay.run': { ...own('agency-system'), ...all('audit-admin') },
  'replay.bodies': all('audit-admin'),
  'gaps.read': all('audit-admin', 'system-admin'),
  'parked.read': all('system-admin'),
  'parked.change': all('system-admin'),
  'status.read': all(...administrators),
  'metrics.read': all('system-admin'),
  'account.operate': all('security-admin')
} as const satisfies Record<string, Rule>

export type Action = keyof typeof policy

/** What an action is about: whose it is, and who may see it. */
export interface Resource {
  readonly agency?: string
  readonly audience?: readonly AudienceEntry[]
}

/** Why. Stable codes, logged with each decision. */
export type DecisionCode = 'access.allowed' | 'access.role' | 'access.other-agency' | 'access.audience'

export interface Decision {
  readonly allowed: boolean
  readonly code: DecisionCode
  /** One sentence, naming role and action only. */
  readonly reason: string
  readonly scope: Scope
  /** The role that the yes rests on: the strongest of the caller's that may. */
  readonly role?: Role
}

const far: readonly Scope[] = ['all', 'own']

/** Whether `caller` may do `action`, on `resource` if one is named. Pure; the default is no. */
export function may(caller: Pick<Caller, 'agency' | 'roles'>, action: Action, resource: Resource = {}): Decision {
  const rule: Rule = Object.hasOwn(policy, action) ? policy[action] : {}
  const scopeOf = (role: Role): Scope => (Object.hasOwn(rule, role) && rule[role]) || 'none'
  const no = (code: DecisionCode, reason: string): Decision => ({ allowed: false, code, reason, scope: 'none' })
  const role = far.flatMap((scope) => caller.roles.filter((one) => scopeOf(one) === scope))[0]
  if (role === undefined) return no('access.role', `role ${caller.roles.join(', ')} may not ${action}`)
  const scope = scopeOf(role)
  if (scope === 'own') {
    if (resource.agency !== undefined && resource.agency !== caller.agency)
      return no('access.other-agency', `${action} is for the agency itself`)
    if (resource.audience && !visible(caller, resource.audience))
      return no('access.audience', `${action} is for the audience only`)
  }
  return { allowed: true, code: 'access.allowed', reason: `role ${role} may ${action}`, scope, role }
}

/** The caller is known, and may not. */
export class Forbidden extends Error {
  readonly code: string
  /** Why, for the log. */
  readonly decision: string

  constructor(detail: string, code = 'access.denied', decision: string = code) {
    super(detail)
    this.name = 'Forbidden'
    this.code = code
    this.decision = decision
  }
}

/** As `may`, for callers that go no further without a yes. @throws Forbidden */
export function authorise(caller: Pick<Caller, 'agency' | 'roles'>, action: Action, resource?: Resource): Decision {
  const decision = may(caller, action, resource)
  if (!decision.allowed) throw new Forbidden(decision.reason, 'access.denied', decision.code)
  return decision
}
