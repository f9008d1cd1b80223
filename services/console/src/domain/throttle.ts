/** How often something may be tried. Times are in milliseconds. */
export interface Limits {
  /** Attempts that may fail within `window`. */
  readonly attempts: number
  readonly window: number
  /** So many failures cost no delay; then it doubles, from one second to `longestDelay`. */
  readonly free: number
  readonly longestDelay: number
}

/** What was tried and has not succeeded: instants since 1970, in order. */
export interface Tries {
  readonly at: readonly number[]
  /** Nothing is tried before. */
  readonly notBefore: number
}

export const noTries: Tries = { at: [], notBefore: 0 }

export type Admission =
  | { readonly admitted: true; readonly tries: Tries }
  | { readonly admitted: false; readonly retryAt: number }

/**
 * Admits an attempt, or says when to come again. An attempt counts as failed from the moment it begins, so that many at
 * once are no way around the count; `forgive` takes it back when it succeeds.
 */
export function admit(tries: Tries, now: number, limits: Limits): Admission {
  const recent = tries.at.filter((at) => at > now - limits.window)
  const [oldest = now] = recent.slice(-limits.attempts)
  const retryAt = Math.max(
    recent.length === 0 ? 0 : tries.notBefore,
    recent.length < limits.attempts ? 0 : oldest + limits.window
  )
  if (retryAt > now) return { admitted: false, retryAt }
  const at = [...recent, now]
  return { admitted: true, tries: { at, notBefore: now + delayAfter(at.length, limits) } }
}

/** Takes back the attempt that began at `began`. */
export function forgive(tries: Tries, began: number): Tries {
  const place = tries.at.indexOf(began)
  const at = tries.at.filter((_, index) => index !== place)
  return at.length === 0 ? noTries : { at, notBefore: 0 }
}

/** Whether the last attempt of the window was made, so that the account is to be locked. */
export const isExhausted = (tries: Tries, now: number, limits: Limits): boolean =>
  tries.at.filter((at) => at > now - limits.window).length >= limits.attempts

/** Milliseconds to wait after so many failures. */
function delayAfter(failures: number, { free, longestDelay }: Limits): number {
  if (failures < free) return 0
  return Math.min(1_000 * 2 ** Math.min(failures - free, 30), longestDelay)
}
