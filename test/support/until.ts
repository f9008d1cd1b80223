import { setTimeout as pause } from 'node:timers/promises'

/**
 * Asks `condition` again and again until it gives a truthy value, and returns that value.
 * @param options.within bound in milliseconds, default 20,000
 * @param options.every pause between two asks in milliseconds; by default 20, and an eighth of the time waited so far when
 * that is more (at most 250): asking must not keep a slow machine from what is waited for
 * @throws Error with the last value or error seen, when the bound is over
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  options: { readonly within?: number; readonly every?: number; readonly what?: string } = {}
): Promise<NonNullable<T>> {
  const within = options.within ?? 20_000
  const began = performance.now()
  const deadline = began + within
  let last: unknown
  for (;;) {
    try {
      const value = await condition()
      if (value) return value
      last = value
    } catch (error) {
      last = error
    }
    if (performance.now() > deadline) {
      const seen = last instanceof Error ? (last.stack ?? last.message) : JSON.stringify(last)
      throw new Error(`${options.what ?? 'the condition'} did not hold within ${within} ms; last seen: ${seen}`)
    }
    await pause(options.every ?? Math.max(20, Math.min(250, (performance.now() - began) / 8)))
  }
}
