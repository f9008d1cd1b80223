import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { privateKeyOf } from './key.ts'

/** Seconds that a token may live at most. */
export const maxLifetime = 300

/**
 * A bearer token that an agency's system signs itself: JWT (RFC 7519), EdDSA (RFC 8037), `kid` the public NKey.
 * `lifetime` in seconds, at most 300.
 * @throws RangeError for another lifetime, TypeError for a seed that is none
 */
export async function mintToken(options: {
  seed: string
  agency: string
  audience?: string
  lifetime?: number
  now?: () => Date
}): Promise<string> {
  const { seed, agency, audience = 'wuhu', lifetime = maxLifetime, now = () => new Date() } = options
  if (!(lifetime > 0 && lifetime <= maxLifetime)) {
    throw new RangeError(`a token lives 1 to ${maxLifetime} seconds, not ${lifetime}`)
  }
  const { kid, key } = privateKeyOf(seed)
  const issuedAt = Math.floor(now().getTime() / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
    .setIssuer(agency)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + Math.floor(lifetime))
    .setJti(randomUUID())
    .sign(key)
}
