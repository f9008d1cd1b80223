import type { Mail, Mailboxes } from './read-mailbox.ts'

/** One reader's hold on a mailbox. */
export interface OpenMailbox {
  /**
   * Copies after `after`, at most `limit`, as soon as there is one; nothing only when `signal` aborts.
   * @throws what the database throws
   */
  next(after: number, limit: number, signal: AbortSignal): Promise<readonly Mail[]>
  close(): void
}

/** Readers of mailboxes wait here; one look at the database serves them all. */
export interface Mailroom {
  open(agency: string): OpenMailbox
  /** There may be news: look now. */
  wake(): void
  stop(): void
}

export interface MailroomOptions {
  readonly mailboxes: Mailboxes
  /** Milliseconds between looks when nobody wakes it; default 500. */
  readonly poll?: number
  readonly onError: (error: unknown) => void
}

/** The newest copies of a mailbox that somebody reads, shared by all its readers. */
interface Box {
  readers: number
  /** Set once the first look has been made. */
  last: number | undefined
  opening: Promise<number> | undefined
  tail: readonly Mail[]
  readonly waiting: Set<() => void>
}

const tailCopies = 500
const tailLength = 1_048_576

/** Wakes readers after commits: woken in process, by hints of other processes, and by a slow poll as the backstop. */
export function createMailroom({ mailboxes, poll = 500, onError }: MailroomOptions): Mailroom {
  const boxes = new Map<string, Box>()
  let looking = false
  let again = false

  const look = async (): Promise<void> => {
    const after = new Map<string, number>()
    for (const [agency, { last }] of boxes) if (last !== undefined) after.set(agency, last)
    if (after.size === 0) return
    for (const [agency, mails] of await mailboxes.news(after, tailCopies)) {
      const box = boxes.get(agency)
      const first = mails[0]?.sequence
      // A box closed and opened anew meanwhile may stand elsewhere: its own next look finds the rest.
      if (!box || box.last === undefined || first !== box.last + 1) continue
      box.last += mails.length
      box.tail = bounded([...box.tail, ...mails])
      if (mails.length === tailCopies) again = true
      for (const resume of box.waiting) resume()
      box.waiting.clear()
    }
  }

  const wake = (): void => {
    again = true
    if (looking) return
    looking = true
    const run = async (): Promise<void> => {
      try {
        while (again) {
          again = false
          await look()
        }
      } catch (error) {
        onError(error)
      } finally {
        looking = false
      }
    }
    void run()
  }

  const timer = setInterval(wake, poll)
  timer.unref()

  const opened = async (agency: string, box: Box): Promise<number> => {
    if (box.last !== undefined) return box.last
    box.opening ??= mailboxes
      .last(agency)
      .then((last) => {
        box.last = last
        return last
      })
      .finally(() => {
        box.opening = undefined
      })
    return box.opening
  }

  const changed = (box: Box, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const resume = () => {
        signal.removeEventListener('abort', resume)
        box.waiting.delete(resume)
        resolve()
      }
      signal.addEventListener('abort', resume, { once: true })
      box.waiting.add(resume)
    })

  return {
    wake,
    open(agency) {
      const box = boxes.get(agency) ?? { readers: 0, last: undefined, opening: undefined, tail: [], waiting: new Set() }
      boxes.set(agency, box)
      box.readers += 1
      let open = true
      return {
        async next(after, limit, signal) {
          await opened(agency, box)
          while (!signal.aborted) {
            const last = box.last ?? 0
            if (after < last) {
              const start = after - (last - box.tail.length)
              if (start >= 0) return box.tail.slice(start, start + limit)
              return mailboxes.read(agency, after, limit)
            }
            await changed(box, signal)
          }
          return []
        },
        close() {
          if (!open) return
          open = false
          box.readers -= 1
          if (box.readers === 0 && boxes.get(agency) === box) boxes.delete(agency)
        }
      }
    },
    stop() {
      clearInterval(timer)
      for (const box of boxes.values()) for (const resume of box.waiting) resume()
    }
  }
}

/** The newest copies within both bounds. */
function bounded(mails: readonly Mail[]): readonly Mail[] {
  let length = 0
  let from = mails.length
  while (from > 0 && mails.length - from < tailCopies) {
    length += mails[from - 1]?.body.length ?? 0
    if (length > tailLength) break
    from -= 1
  }
  return mails.slice(from)
}
