import { randomUUIDv7 } from 'node:crypto'
import { Refusal } from '@wuhu/decider'
import { Problem } from '@wuhu/host'
import type { Context } from '@wuhu/store'
import type { MatchQuota } from '../domain/match-quota.ts'
import type { KeyRing, MatchKey } from './key-file.ts'

/** What blind matching needs: secret keys and limits. */
export interface Matching {
  readonly keys: KeyRing
  readonly quota: MatchQuota
  /** Agencies that one agency is told of by one identifier. */
  readonly fanOut: number
  readonly log: { warn(fields: object, text: string): void }
}

/** @throws Problem 503 where the installation has no matching key */
export function matchingOf({ matching }: { matching?: Matching | undefined }): Matching {
  if (!matching) throw new Problem(503, 'match.off', 'this installation has no matching key: see MATCH_KEYS_FILE')
  return matching
}

/** The key of an id, or the current one. @throws Refusal `match.key-unknown` for one that has ended or never was */
export async function keyOf({ keys }: Matching, now: string, keyId?: string): Promise<MatchKey> {
  const live = await keys.live(now)
  const key = keyId === undefined ? live.at(-1) : live.find((one) => one.keyId === keyId)
  if (!key) throw new Refusal('match.key-unknown', 'the key is not in use: ask for the keys again')
  return key
}

/**
 * What info-sharing tells of its own accord. Nothing in it leads to the request that gave the occasion: neither who
 * made it, nor its trace, nor its correlation.
 */
export function ownWord(now: string): Context {
  return { service: 'info-sharing', actor: { agency: 'info-sharing' }, now, correlationId: randomUUIDv7() }
}
