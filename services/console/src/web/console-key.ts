import type { KeyRecord } from '@wuhu/access'
import type { ConsoleKey } from '../routes/session.ts'

/** The key that the console signs tokens with; whose it is, is for the directory to say. */
export function createConsoleKey(options: {
  readonly seed: string
  /** Public key of `seed`. */
  readonly kid: string
  readonly audience: string
  lookupKey(kid: string): Promise<KeyRecord | undefined>
}): ConsoleKey {
  const { seed, kid, audience, lookupKey } = options
  return {
    seed,
    audience,
    async agency() {
      const record = await lookupKey(kid)
      return record?.role === 'console' && record.revokedAt === undefined ? record.agency : undefined
    }
  }
}
