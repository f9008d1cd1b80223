import type { NatsConnection } from '@nats-io/transport-node'
import { until } from '@wuhu/test-support'

/** A connection that tries what it may not, and hears what the server says to it. */
export interface Attacker {
  /** Publishes. @returns the server's refusal. @throws Error when there is none */
  refusedPublish(subject: string, body?: string, reply?: string): Promise<string>
  /** Subscribes. @returns the server's refusal. @throws Error when there is none */
  refusedSubscribe(subject: string, queue?: string): Promise<string>
  /** Publishes what it may publish, with a reply subject of its choice. @returns what the server said against it */
  publish(subject: string, body: string, reply: string): Promise<readonly string[]>
  /** What the server refused so far. */
  readonly refusals: readonly string[]
}

const within = 3_000

export function attacker(nc: NatsConnection): Attacker {
  const refusals: string[] = []
  void (async () => {
    for await (const status of nc.status()) if (status.type === 'error') refusals.push(status.error.message)
  })()
  return {
    refusals,
    async refusedPublish(subject, body = '{}', reply) {
      const before = refusals.length
      nc.publish(subject, body, reply === undefined ? {} : { reply })
      await nc.flush()
      const what = `a refusal of publishing to ${subject}`
      await until(() => refusals.slice(before).some((text) => text.includes(`"${subject}"`)), { within, what })
      return refusals.slice(before).join()
    },
    async refusedSubscribe(subject, queue) {
      let refusal: string | undefined
      const callback = (error: Error | null) => {
        if (error) refusal = error.message
      }
      nc.subscribe(subject, queue === undefined ? { callback } : { callback, queue })
      await nc.flush()
      return await until(() => refusal, { within, what: `a refusal of listening to ${subject}` })
    },
    async publish(subject, body, reply) {
      const before = refusals.length
      nc.publish(subject, body, { reply })
      await nc.flush()
      return refusals.slice(before)
    }
  }
}
