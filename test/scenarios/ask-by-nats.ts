import { connect, type NatsConnection, headers as natsHeaders } from '@nats-io/transport-node'

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

/** Speaks to the services by requests on `cmd.<agency>.<command>`. A string goes out as it is, other bodies as JSON. */
export async function openNatsDoor(url: string): Promise<NatsDoor> {
  const connection: NatsConnection = await connect({ servers: url })
  return {
    async ask(subject, body, given = {}) {
      const headers = natsHeaders()
      for (const [name, value] of Object.entries(given)) headers.set(name, value)
      const payload = typeof body === 'string' ? body : JSON.stringify(body)
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
    close: () => connection.close()
  }
}
