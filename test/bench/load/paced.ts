import { setTimeout as delay } from 'node:timers/promises'

export interface Pace {
  /** Requests a second. */
  readonly rate: number
  readonly seconds: number
}

export interface Paced {
  /** Milliseconds of each answered request, counted from when it was due: waiting for a busy server counts. */
  readonly latencies: number[]
  /** What went wrong, each distinct text once, with how often. */
  readonly failures: Record<string, number>
  /** Answered without failure, a second, from the first due time to the last answer. */
  readonly achieved: number
}

/** Unanswered requests at which a server has plainly fallen behind. */
const hopeless = 3_000

/**
 * Open loop: every request is sent when it is due, whether or not those before it were answered, as independent callers
 * do. Ends early when the server falls hopelessly behind; what is unanswered then counts as failed.
 */
export async function paced({ rate, seconds }: Pace, send: (n: number) => Promise<unknown>): Promise<Paced> {
  const count = Math.round(rate * seconds)
  const latencies: number[] = []
  const failures: Record<string, number> = {}
  const begun = performance.now() + 5
  let last = begun
  let open = 0
  const under: Promise<void>[] = []
  for (let n = 0; n < count; ) {
    const due = begun + (n * 1000) / rate
    const wait = due - performance.now()
    if (wait > 0) await delay(wait)
    for (; n < count && begun + (n * 1000) / rate <= performance.now(); n += 1) under.push(one(n))
    if (open > hopeless) {
      failures['fell behind'] = count - n
      break
    }
  }
  await Promise.all(under)
  return { latencies, failures, achieved: latencies.length / ((last - begun) / 1000) }

  async function one(n: number): Promise<void> {
    const due = begun + (n * 1000) / rate
    open += 1
    try {
      await send(n)
      last = performance.now()
      latencies.push(last - due)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      failures[text] = (failures[text] ?? 0) + 1
    } finally {
      open -= 1
    }
  }
}
