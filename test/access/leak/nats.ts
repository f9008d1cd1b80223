import { jetstream } from '@nats-io/jetstream'
import { agencyCredentials, connectAgency } from '../../stack/agency-nats.ts'
import type { TestStack } from '../../stack/start-stack.ts'

/** All that an agency's own durable consumer holds for it, headers and subjects included. */
export async function mailByNats(stack: TestStack, agency: string): Promise<string> {
  const credentials = await agencyCredentials(stack, agency)
  const connection = await connectAgency(stack, agency, { credentials })
  try {
    const { apiPrefix, stream, durable } = credentials
    const consumer = await jetstream(connection, { apiPrefix }).consumers.get(stream, durable)
    const lines: string[] = []
    for (;;) {
      const messages = await consumer.fetch({ max_messages: 500, expires: 1_000 })
      const before = lines.length
      for await (const message of messages) {
        const headers = message.headers?.keys().map((name) => `${name}: ${message.headers?.get(name)}`) ?? []
        lines.push(`${message.subject} ${headers.join(' ')} ${message.string()}`)
        message.ack()
        if (message.info.pending === 0) break
      }
      if (lines.length === before || lines.length % 500 !== 0) return lines.join('\n')
    }
  } finally {
    await connection.drain()
  }
}
