import { createHash } from 'node:crypto'
import type { Client } from '../stack/client.ts'

export interface ReplayedEvent {
  readonly index: number
  readonly stream: string
  readonly sequence: number
  readonly event: {
    readonly id: string
    readonly type: string
    readonly subject: string
    readonly audience: string
  }
}

/**
 * A replay as the office's auditor reads it, and its text without the closing manifest.
 * @throws Error unless it is closed by a manifest that holds
 */
export async function replayOf(client: Client, query: string): Promise<{ events: ReplayedEvent[]; text: string }> {
  const answer = await client.call('amr', 'GET', `/v1/replay?${query}`, undefined, { role: 'audit-admin' })
  const lines = answer.text.split('\n')
  const [last, end] = [lines.at(-2) ?? '', lines.at(-1)]
  const text = answer.text.slice(0, answer.text.length - last.length - 1)
  const { manifest } = JSON.parse(last)
  const events = lines.slice(0, -2).map((line) => JSON.parse(line) as ReplayedEvent)
  const sha256 = createHash('sha256').update(text).digest('hex')
  if (answer.status !== 200 || end !== '' || manifest.count !== events.length || manifest.sha256 !== sha256) {
    throw new Error(`replay ${query}: ${answer.status}, ${events.length} events, ${last}`)
  }
  return { events, text }
}
