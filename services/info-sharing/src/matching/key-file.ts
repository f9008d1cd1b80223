import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { generatePublicKey, validatePrivateKey } from '@cloudflare/voprf-ts'
import { CryptoNoble } from '@cloudflare/voprf-ts/crypto-noble'
import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { Instant, MatchElement, MatchKeyId, matchSuite } from '@wuhu/contracts'

const keyFile = Type.Object({
  suite: Type.Literal(matchSuite),
  keys: Type.Array(
    Type.Object({
      keyId: MatchKeyId(),
      publicKey: MatchElement('公钥'),
      secret: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
      createdAt: Instant(),
      until: Type.Optional(Instant())
    }),
    { minItems: 1, maxItems: 16 }
  )
})

/** A key of the file. Only the current one has no end. */
export interface MatchKey {
  readonly keyId: string
  /** base64url */
  readonly publicKey: string
  readonly secret: Uint8Array
  /** RFC 3339 instant from which it is not used any more. */
  readonly until?: string
}

/**
 * The keys of a key file (`wuhu match key` makes it), the current one last.
 * @throws TypeError with one sentence that repeats no value
 */
export function parseKeyFile(text: string): MatchKey[] {
  let content: Static<typeof keyFile>
  try {
    content = Value.Decode(keyFile, JSON.parse(text))
  } catch {
    throw new TypeError('not a file of matching keys, or of another suite')
  }
  const keys = content.keys.map(({ keyId, publicKey, secret, until }) => {
    const bytes = new Uint8Array(Buffer.from(secret, 'base64url'))
    if (!validatePrivateKey(matchSuite, bytes, CryptoNoble)) throw new TypeError('a secret key is no scalar of P-256')
    const own = generatePublicKey(matchSuite, bytes, CryptoNoble)
    const id = createHash('sha256').update(own).digest('hex').slice(0, 32)
    if (id !== keyId || Buffer.from(own).toString('base64url') !== publicKey) {
      throw new TypeError('a key id or a public key does not belong to its secret key')
    }
    return { keyId, publicKey, secret: bytes, ...(until !== undefined && { until }) }
  })
  if (keys.filter(({ until }) => until === undefined).length !== 1) {
    throw new TypeError('exactly one key, the current one, has no end')
  }
  return keys.sort((a, b) => Number(a.until === undefined) - Number(b.until === undefined))
}

/** The keys that matching works with. */
export interface KeyRing {
  /** Those that have not ended at `now`, the current one last. */
  live(now: string): Promise<readonly MatchKey[]>
}

/**
 * The key file, read again when it was changed: a rotation needs no restart. While what was written there is unusable,
 * the keys stay as they were.
 * @throws Error with one sentence when the file cannot be used at the start
 */
export async function openKeyFile(path: string, warn: (fields: object, text: string) => void): Promise<KeyRing> {
  const read = async () => {
    const { mode, mtimeMs, size } = await stat(path)
    if (mode & 0o027) throw new Error('others may read or change it: chmod 600')
    return { keys: parseKeyFile(await readFile(path, 'utf8')), stamp: `${mtimeMs}/${size}` }
  }
  let known = await read()
  let refused = ''
  return {
    async live(now) {
      try {
        const { mtimeMs, size } = await stat(path)
        const stamp = `${mtimeMs}/${size}`
        if (stamp !== known.stamp && stamp !== refused) {
          refused = stamp
          known = await read()
        }
      } catch (error) {
        warn({ err: error }, 'matching keys unchanged: the file cannot be used')
      }
      return known.keys.filter(({ until }) => until === undefined || Date.parse(until) > Date.parse(now))
    }
  }
}
