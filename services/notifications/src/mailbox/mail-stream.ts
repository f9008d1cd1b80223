import { Readable } from 'node:stream'
import { mailFrame, within } from './mail-bytes.ts'
import type { OpenMailbox } from './mailroom.ts'
import type { KeptStream, Reading } from './open-streams.ts'
import type { Mail } from './read-mailbox.ts'

export interface MailStreamOptions {
  readonly caller: Reading
  readonly mailbox: OpenMailbox
  /** Sequence that the client has seen. */
  readonly after: number
  now(): number
  /** Puts on record what is about to be shown: nothing is shown when it fails. */
  record(mails: readonly Mail[]): Promise<void>
  readonly onClose: () => void
}

/** Buffered for one client at most: this, and one portion of the same size. */
const bufferBytes = 65_536
const portion = 100

/**
 * A mailbox as server-sent events. It reads on only while the client's socket takes what there is, so a slow client
 * costs a bounded buffer and nothing else.
 */
export function createMailStream(options: MailStreamOptions): { readable: Readable; kept: KeptStream } {
  const { caller, mailbox, now } = options
  const stopping = new AbortController()
  let after = options.after
  let pumping = false
  let ended = false
  let blocked: number | undefined

  const push = (chunk: Buffer | string): boolean => {
    const flows = readable.push(chunk)
    blocked = flows ? undefined : (blocked ?? now())
    return flows
  }

  const pump = async (): Promise<void> => {
    pumping = true
    try {
      while (!ended && !stopping.signal.aborted) {
        const mails = within(await mailbox.next(after, portion, stopping.signal), bufferBytes)
        const last = mails.at(-1)
        if (!last || ended) break
        await options.record(mails)
        if (ended) break
        after = last.sequence
        if (!push(mails.length === 1 ? mailFrame(last) : Buffer.concat(mails.map(mailFrame)))) break
      }
    } catch (error) {
      readable.destroy(error instanceof Error ? error : new Error(String(error)))
    } finally {
      pumping = false
    }
  }

  const readable = new Readable({
    highWaterMark: bufferBytes,
    read() {
      blocked = undefined
      if (!pumping) void pump()
    },
    destroy(error, callback) {
      ended = true
      stopping.abort()
      mailbox.close()
      options.onClose()
      callback(error)
    }
  })

  const kept: KeptStream = {
    caller,
    heartbeat: () => void (ended || push(`event: heartbeat\ndata: {"last":${after}}\n\n`)),
    end(reason) {
      if (ended) return
      // A client that does not read would never see the end, and would hold up a shutdown.
      if (blocked !== undefined) return void readable.destroy()
      ended = true
      readable.push(`event: end\ndata: {"reason":"${reason}"}\n\n`)
      readable.push(null)
      stopping.abort()
    },
    drop: () => void readable.destroy(),
    blockedSince: () => blocked
  }
  // Sends the headers at once, and tells EventSource to reconnect after a second.
  readable.push('retry: 1000\n\n')
  return { readable, kept }
}
