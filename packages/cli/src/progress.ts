import type { Output } from './shell.ts'

export interface Progress {
  /** Called as often as one likes; draws five times a second. `share` is asked only then: 0 to 1, if it is known. */
  show(events: number, share?: () => number | undefined): void
  /** Last figures and, if given, what became of it. */
  end(events: number, verdict?: string): void
}

const drawEvery = 200
const width = 24

/** A bar, count and rate on one line of a terminal; nothing at all elsewhere. `now` is in milliseconds. */
export function createProgress(
  output: Output | undefined,
  now: () => number = performance.now.bind(performance)
): Progress {
  if (!output?.isTTY) return { show: () => {}, end: () => {} }
  const began = now()
  let drawn = began
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
  const draw = (events: number, share: number | undefined, end: string) => {
    const rate = events / Math.max(0.001, (now() - began) / 1000)
    const count = `回放 ${number.format(events)} 件 · events  ${number.format(rate)}/s`
    output.write(`\r\u001b[K${share === undefined ? '' : bar(share)}${count}${end}`)
  }
  return {
    show(events, share) {
      if (now() - drawn < drawEvery) return
      drawn = now()
      draw(events, share?.(), '')
    },
    end: (events, verdict) =>
      draw(events, verdict === undefined ? undefined : 1, verdict === undefined ? '\n' : `  ${verdict}\n`)
  }
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width)
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(share * 100)).padStart(3)} %  `
}
