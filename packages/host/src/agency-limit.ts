import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './problem.ts'

/** Counts a request of an agency. @throws Problem 429 when it is one too many */
export type AgencyLimit = (agency: string) => Promise<void>

/** A limit for each agency, whatever addresses it calls from: one that runs wild takes nothing from the others. */
export function createAgencyLimit(perMinute = 300_000): AgencyLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (agency) => {
    try {
      await limiter.consume(agency)
    } catch (refused) {
      const seconds = Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000)
      throw new Problem(429, 'rate.agency', `the agency may repeat in ${seconds} seconds`, undefined, seconds)
    }
  }
}
