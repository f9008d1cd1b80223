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
  /** For whom the console asks; `role` narrows what the officer may do to one of the roles held. */
  officer?: { readonly agency: string; readonly person: string; readonly role?: string }
  now?: () => Date
}): Promise<string> {
  const { seed, agency, officer, audience = 'wuhu', lifetime = maxLifetime, now = () => new Date() } = options
  if (!(lifetime > 0 && lifetime <= maxLifetime)) {
    throw new RangeError(`a token lives 1 to ${maxLifetime} seconds, not ${lifetime}`)
  }
  const { kid, key } = privateKeyOf(seed)
  const issuedAt = Math.floor(now().getTime() / 1000)
  const claims = officer && {
    sub: `${officer.agency}/${officer.person}`,
    ...(officer.role !== undefined && { role: officer.role })
  }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
    .setIssuer(agency)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + Math.floor(lifetime))
    .setJti(randomUUID())
    .sign(key)
}
