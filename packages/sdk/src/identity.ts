import { readFileSync } from 'node:fs'
import { mintToken } from '#access/mint-token'

/** Seconds that a token lives, and how long before its end it is replaced. */
const lifetime = 300
const margin = 60

/** Who the agency's system is, and how it proves it. */
export interface Identity {
  readonly agency: string
  /** NKey seed. Secret. */
  readonly seed: string
  /** A bearer token that is good for another minute at least. */
  token(): Promise<string>
}

/**
 * @param options.keyFile path of a file that holds the seed and nothing else
 * @throws TypeError when there is no seed, or two; what reading the file throws
 */
export function createIdentity(options: {
  readonly agency: string
  readonly seed?: string | undefined
  readonly keyFile?: string | undefined
  readonly audience?: string | undefined
}): Identity {
  const { agency, keyFile, audience = 'wuhu' } = options
  if ((options.seed === undefined) === (keyFile === undefined)) throw new TypeError('give seed or keyFile')
  const seed = (options.seed ?? readFileSync(keyFile as string, 'utf8')).trim()
  if (!/^SU[A-Z2-7]{56}$/.test(seed)) throw new TypeError('the key is not the NKey seed of a user (SU...)')
  let current: { token: Promise<string>; until: number } | undefined
  return {
    agency,
    seed,
    token() {
      const now = Date.now()
      if (!current || now >= current.until) {
        const token = mintToken({ seed, agency, audience, lifetime })
        current = { token, until: now + (lifetime - margin) * 1000 }
      }
      return current.token
    }
  }
}
