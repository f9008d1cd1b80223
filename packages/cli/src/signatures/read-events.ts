import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Envelope } from '@wuhu/contracts'
import { failure } from '../failure.ts'

/** One event of a file; `respelt`: what stands there is not how a service would have written it. */
export interface FoundEvent {
  readonly event: Envelope
  readonly respelt: boolean
}

const isEvent = (value: unknown): value is Envelope =>
  typeof value === 'object' && value !== null && 'specversion' in value && 'id' in value

/** One event as JSON, or what holds it as `event`: an answer of ours. @throws Failure unless it is one */
export async function readEvent(source: Readable, name: string): Promise<FoundEvent> {
  const chunks: Buffer[] = []
  for await (const chunk of read(source, name)) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw notEvents(name)
  }
  const event = isEvent(parsed) ? parsed : (parsed as { event?: unknown } | null)?.event
  if (!isEvent(event)) throw notEvents(name)
  return { event, respelt: false }
}

/** The events of a replay: one to a line, the manifest last. @throws Failure for a line that is neither */
export async function* readReplay(source: Readable, name: string): AsyncIterable<FoundEvent> {
  let number = 0
  for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    let parsed: { event?: unknown; manifest?: unknown }
    try {
      parsed = JSON.parse(line)
    } catch {
      throw notEvents(`${name}:${number}`)
    }
    if (parsed?.manifest !== undefined) return
    const { event } = parsed ?? {}
    if (!isEvent(event)) throw notEvents(`${name}:${number}`)
    // Of a member that stands there twice we would have checked the second, and a reader may see the first.
    yield { event, respelt: !line.endsWith(`"event":${JSON.stringify(event)}}`) }
  }
}

/** The file, or standard input for `-`. */
export function sourceOf(file: string): Readable {
  return file === '-' ? process.stdin : createReadStream(file)
}

async function* read(source: Readable, name: string): AsyncIterable<Uint8Array> {
  try {
    yield* source
  } catch (error) {
    throw failure(
      'usage',
      'no-file',
      `无法读取 ${name}`,
      `${name} cannot be read (${(error as NodeJS.ErrnoException).code})`
    )
  }
}

const notEvents = (where: string) =>
  failure('usage', 'no-event', `${where} 不是事件`, `${where} is no event of the bus, as JSON`)
