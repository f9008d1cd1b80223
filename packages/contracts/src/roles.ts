import { type Static, Type } from '@sinclair/typebox'
import { PersonRef } from './formats.ts'

/** Roles that officers hold in the mechanism 岗位, strongest first: of several, an officer acts in the first that may. */
export const caseRoles = [
  'agency-head',
  'agency-leader',
  'office-head',
  'office-staff',
  'handler',
  'liaison',
  'convener',
  'deputy-convener',
  'secrecy-officer'
] as const
/**
 * The three separated administrators 三员 (GB/T 22239-2019): system operates, security manages keys and roles, audit
 * replays and verifies. Nobody holds two of them, nor one beside any other role.
 */
export const adminRoles = ['system-admin', 'security-admin', 'audit-admin'] as const
/** What an officer 工作人员 may be granted. */
export const officerRoles = [...caseRoles, ...adminRoles] as const
/**
 * What a key may speak as: an agency's own system, an administrator, the console, which speaks for officers, or one of the
 * bus's services, which signs what no agency signed and may do nothing.
 */
export const keyRoles = ['agency-system', ...adminRoles, 'console', 'service'] as const

export type CaseRole = (typeof caseRoles)[number]
export type AdminRole = (typeof adminRoles)[number]
export type OfficerRole = (typeof officerRoles)[number]
export type KeyRole = (typeof keyRoles)[number]
export type Role = OfficerRole | KeyRole

export const isAdminRole = (role: string): role is AdminRole => (adminRoles as readonly string[]).includes(role)

const oneOf = <R extends string>(roles: readonly R[], description: string) =>
  Type.Union(
    roles.map((role) => Type.Literal(role)),
    { description }
  )

export const officerRole = oneOf(officerRoles, '岗位')
export const keyRole = oneOf(keyRoles, '密钥用途：单位系统、系统管理员、安全管理员、审计管理员、工作台、服务')

/** The officer on whose behalf an agency's system acts. From a signed-in officer it is taken from the token. */
export const onBehalf = Type.Object(
  { person: PersonRef(), role: oneOf(officerRoles, '经办人员的岗位') },
  { additionalProperties: false, description: '代表哪位工作人员办理' }
)
export type OnBehalf = Static<typeof onBehalf>
