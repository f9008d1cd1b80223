import { createHash } from 'node:crypto'
import type { Caller } from '@wuhu/access'
import { canonicalJson } from './canonical-json.ts'
import type { CommandDefinition } from './define-command.ts'
import { Problem } from './problem.ts'

/** A validated request to run a command. Header names in small letters. */
export interface CommandInput {
  readonly caller: Caller
  readonly params: unknown
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly correlationId: string
  readonly traceparent: string
}

export interface CommandOutput {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON text: the same bytes at every door. */
  readonly body: string
}

/** Runs a command whose caller is known and whose input is valid. @throws what the command throws */
export async function runCommand(command: CommandDefinition, input: CommandInput): Promise<CommandOutput> {
  const { caller, params, body, headers, correlationId, traceparent } = input
  const idempotencyKey = idempotencyKeyOf(headers['idempotency-key'])
  const expectedVersion = expectedVersionOf(headers['if-match'])
  const request = `${command.name}\n${canonicalJson(params)}\n${canonicalJson(body)}`
  const answer = await command.execute({
    caller,
    params: params as never,
    body: body as never,
    fingerprint: createHash('sha256').update(request).digest('hex'),
    correlationId,
    traceparent,
    token: { jti: caller.jti, expiresAt: caller.expiresAt },
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(expectedVersion !== undefined && { expectedVersion })
  })
  return {
    status: answer.status ?? command.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(answer.version !== undefined && { etag: `"${answer.version}"` }),
      ...(answer.location !== undefined && { location: answer.location }),
      ...(answer.replayed && { 'idempotency-replayed': 'true' })
    },
    body: JSON.stringify(answer.body)
  }
}

function idempotencyKeyOf(value: string | string[] | undefined): string | undefined {
  if (value === undefined || (typeof value === 'string' && /^[ -~]{1,128}$/.test(value))) return value
  throw new Problem(400, 'idempotency-key.invalid', 'Idempotency-Key is 1 to 128 printable ASCII characters')
}

function expectedVersionOf(value: string | string[] | undefined): number | undefined {
  if (value === undefined) return undefined
  const version = typeof value === 'string' && /^"(\d{1,15})"$/.exec(value)?.[1]
  if (version) return Number(version)
  throw new Problem(400, 'if-match.invalid', 'If-Match is one ETag as it was given: a number in double quotes')
}
