import { setTimeout as pause } from 'node:timers/promises'
import { WuhuProblem, WuhuUnreachable } from './problem.ts'

const shortest = 200
const longest = 5_000

/**
 * Milliseconds to wait before attempt `attempt + 1` (from 1), with jitter so that many clients do not come at once;
 * never less than the service asked for.
 */
export function delayBefore(attempt: number, error?: unknown): number {
  const most = Math.min(longest, shortest * 2 ** (attempt - 1))
  const jittered = most / 2 + Math.random() * (most / 2)
  const asked = error instanceof WuhuProblem ? (error.retryAfter ?? 0) * 1000 : 0
  return Math.max(jittered, asked)
}

const passing = [429, 502, 503, 504]

/** Whether the same request may succeed later: nobody answered, too many requests, not available, still under way. */
export const mayHeal = (error: unknown): boolean =>
  error instanceof WuhuUnreachable ||
  (error instanceof WuhuProblem && (passing.includes(error.status) || error.code === 'idempotency.in-flight'))

/**
 * Tries until it succeeds, fails for good, or `within` milliseconds are over.
 * @throws the last error; the signal's reason when it aborts
 */
export async function retrying<T>(
  attempt: () => Promise<T>,
  { within, signal }: { within: number; signal?: AbortSignal | undefined }
): Promise<T> {
  const deadline = performance.now() + within
  for (let count = 1; ; count++) {
    signal?.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      signal?.throwIfAborted()
      const delay = delayBefore(count, error)
      if (!mayHeal(error) || performance.now() + delay > deadline) throw error
      await wait(delay, signal)
    }
  }
}

/** @throws the signal's reason when it aborts */
export async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await pause(milliseconds, undefined, signal && { signal })
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}
