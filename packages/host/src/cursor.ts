import { createHash } from 'node:crypto'
import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { Problem } from './problem.ts'

/** Not a secret: it finds cursors that were typed, cut or taken from another list. */
const checkOf = (kind: string, json: string) =>
  createHash('sha256').update(`${kind}\n${json}`).digest('base64url').slice(0, 8)

/** A place in the list `kind`, opaque to callers. `value` is JSON. */
export function encodeCursor(kind: string, value: unknown): string {
  const json = JSON.stringify(value)
  return Buffer.from(`${checkOf(kind, json)}${json}`).toString('base64url')
}

/** @throws Problem 400 `cursor.invalid` for what `encodeCursor` did not write for this list */
export function decodeCursor<S extends TSchema>(kind: string, schema: S, text: string): Static<S> {
  const plain = Buffer.from(text, 'base64url').toString('utf8')
  const json = plain.slice(8)
  if (plain.slice(0, 8) === checkOf(kind, json)) {
    const value = parsed(json)
    if (Value.Check(schema, value)) return value
  }
  throw new Problem(400, 'cursor.invalid', 'take the cursor from the Link header of the page before')
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
