import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node'
import type { TestStack } from '../stack/start-stack.ts'

interface ConsumerState {
  readonly name: string
  readonly delivered: { readonly consumer_seq: number }
  readonly ack_floor: { readonly stream_seq: number }
  readonly num_ack_pending: number
}

/** The hub as its administrator sees it. */
export interface HubView {
  /** Last sequence of every stream, and where every agency's durable stands: what no attack may move. */
  state(): Promise<Readonly<Record<string, string>>>
  /** A request to `$JS.API.<subject>`. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, which tests assert
  api(subject: string, body?: object): Promise<any>
  /** What nats-server wrote to its log. */
  log(): Promise<string>
  readonly nc: NatsConnection
}

/** Looks at the hub of a stack; ends at the test's teardown. */
export async function hubView(t: { teardown(action: () => unknown): void }, stack: TestStack): Promise<HubView> {
  const authenticator = credsAuthenticator(await readFile(stack.natsAdmin))
  const nc = await connect({ servers: stack.natsUrl, name: 'hub-view', authenticator })
  t.teardown(() => nc.close())
  const api = async (subject: string, body?: object) =>
    (await nc.request(`$JS.API.${subject}`, body ? JSON.stringify(body) : '', { timeout: 5_000 })).json()
  const state = async () => {
    const all: Record<string, string> = {}
    const { streams } = (await api('STREAM.LIST', { offset: 0 })) as {
      streams: { config: { name: string }; created: string; state: { last_seq: number; messages: number } }[]
    }
    for (const { config, created, state } of streams) {
      all[config.name] = `${state.messages} messages to ${state.last_seq}, created ${created}`
    }
    const { consumers } = (await api('CONSUMER.LIST.MAIL', { offset: 0 })) as { consumers: ConsumerState[] }
    for (const one of consumers.filter(({ name }) => !name.startsWith('read_'))) {
      all[`MAIL ${one.name}`] =
        `delivered ${one.delivered.consumer_seq}, acknowledged to ${one.ack_floor.stream_seq}, pending ${one.num_ack_pending}`
    }
    return all
  }
  return { state, api, nc, log: () => readFile(join(dirname(stack.dataDir), 'nats.log'), 'utf8') }
}
