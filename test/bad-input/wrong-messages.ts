import { mintToken } from '@wuhu/access'
import { hmacSigned } from './forged-token.ts'
import { ahead, lead, officer, type World } from './world.ts'
import { format, invalid, missing, notInteger, notText, planted, type Refused, unknown } from './wrong-request.ts'

/** One row for the NATS door: a request on `cmd.<agency>.<command>`. */
export interface WrongMessage extends Refused {
  readonly what: string
  readonly agency?: string
  readonly command: string
  /** Null sends none; default a fresh one of `agency`. */
  readonly token?: string | null
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The path that the problem names: the one that the same request has on HTTP. */
  readonly instance?: string
}

/** The same refusals as over HTTP, for the same commands. */
export async function wrongMessages({ stack, assigned, verifying, usedKey, keys }: World): Promise<WrongMessage[]> {
  const seed = await stack.seed('science')
  const receive = { command: 'clue.receive', body: lead }
  const on = (id: string, step: string) => ({ command: `clue.${step}`, instance: `/v1/clues/${id}/${step}` })
  const subject = { code: 'subject.agency', detail: 'send to cmd.<your agency>.<command>' } as const
  const rows: WrongMessage[] = [
    { what: 'no token', ...receive, token: null, code: 'token.missing', detail: 'the request carries no bearer token' },
    {
      what: 'an expired token',
      ...receive,
      token: await mintToken({ seed, agency: 'science', now: () => new Date(Date.now() - 400_000) }),
      code: 'token.expired',
      detail: 'the token has expired'
    },
    {
      what: 'a token of HS256',
      ...receive,
      token: hmacSigned(keys.stranger.kid, {}),
      code: 'token.algorithm',
      detail: 'alg must be EdDSA'
    },
    {
      what: 'a revoked key',
      ...receive,
      token: await mintToken({ seed: keys.revoked.seed, agency: 'science' }),
      code: 'token.key-revoked',
      detail: 'the key is revoked'
    },
    { what: "another agency's subject", ...receive, agency: 'psb', token: await stack.token('science'), ...subject },
    {
      what: 'a role that may not',
      ...receive,
      agency: 'amr',
      token: await stack.token('amr', 'audit-admin'),
      code: 'access.denied',
      detail: 'role audit-admin may not clue.register'
    },
    {
      what: 'broken JSON',
      ...receive,
      body: `{"title": ${planted}`,
      code: 'request.invalid-json',
      detail: 'the body cannot be parsed'
    },
    {
      what: 'broken UTF-8',
      ...receive,
      body: Buffer.from([0x22, 0xff, 0x22]),
      code: 'request.invalid-utf8',
      detail: 'send the body in UTF-8'
    },
    {
      what: 'depth 100,000',
      ...receive,
      body: '['.repeat(100_000),
      code: 'request.too-deep',
      detail: 'nest at most 32 levels'
    },
    {
      what: '300 KB',
      ...receive,
      body: { ...lead, description: 'x'.repeat(300_000) },
      code: 'request.too-large',
      detail: 'the body exceeds the limit'
    },
    { what: '__proto__', ...receive, body: '{"__proto__": {}}', code: 'request.prototype', detail: 'rename the field' },
    {
      what: 'no body',
      ...receive,
      body: '',
      ...invalid(missing('/channel'), missing('/title'), missing('/allegedAct'))
    },
    { what: 'an unknown field', ...receive, body: { ...lead, extra: planted }, ...invalid(unknown('/extra')) },
    { what: 'a number for a text', ...receive, body: { ...lead, title: 1 }, ...invalid(notText('/title')) },
    {
      what: 'a wrong check digit',
      ...receive,
      body: { ...lead, subject: { uscc: '914403001922038217' } },
      ...invalid(format('/subject/uscc', 'uscc'))
    },
    {
      what: 'a used Idempotency-Key with another body',
      ...receive,
      body: { ...lead, title: planted },
      headers: { 'Idempotency-Key': usedKey },
      code: 'idempotency.mismatch',
      detail: 'the key belongs to another request'
    },
    {
      what: 'a malformed If-Match',
      ...on(assigned, 'accept'),
      agency: 'psb',
      body: { id: assigned },
      headers: { 'If-Match': '3' },
      code: 'if-match.invalid',
      detail: 'If-Match is one ETag as it was given: a number in double quotes'
    },
    {
      what: 'a stale version',
      ...on(assigned, 'accept'),
      agency: 'psb',
      body: { id: assigned },
      headers: { 'If-Match': '"2"' },
      code: 'version.stale',
      detail: 'If-Match names another version than the stored one'
    },
    {
      what: 'accepting twice',
      ...on(verifying, 'accept'),
      agency: 'psb',
      body: { id: verifying },
      code: 'clue.wrong-status',
      detail: 'is verifying; possible when assigned'
    },
    {
      what: 'the wrong role',
      ...on(assigned, 'assign'),
      agency: 'amr',
      body: { id: assigned, to: 'psb', dueAt: ahead(5), by: officer('liaison') },
      code: 'clue.role',
      detail: 'needs role office-head or office-staff in by'
    },
    {
      what: 'a stranger',
      ...on(assigned, 'accept'),
      agency: 'tax',
      body: { id: assigned },
      code: 'clue.unknown',
      detail: 'there is no such clue'
    },
    { what: 'no id', ...on(':id', 'accept'), agency: 'psb', body: {}, ...invalid({ ...missing('/id'), in: 'path' }) },
    {
      what: 'a receipt for a text',
      command: 'mailbox.receipt',
      body: { sequence: 'abc' },
      instance: '/v1/mailbox/abc/receipt',
      ...invalid(notInteger('/sequence', 'path'))
    },
    {
      what: 'a receipt for what never came',
      command: 'mailbox.receipt',
      body: { sequence: 999_999 },
      instance: '/v1/mailbox/999999/receipt',
      code: 'mailbox.no-such-sequence',
      detail: 'nothing has come with this sequence'
    }
  ]
  return rows.map((row) => ({ instance: '/v1/clues', ...row }))
}
