import { createHash } from 'node:crypto'

/** SHA-256 (hex) of JSON whose fields may stand in any order: two with the same content have the same. */
export function digestOf(json: unknown): string {
  const ordered = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value
  return createHash('sha256').update(JSON.stringify(json, ordered)).digest('hex')
}
