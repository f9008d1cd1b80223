/** Earlier servers have open advisories, and silently ignore batches, TTLs and schedules. */
export const natsFloor = '2.12.7'

/** Compares dotted versions by number; what follows a hyphen is ignored. Negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number)
  const [left, right] = [parts(a), parts(b)]
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
