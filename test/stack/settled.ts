import { type ServiceName, serviceNames } from '@wuhu/infra/stack-options'
import { until } from '@wuhu/test-support'
import type { Client } from './client.ts'

interface Status {
  readonly relays: ReadonlyArray<{
    readonly stream: string
    readonly published: number
    readonly lag: { readonly events: number }
  }>
  readonly consumers: ReadonlyArray<{
    readonly name: string
    readonly stream: string
    readonly cursor: number
    readonly parked: number
  }>
}

async function statusOf(client: Client, service: ServiceName): Promise<Status> {
  const answer = await client.call('amr', 'GET', '/v1/status', undefined, { service, role: 'system-admin' })
  if (answer.status !== 200) throw new Error(`${service} /v1/status: ${answer.status} ${answer.text}`)
  return answer.body as Status
}

/**
 * Waits until everything that was committed is published, and everything published is consumed by every service: from
 * then on what an agency has not received it will not receive.
 * @param within bound in milliseconds, default 60,000
 * @throws Error that names who is behind
 */
export async function settled(client: Client, within = 60_000): Promise<void> {
  await until(
    async () => {
      // Relays first: what they had published by then, the consumers must have reached after.
      const before = await Promise.all(serviceNames.map((service) => statusOf(client, service)))
      const relays = before.flatMap((status) => status.relays)
      const behind = relays.filter(({ lag }) => lag.events > 0).map(({ stream }) => `relay ${stream}`)
      const published = new Map(relays.map((relay) => [relay.stream, relay.published]))
      for (const service of serviceNames) {
        for (const { name, stream, cursor, parked } of (await statusOf(client, service)).consumers) {
          if (parked > 0) throw new Error(`${service} ${name} parked ${parked}`)
          if (cursor < (published.get(stream) ?? 0)) behind.push(`${service} ${name}`)
        }
      }
      if (behind.length > 0) throw new Error(`behind: ${behind.join(', ')}`)
      return true
    },
    { within, what: 'every event consumed' }
  )
}
