import { createHash } from 'node:crypto'
import { ObjectTooLarge, type Stored } from './objects.ts'

export interface Metered {
  readonly chunks: AsyncGenerator<Uint8Array, void, void>
  /** Size and hash of what has passed. */
  readonly stored: () => Stored
  /** What ended the chunks early: an error of the source, the limit, or the signal. */
  readonly failure: () => unknown
}

/** `content` as it is, counted and hashed on the way; ends with an error at the limit (bytes) or when aborted. */
export function metered(content: AsyncIterable<Uint8Array>, limit: number, signal?: AbortSignal): Metered {
  const hash = createHash('sha256')
  let size = 0
  let failure: unknown

  async function* chunks(): AsyncGenerator<Uint8Array, void, void> {
    try {
      for await (const chunk of interruptible(content, signal)) {
        size += chunk.length
        if (size > limit) throw new ObjectTooLarge(limit)
        hash.update(chunk)
        yield chunk
      }
    } catch (error) {
      failure = error
      throw error
    }
  }

  return { chunks: chunks(), stored: () => ({ size, sha256: hash.copy().digest('hex') }), failure: () => failure }
}

/** Does not wait for a source that has nothing to say when the signal comes. */
async function* interruptible(content: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined) {
  if (!signal) return yield* content
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  aborted.promise.catch(() => {})
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  const source = content[Symbol.asyncIterator]()
  let ended = false
  try {
    for (;;) {
      const next = await Promise.race([source.next(), aborted.promise])
      ended = next.done === true
      if (next.done) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', abort)
    // A source that hangs would not come back from its return().
    if (!ended) Promise.resolve(source.return?.()).catch(() => {})
  }
}
