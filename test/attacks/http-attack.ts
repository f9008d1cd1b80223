import type { ServiceName } from '@wuhu/infra/stack-options'
import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { ask, type RawAnswer } from '../bad-input/ask.ts'
import { serviceOf } from '../stack/client.ts'
import type { Answered, Target } from './http-target.ts'

/** One attack by HTTP, the refusal that it must meet, and what the service's log must say of it. */
export interface HttpAttack {
  readonly what: string
  /** Method and address. */
  readonly send: string
  readonly service?: ServiceName
  /** Whose fresh token goes along, default science; `token` instead of it, null for none. */
  readonly as?: string
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: unknown
  readonly status: number
  /** Problem code; undefined where the attack is simply without effect. */
  readonly code?: string
  /** More of the log line; `agency: undefined` where nobody is known. */
  readonly log?: Partial<Answered>
}

/** Stands in what attacks carry: found in a header, a log line or an answer beyond its `instance`, it is a leak. */
export const mark = 'attack-5e1f'

/** What helmet sets, and what no cache and no other origin may do. */
export function assertGuarded(t: Test, headers: Readonly<Record<string, string>>, what: string): void {
  t.match(headers, { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }, `${what}: guarded`)
  t.match(headers['content-security-policy'], /default-src '(self|none)'/, `${what}: content security policy`)
  t.match(headers['x-frame-options'], /^(SAMEORIGIN|DENY)$/, `${what}: not framed`)
  t.match(headers['referrer-policy'], /^(no-referrer|same-origin)$/, `${what}: no referrer`)
  const open = Object.keys(headers).filter((name) => /^(access-control-|x-powered-by|server$|set-cookie)/.test(name))
  t.same(open, [], `${what}: opens nothing to other sites and says nothing of the server`)
}

/** Traces of our code and of our database. */
export const ours =
  /node_modules|node:internal|\.ts:\d|\n\s+at |\/services\/|\/packages\/|syntax error|SQLSTATE|pg_|select .* from/i

/** An answer of a service to an attacker tells nothing of the service. */
export function assertSilent(t: Test, answer: RawAnswer, what: string): void {
  const body = parsed(answer.text)
  const { instance: _address, ...rest } = body ?? {}
  t.notMatch(body ? JSON.stringify(rest) : answer.text, ours, `${what}: no traces of code`)
  t.notOk(JSON.stringify(answer.headers).includes(mark), `${what}: nothing is echoed in headers`)
  if (body) t.notOk(JSON.stringify(rest).includes(mark), `${what}: nothing is echoed in the body`)
}

/** Sends every attack in turn. Each meets its refusal and leaves its line in the log; together they store nothing. */
export async function repel(t: Test, target: Target, attacks: readonly HttpAttack[]): Promise<void> {
  const before = await target.count()
  const sent: { attack: HttpAttack; service: ServiceName; id: string | undefined }[] = []
  for (const attack of attacks) {
    const { what, status, code } = attack
    const service = attack.service ?? serviceOf(attack.send.split(' ')[1] ?? '')
    const answer = await launch(target, service, attack)
    t.equal(answer.status, status, `${what}: ${answer.text.slice(0, 300)}`)
    if (code !== undefined) {
      t.match(parsed(answer.text), { code, status, type: `urn:wuhu:problem:${code}` }, what)
      t.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8', what)
    }
    assertGuarded(t, answer.headers, what)
    assertSilent(t, answer, what)
    sent.push({ attack, service, id: answer.headers['x-request-id'] })
  }
  t.same(await target.count(), before, 'nothing is stored')
  for (const { attack, service, id } of sent) {
    const { what, status, code, log } = attack
    const line = await answeredLine(target, service, id)
    t.match(line, { status, ...(code !== undefined && { code }), ...log }, `${what}: its log line`)
    if (status === 401) t.match(line, { agency: undefined, address: /^(::ffff:)?127\.0\.0\.1$/ }, `${what}: whence`)
    t.notMatch(line.text, secrets, `${what}: the line holds no secret`)
    t.notOk(line.text.includes(mark), `${what}: the line repeats nothing`)
  }
}

const secrets = /eyJ[A-Za-z0-9_-]{8}|S[UAO][A-Z2-7]{56}/

async function launch({ stack }: Target, service: ServiceName, attack: HttpAttack): Promise<RawAnswer> {
  const [method = '', path = ''] = attack.send.split(' ')
  const token = attack.token === undefined ? await stack.token(attack.as ?? 'science') : attack.token
  const { body } = attack
  const headers = {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(method === 'POST' && { 'wuhu-attestation': 'no-state-secret; by=p-1' }),
    ...attack.headers
  }
  const bytes =
    body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  return await ask(stack.urls[service], method, path, headers as Record<string, string>, bytes)
}

/** The line that a service wrote when it had answered; that is just after the answer went out. */
export async function answeredLine(target: Target, service: ServiceName, id: string | undefined): Promise<Answered> {
  const find = async () =>
    (await target.log(service)).find(({ msg, requestId }) => msg === 'answered' && requestId === id)
  return await until(find, { within: 5_000, what: `the line of request ${id} in the log of ${service}` })
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}
