import { setTimeout as pause } from 'node:timers/promises'
import type { Dice } from '../dice.ts'
import type { Sender } from './sender.ts'

/** An agency that reads its mailbox all the time, by long poll from its cursor, and signs for some of its mail. */
export interface MailboxReader {
  readonly agency: string
  /** Ids in the order in which they came. */
  readonly seen: readonly string[]
  /** Sequences that were not the next one. */
  readonly disorder: readonly string[]
  /** Reads until `signal` aborts and the receipts under way are acknowledged. */
  readonly run: (signal: AbortSignal) => Promise<void>
  /** Reads on until `count` copies have come. @throws Error after `within` milliseconds */
  readonly readTo: (count: number, within: number) => Promise<void>
}

interface Page {
  readonly items: readonly {
    readonly sequence: number
    readonly event: { readonly id: string; readonly type: string }
  }[]
}

export function createMailboxReader(agency: string, sender: Sender, dice: Dice): MailboxReader {
  const seen: string[] = []
  const disorder: string[] = []

  const page = async (wait: number): Promise<Page['items']> => {
    const response = await sender.get(agency, `/v1/mailbox?after=${seen.length}&limit=100&wait=${wait}`)
    if (response.status === 200) return ((await response.json()) as Page).items
    const text = await response.text()
    if (response.status !== 503) sender.unexpected.push(`mailbox of ${agency}: ${response.status} ${text}`)
    throw new Error(`mailbox of ${agency}: ${response.status}`)
  }

  const take = (items: Page['items']) => {
    for (const { sequence, event } of items) {
      if (sequence !== seen.length + 1) disorder.push(`${agency}: ${sequence} came where ${seen.length + 1} was due`)
      seen.push(event.id)
    }
  }

  return {
    agency,
    seen,
    disorder,
    async run(signal) {
      const receipts: Promise<unknown>[] = []
      while (!signal.aborted) {
        const items = await page(1).catch(() => undefined)
        if (!items) {
          await pause(100)
          continue
        }
        take(items)
        for (const { sequence, event } of items) {
          if (event.type.startsWith('delivery.') || dice.next() > 0.1) continue
          receipts.push(sender.send(agency, `/v1/mailbox/${sequence}/receipt`, {}))
        }
      }
      await Promise.all(receipts)
    },
    async readTo(count, within) {
      const deadline = performance.now() + within
      while (seen.length < count) {
        if (performance.now() > deadline) throw new Error(`mailbox of ${agency} stands at ${seen.length} of ${count}`)
        take(await page(1).catch(() => []))
      }
    }
  }
}
