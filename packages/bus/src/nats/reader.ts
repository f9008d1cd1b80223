import { BusUnavailable, type InMessage, StreamMissing } from '../bus.ts'
import { ApiError, describeStream } from './api.ts'
import type { Link } from './link.ts'
import { createPull, type Pull } from './pull.ts'

export interface ReadSettings {
  /** Milliseconds without a message after which the stream itself is looked at. */
  readonly idleCheck: number
}

/** See BusStream.read: attaches a consumer at the place reached, and anew whenever that one is of no more use. */
export async function* readStream(
  link: Link,
  stream: string,
  { after, signal, limit = 1000 }: { after: number; signal: AbortSignal; limit?: number },
  settings: ReadSettings
): AsyncGenerator<readonly InMessage[]> {
  const end = AbortSignal.any([signal, link.closing])
  const window = Math.max(256, Math.min(2 * limit, 8192))
  let next = after + 1
  let created: string | undefined
  let fruitless = 0
  let gapAt = 0

  while (!end.aborted) {
    let pull: Pull | undefined
    let idle: NodeJS.Timeout | undefined
    const onEnd = () => pull?.stop('ended')
    try {
      await link.whenConnected(end)
      if (end.aborted) return
      pull = await createPull(link, stream, next, window)
      end.addEventListener('abort', onEnd)
      // Looked at after the consumer was made: a consumer dies with its stream, so what it delivers is of this one.
      const seen = await describeStream(link, stream)
      created ??= seen.created
      if (seen.created !== created) throw new StreamMissing(stream)
      if (end.aborted) return

      const attached = pull
      let gone: unknown
      const look = async () => {
        if (attached.starved() < settings.idleCheck) return
        try {
          const now = await describeStream(link, stream)
          if (now.created !== created) throw new StreamMissing(stream)
          const stalled = now.lastSequence >= next && attached.starved() >= settings.idleCheck
          if (stalled) attached.stop(`nothing came although ${stream} goes to ${now.lastSequence}`)
        } catch (error) {
          if (error instanceof StreamMissing) gone = error
          attached.stop((error as Error).message)
        }
      }
      idle = setInterval(() => void look(), settings.idleCheck)

      for (;;) {
        const batch = await pull.take(limit)
        if (batch === undefined || end.aborted) break
        next += batch.length
        fruitless = 0
        yield batch
      }
      if (gone) throw gone
      if (pull.gap()) {
        // A lost delivery comes when asked for again; a message that the stream does not hold never will.
        if (gapAt === next) throw new Error(`stream ${stream} holds no message at ${next}: ${pull.reason()}`)
        gapAt = next
      }
      if (!end.aborted) link.logger?.warn({ stream, next, reason: pull.reason() }, 'reading starts again')
    } catch (error) {
      if (end.aborted) return
      if (!(error instanceof BusUnavailable || error instanceof ApiError)) throw error
      link.logger?.warn({ stream, next, reason: error.message }, 'reading must wait')
    } finally {
      clearInterval(idle)
      end.removeEventListener('abort', onEnd)
      pull?.stop('ended')
    }
    await pause(Math.min(1000, 20 * 2 ** fruitless++), end)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
