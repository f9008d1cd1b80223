import type { Bus, InMessage, OutMessage } from '../bus.ts'

/** A message server under test, with the accidents that the contract is about. */
export interface ContractBroker {
  /** A bus as another process would have it. */
  connect(): Promise<Bus>
  /** Takes the subjects `<name>.>`. */
  createStream(name: string): Promise<void>
  removeStream(name: string): Promise<void>
  /** Remembers how far the stream goes. @returns loses everything behind, as a power failure does */
  save(name: string): Promise<() => Promise<void>>
}

/** Message number `position` of `author`; its body and id tell both. */
export function message(stream: string, position: number, author = 'a'): OutMessage {
  return {
    subject: `${stream}.00.case.opened`,
    id: `${author}-${position}`,
    key: `案件-${position % 7}`,
    body: new TextEncoder().encode(`{"author":"${author}","position":${position}}`)
  }
}

/** `count` messages for the positions behind `after`. */
export function run(stream: string, after: number, count: number, author?: string): OutMessage[] {
  return Array.from({ length: count }, (_, index) => message(stream, after + 1 + index, author))
}

/** Reads exactly the next `count` messages. @throws Error when they do not come within 20 seconds */
export async function collect(
  bus: Bus,
  stream: string,
  after: number,
  count: number,
  limit?: number
): Promise<InMessage[]> {
  const end = new AbortController()
  const late = AbortSignal.timeout(20_000)
  const got: InMessage[] = []
  const options = { after, signal: AbortSignal.any([end.signal, late]), ...(limit ? { limit } : {}) }
  for await (const batch of bus.stream(stream).read(options)) {
    if (batch.length === 0 || (limit && batch.length > limit)) throw new Error(`a batch of ${batch.length}`)
    got.push(...batch)
    if (got.length >= count) break
  }
  end.abort()
  if (got.length < count) throw new Error(`${got.length} of ${count} messages came behind ${after}`)
  return got
}

/** The error a promise ends in. @throws Error when it does not */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise
  } catch (error) {
    return error as Error
  }
  throw new Error('should have failed')
}

export const sequences = (messages: readonly InMessage[]): number[] => messages.map(({ sequence }) => sequence)

/** from, from + 1, ... to */
export const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
