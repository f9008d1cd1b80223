import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '@wuhu/decider'

/**
 * The register is another service's: a case opened a moment ago is on its way. Every case in which the agency has no
 * part is waited for alike, so that waiting tells nothing.
 * @param within milliseconds
 */
export async function waitingForCase<T>(attempt: () => Promise<T>, within: number): Promise<T> {
  const until = performance.now() + within
  for (let pause = 10; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await attempt()
    } catch (error) {
      const waits = error instanceof Refusal && error.code === 'case.unknown' && performance.now() < until
      if (!waits) throw error
    }
    await delay(pause)
  }
}
