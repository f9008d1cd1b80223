import type { AudienceEntry } from '@wuhu/contracts'
import type { KeyRole } from './key.ts'
import type { Caller } from './verifier.ts'
import { visible } from './visible.ts'

/**
 * `own`: what the caller's agency is in the audience of, or has itself. `all`: everything of that kind.
 * `none`: nothing.
 */
export type Scope = 'own' | 'all' | 'none'

type Rule = Partial<Record<KeyRole, Scope>>
const agencies: Rule = { 'agency-system': 'own' }
const auditors: Rule = { 'audit-admin': 'all' }
const operators: Rule = { 'system-admin': 'all' }

/**
 * Who may do what; what is not here is not allowed. Administrators never see case bodies: system (系统管理员), security
 * (安全管理员) and audit (审计管理员) are three separate hands. Which agency may give which command on which case is for
 * the deciders: they know the case.
 */
export const policy = {
  'directory.read': { 'agency-system': 'all', 'security-admin': 'all', 'system-admin': 'all', 'audit-admin': 'all' },
  'directory.change': { 'security-admin': 'all' },
  'case.command': agencies,
  'case.read': agencies,
  'clue.command': agencies,
  'clue.read': agencies,
  'notice.command': agencies,
  'notice.read': agencies,
  'record.command': agencies,
  'record.read': agencies,
  'assistance.command': agencies,
  'assistance.read': agencies,
  'mailbox.read': agencies,
  'mailbox.receipt': agencies,
  'replay.run': { ...agencies, ...auditors },
  'replay.bodies': auditors,
  'gaps.read': { ...auditors, ...operators },
  'parked.read': operators,
  'parked.change': operators,
  'status.read': { ...operators, ...auditors, 'security-admin': 'all' },
  'metrics.read': operators
} as const satisfies Record<string, Rule>

export type Action = keyof typeof policy

/** What an action is about: whose it is, and who may see it. */
export interface Resource {
  readonly agency?: string
  readonly audience?: readonly AudienceEntry[]
}

export interface Decision {
  readonly allowed: boolean
  /** One sentence, naming role and action only. */
  readonly reason: string
  readonly scope: Scope
}

/** Whether `caller` may do `action`, on `resource` if one is named. Pure; the default is no. */
export function may(caller: Pick<Caller, 'agency' | 'role'>, action: Action, resource: Resource = {}): Decision {
  const rule: Rule | undefined = Object.hasOwn(policy, action) ? policy[action] : undefined
  const scope = (rule && Object.hasOwn(rule, caller.role) && rule[caller.role]) || 'none'
  const no = (reason: string): Decision => ({ allowed: false, reason, scope: 'none' })
  if (scope === 'none') return no(`role ${caller.role} may not ${action}`)
  if (scope === 'own') {
    if (resource.agency !== undefined && resource.agency !== caller.agency)
      return no(`${action} is for the agency itself`)
    if (resource.audience && !visible(caller, resource.audience)) return no(`${action} is for the audience only`)
  }
  return { allowed: true, reason: `role ${caller.role} may ${action}`, scope }
}

/** The caller is known, and may not. */
export class Forbidden extends Error {
  readonly code: string

  constructor(detail: string, code = 'access.denied') {
    super(detail)
    this.name = 'Forbidden'
    this.code = code
  }
}

/** As `may`, for callers that go no further without a yes. @throws Forbidden */
export function authorise(caller: Pick<Caller, 'agency' | 'role'>, action: Action, resource?: Resource): Decision {
  const decision = may(caller, action, resource)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  return decision
}
