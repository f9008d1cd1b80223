import { type HttpAttack, mark } from './http-attack.ts'

const lead = { channel: 'report', title: '甲', allegedAct: 'inducement' }
const malformed = { status: 400, code: 'request.malformed' }

/** Headers that would become another header, another log line, another meaning. */
export function headerAttacks(): HttpAttack[] {
  const post = { send: 'POST /v1/clues', body: lead }
  const list = { send: 'GET /v1/agencies', status: 200, log: { agency: 'science' } }
  const twice = (name: string, ...values: string[]) => ({ what: `two headers ${name}`, headers: { [name]: values } })
  return [
    ...[`a%0d%0aset-cookie: ${mark}`, `${mark}/..`, `"${mark}","level":"fatal"`, mark.padEnd(65, 'x'), `<${mark}>`].map(
      (value) => ({ what: 'X-Request-Id as it likes', ...list, headers: { 'x-request-id': value } })
    ),
    ...[
      `00-${mark}-01`,
      `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`,
      `ff-${'a'.repeat(32)}-${'b'.repeat(16)}-01-${mark}`
    ].map((value) => ({ what: 'traceparent as it likes', ...list, headers: { traceparent: value, tracestate: mark } })),
    {
      what: 'Idempotency-Key with half a log line',
      ...post,
      headers: { 'idempotency-key': `${mark}","level":"fatal"\u00850` },
      status: 400,
      code: 'idempotency-key.invalid'
    },
    {
      what: 'If-Match with SQL',
      ...post,
      headers: { 'if-match': `"1' or '1'='1' -- ${mark}"` },
      status: 400,
      code: 'if-match.invalid'
    },
    { what: 'Wuhu-Signature as it likes', ...post, headers: { 'wuhu-signature': mark }, status: 422 },
    {
      what: 'a line break in an address',
      send: `GET /v1/clues/%0d%0aset-cookie:%20${mark}=1`,
      status: 400,
      code: 'request.invalid'
    },
    {
      what: 'a line break in a cursor',
      send: `GET /v1/clues?after=%0d%0alocation:%20https://${mark}.test`,
      status: 400,
      code: 'cursor.invalid'
    },
    { ...twice('authorization', 'Bearer x', 'Bearer y'), send: 'GET /v1/mailbox', token: null, ...malformed },
    { ...twice('idempotency-key', mark, 'b'), ...post, ...malformed },
    { ...twice('if-match', '"1"', '"2"'), ...post, ...malformed },
    { ...twice('wuhu-attestation', 'no-state-secret; by=p-1', mark), ...post, ...malformed },
    { ...twice('content-type', 'application/json', 'text/plain'), ...post, ...malformed },
    {
      what: 'a body in another coding',
      ...post,
      headers: { 'content-encoding': 'gzip' },
      status: 415,
      code: 'request.media-type'
    },
    {
      what: 'a body in a charset that hides',
      ...post,
      headers: { 'content-type': `application/json; charset=utf-7; ${mark}` },
      body: '+AHsAIgB0AGkAdABsAGUAIgA6ADEAfQ-',
      status: 400,
      code: 'request.invalid-json'
    },
    {
      what: 'a media type that only ends in JSON',
      ...post,
      headers: { 'content-type': 'text/plain+json' },
      status: 415
    }
  ]
}
