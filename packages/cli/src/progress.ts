import type { Output } from './shell.ts'

export interface Progress {
  /** Called as often as one likes; draws five times a second. */
  show(events: number): void
  /** Last figures and, if given, what became of it. */
  end(events: number, verdict?: string): void
}

const drawEvery = 200

/** Count and rate on one line of a terminal; nothing at all elsewhere. `now` is in milliseconds. */
export function createProgress(output: Output, now: () => number = performance.now.bind(performance)): Progress {
  if (!output.isTTY) return { show: () => {}, end: () => {} }
  const began = now()
  let drawn = began
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
  const draw = (events: number, end: string) => {
    const rate = events / Math.max(0.001, (now() - began) / 1000)
    output.write(`\r\u001b[K回放 ${number.format(events)} 件 · events  ${number.format(rate)}/s${end}`)
  }
  return {
    show(events) {
      if (now() - drawn < drawEvery) return
      drawn = now()
      draw(events, '')
    },
    end: (events, verdict) => draw(events, verdict === undefined ? '\n' : `  ${verdict}\n`)
  }
}
