import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** Seconds of a step; 160 bits, SHA-1 and six digits are what every generator can do (RFC 6238, RFC 4226). */
const period = 30
/** Steps that a clock may be off, either way. */
const window = 1

export const newTotpSecret = (): Buffer => randomBytes(20)

const generator = (secret: Buffer, label = '') =>
  new TOTP({
    issuer: '五互协同 Five Mutuals',
    label,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period
  })

/** What a generator is set up with: the address in the picture, and the secret to type by hand. */
export function totpSetup(secret: Buffer, account: string): { readonly uri: string; readonly base32: string } {
  const totp = generator(secret, account)
  return { uri: totp.toString(), base32: totp.secret.base32 }
}

/** The step whose code it is, at most one away from `now` (milliseconds); undefined for a wrong code. */
export function totpStep(secret: Buffer, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = generator(secret).validate({ token: code, timestamp: now, window })
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta
}
