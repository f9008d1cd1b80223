const maxEntries = 10_000

/**
 * Remembers what the directory said about a key or an officer, for `maxAge` milliseconds: who is revoked is refused
 * everywhere within a second, since the view lags by less than the rest. Requests that come together share one lookup;
 * failures are not kept.
 */
export function createLookupCache<Found>(options: {
  load(name: string): Promise<Found | undefined>
  maxAge?: number
  /** Milliseconds, never going back. */
  clock?: () => number
}): (name: string) => Promise<Found | undefined> {
  const { load, maxAge = 250, clock = () => performance.now() } = options
  const entries = new Map<string, { readonly since: number; readonly record: Promise<Found | undefined> }>()

  return (name) => {
    const now = clock()
    const known = entries.get(name)
    if (known && now - known.since < maxAge) return known.record
    if (entries.size >= maxEntries) entries.clear()
    const entry = { since: now, record: load(name) }
    entries.set(name, entry)
    entry.record.catch(() => {
      if (entries.get(name) === entry) entries.delete(name)
    })
    return entry.record
  }
}
