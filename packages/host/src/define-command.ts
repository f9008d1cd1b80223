import { type Static, type TObject, type TSchema, Type } from '@sinclair/typebox'
import type { Action, Caller } from '@wuhu/access'
import type { Actor, Provenance, Title } from '@wuhu/contracts'

/** A command as its handler gets it, whichever door it came by. */
export interface Call<Params, Body> {
  readonly caller: Caller
  /** Who acts: the officer from the token, or the one whom the agency's system names in `by`. */
  readonly actor: Actor
  /** What the inspectors found out: who attested, who signed. */
  readonly provenance: Provenance
  readonly params: Params
  readonly body: Body
  readonly idempotencyKey?: string
  /** SHA-256 (hex) of name, params and body: tells whether a key is used again for the same request. */
  readonly fingerprint: string
  /** From If-Match. */
  readonly expectedVersion?: number
  readonly correlationId: string
  /** W3C Trace Context of this request. */
  readonly traceparent: string
  /** May be used once for a write without idempotency key. `expiresAt` in seconds since 1970. */
  readonly token: { readonly jti: string; readonly expiresAt: number }
}

export interface Answer {
  /** JSON. */
  readonly body: unknown
  /** Becomes the ETag. */
  readonly version?: number | undefined
  readonly location?: string | undefined
  readonly status?: number | undefined
  /** The first answer again, because the idempotency key was seen before. */
  readonly replayed?: boolean | undefined
}

/** One definition serves HTTP and NATS. */
export interface CommandDefinition<P extends TObject = TObject, B extends TObject = TObject> {
  /** `<area>.<imperative>`; on NATS `cmd.<agency>.<name>`. */
  readonly name: string
  /** `/v1/clues/:id/accept` */
  readonly path: string
  readonly action: Action
  readonly title: Title
  readonly description?: Title
  /** Group in the documentation; default: the area. */
  readonly tag?: string
  readonly params: P
  readonly body: B
  readonly answer: TSchema
  readonly status: 200 | 201
  /** Brings text from outside onto the bus: it is scanned for marks of state secrets, and attested. */
  readonly intake?: boolean
  /** @throws Refusal, Forbidden, NotFound, Problem, and what the store throws */
  execute(call: Call<Static<P>, Static<B>>): Promise<Answer>
}

type Given<P extends TObject, B extends TObject> = Omit<CommandDefinition<P, B>, 'params' | 'body' | 'status'> & {
  params?: P
  body?: B
  status?: 200 | 201
}

const nothing = Type.Object({}, { additionalProperties: false })

/** Declares a command. @throws TypeError for a definition that contradicts itself */
export function defineCommand<P extends TObject = TObject, B extends TObject = TObject>(
  given: Given<P, B>
): CommandDefinition<P, B> {
  const command = {
    status: 200 as const,
    ...given,
    params: given.params ?? (nothing as P),
    body: given.body ?? (nothing as B)
  }
  const { name, path, params, body } = command
  if (!/^[a-z-]+(\.[a-z-]+)+$/.test(name)) throw new TypeError(`command ${name}: name it <area>.<imperative>`)
  checkSchemas(name, path, params, body)
  const both = Object.keys(params.properties).filter((key) => key in body.properties)
  if (both.length > 0) throw new TypeError(`command ${name}: ${both.join(', ')} is in the path and in the body`)
  return Object.freeze(command)
}

/** @throws TypeError unless the path names exactly the params, and every schema refuses unknown fields */
export function checkSchemas(name: string, path: string, params: TObject, ...others: TObject[]): void {
  const named = [...path.matchAll(/:([a-zA-Z]\w*)/g)].map(([, key]) => key)
  if ([...named].sort().join() !== Object.keys(params.properties).sort().join()) {
    throw new TypeError(`${name}: ${path} does not name the params ${Object.keys(params.properties).join(', ')}`)
  }
  for (const schema of [params, ...others]) {
    if (schema.additionalProperties !== false) throw new TypeError(`${name}: a schema does not refuse unknown fields`)
  }
}
