import { Problem } from './problem.ts'

/** Bytes of a request's body at most, unless a host is told otherwise. */
export const defaultBodyLimit = 256 * 1024
const maxDepth = 32
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The body of a request, from any door. No body is `{}`.
 * @throws Problem 400 for broken UTF-8, deeper nesting than 32, what is not JSON, names that reach into prototypes, and a
 * name that an object has twice: of the two readers take different ones (RFC 7493)
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {}
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    throw new Problem(400, 'request.invalid-utf8', 'send the body in UTF-8')
  }
  const { depth, members } = measure(text)
  if (depth > maxDepth) throw new Problem(400, 'request.too-deep', `nest at most ${maxDepth} levels`)
  let forbidden = false
  let value: unknown
  try {
    value = JSON.parse(text, suspicious.test(text) ? refuse : undefined)
  } catch {
    throw new Problem(400, 'request.invalid-json', 'the body cannot be parsed')
  }
  if (forbidden) throw new Problem(400, 'request.prototype', 'rename the field')
  if (countMembers(value) !== members) throw new Problem(400, 'request.duplicate-name', 'name each field once')
  return value

  function refuse(key: string, inner: unknown): unknown {
    if (key === '__proto__' || (key === 'constructor' && Object.hasOwn(Object(inner), 'prototype'))) forbidden = true
    return inner
  }
}

/** An escape may spell a name that the text does not show. */
const suspicious = /__proto__|constructor|\\u/

/** How deep it nests (one more than allowed is where it stops), and how many members its objects have: one for each colon. */
function measure(text: string): { depth: number; members: number } {
  let level = 0
  let depth = 0
  let members = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x3a) members++
    else if (code === 0x7b || code === 0x5b) {
      if (++level > depth) depth = level
      if (depth > maxDepth) break
    } else if (code === 0x7d || code === 0x5d) level--
  }
  return { depth, members }
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) for (const inner of value) count += countMembers(inner)
  else for (const name in value) count += 1 + countMembers((value as Record<string, unknown>)[name])
  return count
}
