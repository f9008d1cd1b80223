import { type Bus, BusUnavailable } from '../../bus.ts'
import type { ApiFailure } from '../api.ts'

type Asking = Pick<Bus, 'request'>

/** Settings of an agency's durable consumer on `MAIL`, named like the agency. Explicit acknowledgement, for ever. */
function mailConsumer(agency: string) {
  return {
    durable_name: agency,
    name: agency,
    filter_subject: `mail.${agency}.>`,
    deliver_policy: 'all',
    ack_policy: 'explicit',
    ack_wait: 30_000_000_000,
    max_deliver: -1,
    max_ack_pending: 1000,
    max_waiting: 128,
    max_batch: 1000,
    replay_policy: 'instant'
  }
}

async function api<Answer>(bus: Asking, subject: string, body: object): Promise<Answer> {
  const reply = await bus.request(`$JS.API.${subject}`, Buffer.from(JSON.stringify(body)), { timeout: 5000 })
  const answer = JSON.parse(Buffer.from(reply.body).toString('utf8')) as Answer & { error?: ApiFailure }
  if (!answer.error) return answer
  const { description, err_code: code } = answer.error
  // A stream that is not there yet will be: the deployment makes it.
  if (code === 10059) throw new BusUnavailable('stream MAIL does not exist')
  throw new Error(`JetStream refused ${subject}: ${description} (${code})`)
}

/** Makes an agency's durable consumer, or brings its settings up to date. @throws BusUnavailable, NoResponders, Error */
export async function ensureMailConsumer(bus: Asking, agency: string): Promise<void> {
  const config = mailConsumer(agency)
  const request = { stream_name: 'MAIL', config, action: '' }
  await api(bus, `CONSUMER.CREATE.MAIL.${agency}.${config.filter_subject}`, request)
}

/** Names of all consumers of `MAIL`. @throws as ensureMailConsumer */
export async function mailConsumers(bus: Asking): Promise<Set<string>> {
  const names = new Set<string>()
  for (;;) {
    const page = { offset: names.size }
    const { consumers, total } = await api<{ consumers: string[] | null; total: number }>(
      bus,
      'CONSUMER.NAMES.MAIL',
      page
    )
    for (const name of consumers ?? []) names.add(name)
    if (!consumers?.length || names.size >= total) return names
  }
}
