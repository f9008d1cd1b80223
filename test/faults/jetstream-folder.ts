import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { connectNats, createStreams } from '@wuhu/bus/nats'
import { type OwnServer, until } from '@wuhu/test-support'
import { streamNames } from './proof/images.ts'

/** What a fault does to JetStream's storage behind the server's back, as a failing disk or a restored backup does. */
export interface JetstreamFolder {
  /** Keeps a copy of the storage as it is now; the server is down meanwhile. */
  readonly keep: () => Promise<void>
  /** Puts the kept copy in place of the storage. @returns how many acknowledged messages are gone, at least */
  readonly putBack: () => Promise<number>
  /** Removes the storage and makes the streams anew, empty. @returns how many messages are gone, at least */
  readonly lose: () => Promise<number>
}

/** @param credentialsFile of the hub's administrator */
export function jetstreamFolder(nats: OwnServer, credentialsFile: string, copy: string): JetstreamFolder {
  const folder = join(nats.dataDir, 'jetstream')
  let inCopy = 0
  /** Replaces the storage when it holds more than `least` messages, as the load sees to; a fault must do damage. */
  const replaceBy = async (least: number, work: () => Promise<void>) => {
    const messages = await until(
      async () => {
        const count = await countMessages(nats.url, credentialsFile)
        return count > least ? count : 0
      },
      { within: 60_000, every: 100, what: `more than ${least} messages in the streams` }
    )
    await nats.stop()
    await work()
    await nats.start()
    return messages
  }
  return {
    async keep() {
      // Counted before the server ends: some more may be in the copy.
      inCopy = await replaceBy(0, async () => {
        await rm(copy, { recursive: true, force: true })
        await cp(folder, copy, { recursive: true })
      })
    },
    async putBack() {
      const before = await replaceBy(inCopy, async () => {
        await rm(folder, { recursive: true })
        await cp(copy, folder, { recursive: true })
      })
      return before - inCopy
    },
    async lose() {
      const before = await replaceBy(0, () => rm(folder, { recursive: true }))
      await createStreams(nats.url, { credentialsFile })
      return before
    }
  }
}

async function countMessages(url: string, credentialsFile: string): Promise<number> {
  const bus = await connectNats({ url, credentialsFile, name: 'fault-count' })
  try {
    const states = await Promise.all(streamNames.map((name) => bus.stream(name).describe()))
    return states.reduce((sum, { lastSequence }) => sum + lastSequence, 0)
  } finally {
    await bus.close()
  }
}
