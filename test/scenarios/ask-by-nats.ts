import { type NatsConnection, headers as natsHeaders } from '@nats-io/transport-node'
import { connectAgency } from '../stack/agency-nats.ts'
import type { TestStack } from '../stack/start-stack.ts'

/** An answer of the NATS door, as HTTP would have given it. */
export interface NatsAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, and assert what they read
  readonly body: any
}

export interface NatsDoor {
  readonly ask: (subject: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<NatsAnswer>
  readonly close: () => Promise<void>
}

/**
 * Speaks to the services by requests on `cmd.<agency>.<command>`, on a connection of that agency. A string or bytes go out as
 * they are, other bodies as JSON.
 */
export function openNatsDoor(stack: Pick<TestStack, 'call' | 'seed' | 'natsUrl'>): NatsDoor {
  const connections = new Map<string, Promise<NatsConnection>>()
  const connectionOf = (agency: string) => {
    const known = connections.get(agency) ?? connectAgency(stack, agency)
    connections.set(agency, known)
    return known
  }
  return {
    async ask(subject, body, given = {}) {
      const headers = natsHeaders()
      headers.set('Wuhu-Attestation', 'no-state-secret; by=p-1')
      for (const [name, value] of Object.entries(given)) headers.set(name, value)
      const payload = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
      const connection = await connectionOf(subject.split('.')[1] ?? '')
      const reply = await connection.request(subject, payload, { timeout: 10_000, headers })
      const text = reply.string()
      const entries = (reply.headers?.keys() ?? []).map(
        (name) => [name.toLowerCase(), reply.headers?.get(name) ?? ''] as const
      )
      const found = new Map(entries)
      return {
        status: Number(found.get('status')),
        headers: found,
        text,
        body: text === '' ? undefined : JSON.parse(text)
      }
    },
    async close() {
      for (const connection of await Promise.all(connections.values())) await connection.close()
    }
  }
}
