import { createHash } from 'node:crypto'

/** Something that looks like a secret. It is named by a fingerprint, so that no report repeats it. */
export interface FoundSecret {
  readonly kind: string
  /** From 1. */
  readonly line: number
  /** First 12 hexadecimal digits of its SHA-256. */
  readonly fingerprint: string
}

/** Secrets of this system by their form. An NKey seed: `S`, who it is for, 56 letters of base32. */
const patterns: Readonly<Record<string, RegExp>> = {
  'nkey-seed': /\bS[UAOCNX][A-Z2-7]{56}\b/g,
  'age-key': /AGE-SECRET-KEY-1[A-Z0-9]{58}/g,
  'private-key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g,
  jwt: /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]{20,}/g,
  'url-password': /\b[a-z][a-z0-9+]*:\/\/[^\s:@/'"`]+:(?!\*\*\*@|password@|\$\{)[^\s@/'"`]+@/g,
  'sql-password': /\bpassword '(?!\*\*\*|\$\{)[^']+'/gi
}

/** How a secret is named. */
export const fingerprintOf = (secret: string): string => createHash('sha256').update(secret).digest('hex').slice(0, 12)

/** What in `text` has the form of a secret. `first` is the number of its first line. */
export function findSecrets(text: string, first = 1): FoundSecret[] {
  return Object.entries(patterns).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: secret, index }) => ({
      kind,
      line: first + text.slice(0, index).split('\n').length - 1,
      fingerprint: fingerprintOf(secret)
    }))
  )
}
