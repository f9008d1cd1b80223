import type { RunningStack } from './find-stack.ts'

/** When a copy of an event came, in milliseconds since 1970. */
export interface Watch {
  readonly arrivals: ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

/**
 * Follows a mailbox by server-sent events from `after` on, as an agency's system does, and notes when each event comes.
 * Resolves when the stream is open.
 */
export async function watchMailbox(stack: RunningStack, agency: string, after: number): Promise<Watch> {
  const leaving = new AbortController()
  const response = await fetch(`${stack.urls.notifications}/v1/mailbox/stream`, {
    headers: { authorization: `Bearer ${await stack.token(agency)}`, 'last-event-id': String(after) },
    signal: leaving.signal
  })
  const { body } = response
  if (!response.ok || !body) throw new Error(`${agency} GET /v1/mailbox/stream: ${response.status}`)
  const arrivals = new Map<string, number>()
  const reading = read(body, arrivals).catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error
  })
  return {
    arrivals,
    async close() {
      leaving.abort()
      await reading
    }
  }
}

async function read(body: ReadableStream<Uint8Array>, arrivals: Map<string, number>): Promise<void> {
  let rest = ''
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith('data:')) continue
      const id: unknown = JSON.parse(line.slice(5))?.event?.id
      if (typeof id === 'string') arrivals.set(id, Date.now())
    }
  }
}
