import { invalid, missing, planted, type WrongRequest } from './wrong-request.ts'

const denied = (role: string, action: string) =>
  ({ code: 'access.denied', detail: `role ${role} may not ${action}` }) as const

/** What a role may not do at all, whatever it is about; and the operators' doors. */
export function wrongRoles(): WrongRequest[] {
  const admin = { as: 'amr', role: 'security-admin' } as const
  const agency = { code: 'newcomer', name: '新单位', membership: ['conference'], assessable: true }
  return [
    {
      what: 'an agency registering another',
      send: 'POST /v1/agencies',
      body: agency,
      ...denied('agency-system', 'directory.change')
    },
    {
      what: 'the office registering without its security administrator',
      as: 'amr',
      send: 'POST /v1/agencies',
      body: agency,
      ...denied('agency-system', 'directory.change')
    },
    {
      what: 'the security administrator reading clues',
      ...admin,
      send: 'GET /v1/clues',
      ...denied('security-admin', 'clue.read')
    },
    {
      what: 'the auditor sending a clue',
      as: 'amr',
      role: 'audit-admin',
      send: 'POST /v1/clues',
      body: { title: planted },
      ...denied('audit-admin', 'clue.register')
    },
    {
      what: 'the auditor reading a mailbox',
      as: 'amr',
      role: 'audit-admin',
      send: 'GET /v1/mailbox',
      ...denied('audit-admin', 'mailbox.read')
    },
    {
      what: 'the system administrator reading assistances',
      as: 'amr',
      role: 'system-admin',
      send: 'GET /v1/assistances',
      ...denied('system-admin', 'assistance.read')
    },
    {
      what: 'an agency reading the parked events',
      send: 'GET /v1/parked',
      service: 'notifications',
      ...denied('agency-system', 'parked.read')
    },
    { what: 'an agency reading figures', send: 'GET /metrics', ...denied('agency-system', 'metrics.read') },
    {
      what: 'figures for nobody',
      send: 'GET /metrics',
      token: null,
      code: 'token.missing',
      detail: 'the request carries no bearer token'
    },
    {
      what: 'retrying what is not parked',
      as: 'amr',
      role: 'system-admin',
      send: 'POST /v1/parked/timeline/1/retry',
      service: 'info-sharing',
      body: {},
      code: 'parked.unknown',
      detail: 'there is no such parked event'
    },
    {
      what: 'skipping without a reason',
      as: 'amr',
      role: 'system-admin',
      send: 'POST /v1/parked/timeline/1/skip',
      service: 'notifications',
      body: {},
      ...invalid(missing('/reason'))
    }
  ]
}
