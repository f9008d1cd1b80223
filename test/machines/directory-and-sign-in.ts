import { accountEvents, agencyEvents, officerEvents, sealingKeyEvents, sessionEvents } from '@wuhu/contracts'
import { account } from '../../services/console/src/domain/account.ts'
import { session } from '../../services/console/src/domain/session.ts'
import { agency } from '../../services/info-sharing/src/domain/agency.ts'
import { sealingKey } from '../../services/info-sharing/src/domain/attachment-key.ts'
import { officer } from '../../services/info-sharing/src/domain/officer.ts'
import { defineMachine, now, status } from './machine.ts'

const kid = `U${'A'.repeat(55)}`
const later = '2026-06-08T09:00:00+08:00'
const holder = { agency: 'amr', person: 'p-017' }
const identity = 'a'.repeat(64)
const reason = '本人申请'

const agencyMachine = defineMachine({
  name: 'agency',
  title: { zh: '单位与密钥', en: 'Agency and its keys' },
  source: 'services/info-sharing/src/domain/agency.ts',
  decider: agency,
  events: agencyEvents,
  commands: [
    {
      do: 'register',
      ...{ code: 'psb', name: '公安局', office: false, core: true, membership: ['conference'], assessable: true }
    },
    { do: 'add-key', kid, role: 'agency-system' },
    { do: 'rotate-key', kid: `U${'B'.repeat(55)}`, replaces: kid, overlapUntil: later },
    { do: 'revoke-key', kid, reason: '遗失' }
  ],
  statusOf: status,
  statuses: { none: '', registered: '已登记' }
})

const sealingKeyMachine = defineMachine({
  name: 'sealing-key',
  title: { zh: '封存公钥', en: 'Sealing key' },
  source: 'services/info-sharing/src/domain/attachment-key.ts',
  decider: sealingKey,
  events: sealingKeyEvents,
  commands: [
    { do: 'publish', code: 'psb', recipient: 'age1a' },
    { do: 'publish', code: 'psb', recipient: 'age1b' }
  ],
  statusOf: status,
  statuses: { none: '', published: '已公布' }
})

const officerMachine = defineMachine({
  name: 'officer',
  title: { zh: '工作人员', en: 'Officer' },
  source: 'services/info-sharing/src/domain/officer.ts',
  decider: officer,
  events: officerEvents,
  commands: [
    {
      do: 'grant',
      at: { agency: 'psb', office: false },
      person: 'p-017',
      role: 'handler',
      by: { agency: 'amr', person: 'p-1' }
    },
    { do: 'revoke', role: 'handler', reason: '调离' }
  ],
  statusOf: status,
  statuses: { none: '', active: '在任', former: '已离任' }
})

const accountMachine = defineMachine({
  name: 'account',
  title: { zh: '账号', en: 'Account' },
  source: 'services/console/src/domain/account.ts',
  decider: account,
  events: accountEvents,
  commands: [
    { do: 'create', ...holder, hasRole: true, enrolUntil: later },
    { do: 'set-password', ...holder, secondFactor: 'required' },
    { do: 'set-password', ...holder, secondFactor: 'not-required' },
    { do: 'enrol-totp', ...holder, recoveryCodes: 10 },
    { do: 'reset', ...holder, hasRole: true, enrolUntil: later, reason },
    { do: 'lock', ...holder, failures: 10 },
    { do: 'unlock', ...holder, reason },
    { do: 'disable', ...holder, reason },
    { do: 'link', ...holder, hasRole: true, issuer: 'https://id.test', identity },
    { do: 'unlink', ...holder, identity, reason }
  ],
  statusOf: status,
  statuses: { none: '', invited: '待启用', active: '启用', locked: '锁定', disabled: '停用' }
})

const sessionMachine = defineMachine({
  name: 'session',
  title: { zh: '登录会话', en: 'Session' },
  source: 'services/console/src/domain/session.ts',
  decider: session,
  events: sessionEvents,
  commands: [
    { do: 'open', data: { ...holder, method: 'password', factor: 'totp', address: '10.1.2.3' } },
    { do: 'close', reason: 'sign-out' },
    {
      do: 'report-refused',
      data: { ...holder, reason: 'password', count: 3, from: now, until: later, addresses: ['10.1.2.3'] }
    }
  ],
  statusOf: status,
  statuses: { none: '', open: '已登录', closed: '已退出', refused: '被拒绝' }
})

/** Who speaks, and who signs in. */
export const directoryAndSignIn = [agencyMachine, sealingKeyMachine, officerMachine, accountMachine, sessionMachine]
