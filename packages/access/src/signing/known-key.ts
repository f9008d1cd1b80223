/** A key as the directory tells it; instants are RFC 3339. */
export interface KnownKey {
  readonly kid: string
  readonly agency: string
  readonly role: string
  readonly validFrom: string
  readonly validUntil?: string | undefined
  readonly revokedAt?: string | undefined
}

/** Seconds that a statement may be old when it is sent: a token's life, and a minute between two clocks. */
export const statementLife = 360
/** Seconds that a signer's clock may be ahead. */
export const clockSkew = 60

/** Whether the key spoke at that instant, milliseconds since 1970. */
export function validAt({ validFrom, validUntil, revokedAt }: KnownKey, at: number): boolean {
  const before = (end: string | undefined) => end === undefined || at < Date.parse(end)
  return Date.parse(validFrom) <= at && before(validUntil) && before(revokedAt)
}
