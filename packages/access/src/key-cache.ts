import type { KeyRecord } from './key.ts'

const maxEntries = 10_000

/**
 * Remembers what the directory said about a key, for `maxAge` milliseconds: a revoked key is refused everywhere within a
 * second, since the view lags by less than the rest. Requests that come together share one lookup; failures are not kept.
 */
export function createKeyCache(options: {
  load(kid: string): Promise<KeyRecord | undefined>
  maxAge?: number
  /** Milliseconds, never going back. */
  clock?: () => number
}): (kid: string) => Promise<KeyRecord | undefined> {
  const { load, maxAge = 250, clock = () => performance.now() } = options
  const entries = new Map<string, { readonly since: number; readonly record: Promise<KeyRecord | undefined> }>()

  return (kid) => {
    const now = clock()
    const known = entries.get(kid)
    if (known && now - known.since < maxAge) return known.record
    if (entries.size >= maxEntries) entries.clear()
    const entry = { since: now, record: load(kid) }
    entries.set(kid, entry)
    entry.record.catch(() => {
      if (entries.get(kid) === entry) entries.delete(kid)
    })
    return entry.record
  }
}
