import { createHash } from 'node:crypto'
import type { Caller } from '@wuhu/access'
import { canonicalJson } from '@wuhu/access/signing'
import type { Actor, Provenance } from '@wuhu/contracts'
import { actorOf } from './actor-of.ts'
import type { CommandDefinition } from './define-command.ts'
import { Problem } from './problem.ts'

/** A command about to run, as those who look at it first get it. */
export interface Inspected extends CommandInput {
  readonly actor: Actor
  /** Command name, params and body as sent, in canonical JSON: the words of what an agency signs. */
  readonly statement: string
}

/** Looks at every command, at both doors, before it runs. @returns what it found out @throws to refuse */
export type Inspect = (command: CommandDefinition, input: Inspected) => Provenance | Promise<Provenance>

/** A validated request to run a command. Header names in small letters. */
export interface CommandInput {
  readonly caller: Caller
  readonly params: unknown
  readonly body: unknown
  /** The body in canonical JSON as it was sent, before the schema's defaults were filled in. */
  readonly sent: string
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
export async function runCommand(
  command: CommandDefinition,
  input: CommandInput,
  inspectors: readonly Inspect[] = []
): Promise<CommandOutput> {
  const { caller, params, body, sent, headers, correlationId, traceparent } = input
  const idempotencyKey = idempotencyKeyOf(headers['idempotency-key'])
  const expectedVersion = expectedVersionOf(headers['if-match'])
  const statement = `${command.name}\n${canonicalJson(params)}\n${sent}`
  const actor = actorOf(caller, command.action, body)
  let provenance: Provenance = {}
  for (const inspect of inspectors) {
    provenance = { ...provenance, ...(await inspect(command, { ...input, actor, statement })) }
  }
  const answer = await command.execute({
    caller,
    actor,
    provenance,
    params: params as never,
    body: body as never,
    fingerprint: createHash('sha256').update(statement).digest('hex'),
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
