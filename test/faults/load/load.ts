import type { Dice } from '../dice.ts'
import { createMailboxReader, type MailboxReader } from './mailbox-reader.ts'
import type { Sender } from './sender.ts'
import { createStories, type Stories } from './stories.ts'

export interface Load {
  readonly made: Stories['made']
  readonly readers: readonly MailboxReader[]
  /** No new stories; resolves when every command that was begun is acknowledged. */
  readonly finish: () => Promise<void>
  /** Gives everything up; for a test that has failed. */
  readonly abandon: () => Promise<void>
}

/** Starts `chains` stories side by side, again and again, and a reader for each of `reading`. */
export function startLoad(options: { sender: Sender; dice: Dice; chains: number; reading: readonly string[] }): Load {
  const { sender, dice, chains, reading } = options
  const stories = createStories(sender, dice)
  const readers = reading.map((agency) => createMailboxReader(agency, sender, dice))
  const ending = new AbortController()
  const chain = async () => {
    while (!ending.signal.aborted) await stories.play()
  }
  const running = Promise.allSettled([
    ...Array.from({ length: chains }, chain),
    ...readers.map((reader) => reader.run(ending.signal))
  ])
  return {
    made: stories.made,
    readers,
    async finish() {
      ending.abort()
      for (const result of await running) if (result.status === 'rejected') throw result.reason
    },
    async abandon() {
      ending.abort()
      sender.abandon()
      await running
    }
  }
}
