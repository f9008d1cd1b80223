import { Worker } from 'node:worker_threads'
import { Problem } from '@wuhu/host'
import type { DocumentModel } from './model.ts'

export const documentFormats = ['docx', 'pdf'] as const
export type DocumentFormat = (typeof documentFormats)[number]

export interface Renderer {
  /** @throws Problem 503 when too many wait, or one takes too long */
  render(model: DocumentModel, format: DocumentFormat): Promise<Uint8Array>
  close(): Promise<void>
}

export interface RendererOptions {
  /** Milliseconds without work after which the thread and its fonts are given up; default a minute. */
  readonly idle?: number
  /** Documents that may wait; default 32. */
  readonly waiting?: number
  /** Milliseconds that one document may take; default 20 seconds. */
  readonly within?: number
}

interface Waiting {
  settle(bytes: Uint8Array): void
  fail(error: Error): void
  readonly late: NodeJS.Timeout
}

const busy = (detail: string) => new Problem(503, 'documents.busy', detail, undefined, 5)

/**
 * Renders in a thread of its own: a document takes some 50 to 150 ms, in which the service would answer nobody else. The
 * thread starts with the first document.
 */
export function createRenderer(options: RendererOptions = {}): Renderer {
  const { idle = 60_000, waiting = 32, within = 20_000 } = options
  const asked = new Map<number, Waiting>()
  let worker: Worker | undefined
  let unused: NodeJS.Timeout | undefined
  let last = 0

  const end = async (error?: Error) => {
    clearTimeout(unused)
    const ending = worker
    worker = undefined
    for (const { fail, late } of asked.values()) {
      clearTimeout(late)
      fail(error ?? busy('the service is stopping'))
    }
    asked.clear()
    await ending?.terminate()
  }

  const start = (): Worker => {
    const started = new Worker(new URL('./render-worker.ts', import.meta.url))
    started.unref()
    started.on('message', ({ id, bytes, error }: { id: number; bytes?: Uint8Array; error?: string }) => {
      const one = asked.get(id)
      if (!one) return
      asked.delete(id)
      clearTimeout(one.late)
      if (bytes) one.settle(bytes)
      else one.fail(new Error(`a document was not rendered: ${error}`))
      if (asked.size === 0) unused = setTimeout(() => void end(), idle).unref()
    })
    started.on('error', (error) => void end(error))
    return started
  }

  return {
    async render(model, format) {
      if (asked.size >= waiting) throw busy(`${waiting} documents are waiting`)
      clearTimeout(unused)
      worker ??= start()
      const thread = worker
      return await new Promise<Uint8Array>((settle, fail) => {
        last += 1
        const late = setTimeout(() => void end(busy('the document took too long')), within)
        asked.set(last, { settle, fail, late })
        thread.postMessage({ id: last, model, format })
      })
    },
    close: () => end()
  }
}
