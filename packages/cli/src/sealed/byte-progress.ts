import type { Output } from '../shell.ts'

const drawEvery = 200
const mebi = 1024 * 1024

/** Bytes done, of `total` if it is known, on one line of a terminal; nothing elsewhere. */
export function createByteProgress(output: Output, what: string, total?: number) {
  let drawn = 0
  const draw = (bytes: number) => {
    const share = total ? ` ${Math.floor((100 * bytes) / total)} %` : ''
    output.write(`\r\u001b[K${what} ${(bytes / mebi).toFixed(1)} MiB${share}`)
  }
  return {
    show(bytes: number): void {
      if (!output.isTTY || performance.now() - drawn < drawEvery) return
      drawn = performance.now()
      draw(bytes)
    },
    end(): void {
      if (output.isTTY && drawn > 0) output.write('\r\u001b[K')
    }
  }
}
