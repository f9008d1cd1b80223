/** Wakes whoever waits now. */
export interface Signal {
  fire(): void
  /** Resolves at the next fire(), or when `end` aborts. */
  wait(end: AbortSignal): Promise<void>
}

export function createSignal(): Signal {
  const waiting = new Set<() => void>()
  return {
    fire() {
      for (const wake of [...waiting]) wake()
    },
    wait(end) {
      if (end.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake)
          end.removeEventListener('abort', wake)
          resolve()
        }
        waiting.add(wake)
        end.addEventListener('abort', wake)
      })
    }
  }
}
