import type { StreamConfig } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/nats-core'
import type { ApiFailure } from './api.ts'
import { dial, type NatsOptions } from './connect.ts'

export interface StreamDefinition {
  readonly name: string
  readonly subjects: readonly string[]
}

const events = (...aggregates: string[]) => aggregates.map((aggregate) => `evt.*.${aggregate}.>`)
/** Clocks 时限 run in the service that owns what they run on. */
const deadlinesOf = (service: string) => `evt.*.deadline.${service}.>`

/** Each service writes one stream. Subjects are split by aggregate, because two streams may not take one subject. */
export const streams: readonly StreamDefinition[] = [
  {
    name: 'INFO_SHARING',
    subjects: [
      ...events('agency', 'officer', 'case', 'record', 'info', 'clue', 'match', 'attachment', 'quarantine'),
      ...events('calendar', 'limits', 'expert', 'appraiser'),
      deadlinesOf('info-sharing')
    ]
  },
  {
    name: 'JOINT_INVESTIGATION',
    subjects: [...events('consult', 'assist', 'evidence', 'transfer'), deadlinesOf('joint-investigation')]
  },
  { name: 'NOTIFICATIONS', subjects: events('delivery', 'endpoint', 'reminder', 'escalation') },
  {
    name: 'AUDIT',
    subjects: [
      ...events('work', 'supervise', 'suggestion', 'bulletin', 'assess', 'stat'),
      ...events('replay', 'checkpoint', 'gap', 'hold'),
      deadlinesOf('audit')
    ]
  },
  { name: 'CONSOLE', subjects: events('account', 'session') },
  { name: 'MAIL', subjects: ['mail.>'] }
]

/**
 * Settings of a stream that is an image of a store: nothing leaves it, and what does not fit is refused. The window
 * of duplicates is the least the server takes: the fence, not the window, keeps duplicates out.
 */
export function streamConfig({ name, subjects }: StreamDefinition, replicas = 1): Partial<StreamConfig> {
  return {
    name,
    subjects: [...subjects],
    retention: 'limits',
    storage: 'file',
    discard: 'new',
    max_age: 0,
    max_msgs: -1,
    max_bytes: -1,
    num_replicas: replicas,
    duplicate_window: 100_000_000,
    deny_delete: true,
    deny_purge: true,
    allow_direct: false
  }
}

/**
 * Creates the streams, or brings the settings of existing ones up to date. A deployment step: services never call it.
 * @throws BusUnavailable, or Error with one sentence for the operator
 */
export async function createStreams(
  url: string,
  options: Omit<NatsOptions, 'url' | 'name'> & { replicas?: number; definitions?: readonly StreamDefinition[] } = {}
): Promise<void> {
  const nc = await dial({ ...options, url, name: 'create-streams' })
  try {
    for (const definition of options.definitions ?? streams) {
      const config = streamConfig(definition, options.replicas)
      const existing = await ask(nc, `STREAM.INFO.${definition.name}`)
      const action = existing.error ? 'CREATE' : 'UPDATE'
      if (existing.error && existing.error.err_code !== 10059) throw refused(definition.name, existing.error)
      const { error } = await ask(nc, `STREAM.${action}.${definition.name}`, { ...existing.config, ...config })
      if (error) throw refused(definition.name, error)
    }
  } finally {
    await nc.close()
  }
}

async function ask(nc: NatsConnection, subject: string, body?: object) {
  const answer = await nc.request(`$JS.API.${subject}`, body ? JSON.stringify(body) : '', { timeout: 10_000 })
  return answer.json<{ error?: ApiFailure; config?: Partial<StreamConfig> }>()
}

function refused(name: string, failure: ApiFailure): Error {
  return new Error(`stream ${name} could not be set up: ${failure.description} (${failure.err_code})`)
}
