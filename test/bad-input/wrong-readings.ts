import type { World } from './world.ts'
import { format, invalid, notInteger, planted, unknown, type WrongRequest, wrong } from './wrong-request.ts'

const lastId = { code: 'cursor.invalid', detail: 'Last-Event-ID is the id of the last event received' } as const
const nothing = { code: 'mailbox.no-such-sequence', detail: 'nothing has come with this sequence' } as const
const reason = { code: 'replay.reason-required', detail: 'say in reason why bodies are read' } as const
const emptyRange = { code: 'replay.empty-range', detail: 'from must be before to' } as const

/** Mailbox, its stream and its receipts; replay and gap report. */
export function wrongReadings({ receiptSequence }: World): WrongRequest[] {
  const auditor = { as: 'amr', role: 'audit-admin' } as const
  const most = (path: string, limit: number) => wrong(path, `应不大于 ${limit}`, `must be <= ${limit}`, 'query')
  const receipt = (sequence: number | string) => ({ send: `POST /v1/mailbox/${sequence}/receipt`, body: {} })
  const streams: [what: string, id: string][] = [
    ['a text', 'planted-7f3a9c'],
    ['a negative number', '-1'],
    ['a fraction', '1.5'],
    ['16 digits', '9'.repeat(16)],
    ['two numbers', '1, 2']
  ]
  return [
    ...streams.map(([what, id]) => ({
      what: `Last-Event-ID: ${what}`,
      send: 'GET /v1/mailbox/stream',
      headers: { 'last-event-id': id },
      ...lastId
    })),
    {
      what: 'a cursor before the beginning',
      send: 'GET /v1/mailbox?after=-1',
      ...invalid(wrong('/after', '应不小于 0', 'must be >= 0', 'query'))
    },
    {
      what: 'a cursor beyond all numbers',
      send: 'GET /v1/mailbox?after=99999999999999999999',
      ...invalid(notInteger('/after', 'query'))
    },
    { what: '501 copies', send: 'GET /v1/mailbox?limit=501', ...invalid(most('/limit', 500)) },
    { what: 'waiting for an hour', send: 'GET /v1/mailbox?wait=3600', ...invalid(most('/wait', 30)) },
    { what: "another agency's mailbox", send: 'GET /v1/mailbox?agency=psb', ...invalid(unknown('/agency', 'query')) },
    { what: 'a receipt for what never came', ...receipt(999_999), ...nothing },
    {
      what: 'a receipt for sequence 0',
      ...receipt(0),
      ...invalid(wrong('/sequence', '应不小于 1', 'must be >= 1', 'path'))
    },
    { what: 'a receipt for a text', ...receipt('abc'), ...invalid(notInteger('/sequence', 'path')) },
    {
      what: 'a receipt for a sequence beyond all numbers',
      ...receipt('99999999999999999999'),
      ...invalid(notInteger('/sequence', 'path'))
    },
    {
      what: 'a receipt for a receipt',
      as: 'amr',
      ...receipt(receiptSequence),
      code: 'receipt.of-receipt',
      detail: 'a receipt is not signed for'
    },
    { what: "a receipt for the sequence of another's mailbox", as: 'tax', ...receipt(receiptSequence), ...nothing },
    {
      what: 'a receipt with a person',
      as: 'psb',
      ...receipt(1),
      body: { recipient: 'tax', note: planted },
      ...invalid(unknown('/recipient'))
    },
    {
      what: 'a replay that ends before it begins',
      ...auditor,
      send: 'GET /v1/replay?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z',
      ...emptyRange
    },
    {
      what: 'a replay of no time at all',
      ...auditor,
      send: 'GET /v1/replay?from=2026-02-01T00:00:00Z&to=2026-02-01T08:00:00%2B08:00',
      ...emptyRange
    },
    {
      what: 'a replay beyond the log',
      ...auditor,
      send: 'GET /v1/replay?upto=999999999',
      code: 'replay.beyond-log',
      detail: /^the log ends at \d+$/
    },
    { what: 'bodies without a reason', ...auditor, send: 'GET /v1/replay?bodies=true', ...reason },
    {
      what: 'bodies with a blank reason',
      ...auditor,
      send: 'GET /v1/replay?bodies=true&reason=%20',
      ...invalid(format('/reason', 'text', 'query'))
    },
    {
      what: 'bodies for an agency',
      send: 'GET /v1/replay?bodies=true&reason=curious',
      code: 'access.denied',
      detail: 'role agency-system may not replay.bodies'
    },
    {
      what: 'bodies perhaps',
      ...auditor,
      send: 'GET /v1/replay?bodies=perhaps',
      ...invalid(wrong('/bodies', '应为布尔值', 'must be boolean', 'query'))
    },
    {
      what: 'a replay for the security administrator',
      as: 'amr',
      role: 'security-admin',
      send: 'GET /v1/replay',
      code: 'access.denied',
      detail: 'role security-admin may not replay.run'
    },
    {
      what: 'an event type with a wildcard',
      ...auditor,
      send: 'GET /v1/replay?type=clue.*',
      ...invalid(wrong('/type', '格式不符', 'must match pattern "^[a-z-]+\\.[a-z-]+\\.v[1-9]\\d*$"', 'query'))
    },
    {
      what: 'an unknown stream',
      ...auditor,
      send: 'GET /v1/replay?stream=MAIL',
      ...invalid(
        wrong('/stream', '不是允许的取值', 'must be equal to constant', 'query'),
        wrong('/stream', '不符合任何一种允许的形式', 'must match a schema in anyOf', 'query')
      )
    },
    {
      what: 'the gap report for an agency',
      send: 'GET /v1/gaps',
      code: 'access.denied',
      detail: 'role agency-system may not gaps.read'
    },
    {
      what: 'an unknown option of the gap report',
      ...auditor,
      send: 'GET /v1/gaps?repair=true',
      ...invalid(unknown('/repair', 'query'))
    }
  ]
}
