import { connect, jwtAuthenticator, type NatsConnection } from '@nats-io/transport-node'
import type { TestStack } from './start-stack.ts'

/** What `GET /v1/nats-credentials` answers. */
export interface AgencyCredentials {
  readonly jwt: string
  readonly apiPrefix: string
  readonly stream: string
  readonly durable: string
  readonly inboxPrefix: string
  readonly expiresAt: string
}

type Asked = Pick<TestStack, 'call' | 'seed' | 'natsUrl'>

/** Credentials for the agency's demo key, as notifications gives them. @throws Error with its answer */
export async function agencyCredentials(stack: Asked, agency: string): Promise<AgencyCredentials> {
  const answer = await stack.call(agency, 'GET', '/v1/nats-credentials', undefined, { service: 'notifications' })
  if (answer.status !== 200) throw new Error(`no credentials for ${agency}: ${answer.status} ${answer.text}`)
  return answer.body as AgencyCredentials
}

/** Connects as an agency's own system does: its JWT from notifications, and its own seed. It does not reconnect. */
export async function connectAgency(
  stack: Asked,
  agency: string,
  given: { readonly credentials?: AgencyCredentials; readonly seed?: string } = {}
): Promise<NatsConnection> {
  const { jwt, inboxPrefix } = given.credentials ?? (await agencyCredentials(stack, agency))
  const seed = new TextEncoder().encode(given.seed ?? (await stack.seed(agency)))
  return await connect({
    servers: stack.natsUrl,
    name: agency,
    authenticator: jwtAuthenticator(jwt, seed),
    inboxPrefix,
    reconnect: false,
    timeout: 5_000
  })
}
