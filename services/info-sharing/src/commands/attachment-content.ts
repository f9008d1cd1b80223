import { createHash } from 'node:crypto'
import { Problem } from '@wuhu/host'

/** What was announced of a ciphertext. */
export interface Announced {
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  /** To how many keys it is sealed. */
  readonly keys: number
}

/** A header of 32 recipients has less than 8 KiB. */
const longestHeader = 16 * 1024

/**
 * The content as it comes, as long as it is what was announced: an age file (age-encryption.org/v1) sealed to X25519 keys
 * only, as many as were named, of that size and hash. What is readable without a key gets no further than its first bytes.
 * @throws Problem 422
 */
export async function* checkedContent(
  content: AsyncIterable<Uint8Array>,
  { size, sha256, keys }: Announced
): AsyncGenerator<Uint8Array, void, void> {
  const hash = createHash('sha256')
  let seen = 0
  let header: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of content) {
    seen += chunk.length
    if (seen > size) throw differs('size', 'more bytes came than were announced')
    hash.update(chunk)
    if (!header) {
      yield chunk
      continue
    }
    header = Buffer.concat([header, chunk])
    if (!isSealed(header, keys)) continue
    yield header
    header = undefined
  }
  if (header) throw notSealed('its header does not end')
  if (seen < size) throw differs('size', 'fewer bytes came than were announced')
  if (hash.digest('hex') !== sha256) throw differs('sha256', 'the content has another SHA-256 than was announced')
}

/** @returns whether the header is complete @throws Problem 422 as soon as it cannot become one that is wanted */
function isSealed(start: Buffer, keys: number): boolean {
  const magic = 'age-encryption.org/v1\n'
  const text = start.toString('latin1', 0, longestHeader)
  if (!magic.startsWith(text.slice(0, magic.length))) throw notSealed('it is no age file')
  const end = /\n--- [A-Za-z0-9+/]{43}\n/.exec(text)
  if (!end) {
    if (start.length >= longestHeader) throw notSealed('its header does not end')
    return false
  }
  const stanzas = [...text.slice(0, end.index).matchAll(/\n-> (\S+)/g)].map(([, type = '']) => type)
  // Some programs add a stanza of no meaning, so that readers learn to pass over what they do not know.
  const sealed = stanzas.filter((type) => !type.endsWith('-grease'))
  if (sealed.some((type) => type !== 'X25519')) throw notSealed('it can be opened by other than X25519 keys')
  if (sealed.length !== keys) throw notSealed(`it is sealed to ${sealed.length} keys, and ${keys} were named`)
  return true
}

const notSealed = (why: string) => new Problem(422, 'attachment.not-sealed', `the content is refused: ${why}`)
const differs = (what: 'size' | 'sha256', detail: string) => new Problem(422, `attachment.${what}-differs`, detail)
