import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { mintToken } from '@wuhu/access'
import { until } from '@wuhu/test-support'
import { answerQuestions, wallClock } from '../second-process.ts'

// The subscriber: an agency's system that follows its mailbox as server-sent events.

export interface OpenMailbox {
  readonly url: string
  readonly agency: string
  readonly seed: string
}

/** Event ids, and when each was in the subscriber's hands (`wallClock`). */
export type ReceivedMail = readonly (readonly [id: string, at: number])[]

const received: [string, number][] = []

async function open({ url, agency, seed }: OpenMailbox): Promise<void> {
  const authorization = `Bearer ${await mintToken({ seed, agency })}`
  const [response] = (await once(
    get(new URL('/v1/mailbox/stream', url), { headers: { authorization } }),
    'response'
  )) as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`the mailbox answered ${response.statusCode}`)
  let rest = ''
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const at = wallClock()
    const frames = (rest + chunk).split('\n\n')
    rest = frames.pop() ?? ''
    for (const frame of frames) {
      const id = /^data: \{"sequence":\d+,"event":\{"specversion":"1.0","id":"([0-9a-f-]{36})"/m.exec(frame)?.[1]
      if (id !== undefined) received.push([id, at])
    }
  })
}

answerQuestions({
  open,
  /** Waits until these events have arrived, and hands over all arrivals of them; what else was in the mailbox is left out. */
  take: async (ids: readonly string[]): Promise<ReceivedMail> => {
    const asked = new Set(ids)
    const seen = new Set<string>()
    let looked = 0
    await until(
      () => {
        for (; looked < received.length; looked += 1) seen.add(received[looked]?.[0] ?? '')
        return asked.isSubsetOf(seen)
      },
      { within: 30_000, what: `${ids.length} copies in the mailbox` }
    )
    return received.splice(0).filter(([id]) => asked.has(id))
  }
})
