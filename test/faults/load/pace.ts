import { setTimeout as pause } from 'node:timers/promises'

/** Spreads commands evenly: at most `perSecond`, and nothing is made up for after an outage. */
export function createPace(perSecond: number): () => Promise<void> {
  let next = performance.now()
  return async () => {
    const now = performance.now()
    next = Math.max(next + 1_000 / perSecond, now)
    if (next > now) await pause(next - now)
  }
}
