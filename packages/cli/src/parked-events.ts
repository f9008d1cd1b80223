import type { ServiceClient } from './service-client.ts'

/** A parked event, never its data. `parkedAt` is RFC 3339 in +08:00. */
export interface ParkedEvent {
  readonly service: string
  readonly consumer: string
  readonly stream: string
  readonly sequence: number
  readonly eventId: string | null
  readonly type: string | null
  readonly caseNumber: string | null
  readonly error: string
  readonly behind: boolean
  readonly attempts: number
  readonly parkedAt: string
}

type Item = Omit<ParkedEvent, 'service'>

const page = 500

/** All parked events of a service, by consumer and in order. @throws Failure */
export async function readParked(client: ServiceClient): Promise<ParkedEvent[]> {
  const { beijingTime } = await import('@wuhu/contracts')
  const read = async (query: { consumer?: string; after?: number }) =>
    (await client.get<{ items: Item[] }>('/v1/parked', { query: { ...query, limit: page } })).items
  const all: Item[] = []
  // The first page holds up to 500 of every consumer; those with more are read on, one by one.
  for (const [consumer, items] of Map.groupBy(await read({}), (item) => item.consumer)) {
    for (let batch = items; batch.length > 0; ) {
      all.push(...batch)
      batch = batch.length < page ? [] : await read({ consumer, after: batch.at(-1)?.sequence ?? 0 })
    }
  }
  return all.map((item) => ({ service: client.service, ...item, parkedAt: beijingTime(item.parkedAt) }))
}
