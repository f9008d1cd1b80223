import { Type } from '@sinclair/typebox'
import { defineCommand } from './define-command.ts'
import type { Check } from './health.ts'
import type { App } from './host-parts.ts'
import type { Metrics } from './metrics.ts'
import { mountCommands } from './mount-commands.ts'
import { NotFound } from './problem.ts'
import { defineQuery, mountQueries } from './queries.ts'

/** A relay as operators see it; the store's relay has this shape. */
export interface OperatedRelay {
  status(): { readonly state: string; readonly reason?: string | undefined; readonly published: number }
  lag(): Promise<{ readonly events: number; readonly seconds: number }>
}

interface ParkedEvent {
  readonly consumer: string
  readonly stream: string
  readonly sequence: number
  readonly error: string
}

interface Unpark {
  readonly sequence: number
  readonly action: 'retried' | 'skipped'
  readonly operator: string
  readonly reason?: string | undefined
}

/** A consumer as operators see it; the store's consumer has this shape. */
export interface OperatedConsumer {
  readonly name: string
  status(): {
    readonly stream: string
    readonly state: string
    readonly reason?: string | undefined
    readonly cursor: number
    readonly lastSequence: number
  }
  parked(page?: { after?: number; limit?: number }): Promise<readonly ParkedEvent[]>
  countParked(): Promise<{ readonly parked: number; readonly blocked: number }>
  unpark(request: Unpark): Promise<{ readonly action: string; readonly released: number } | undefined>
}

/** What moves events in a process, and what it stands on. Relays by the name of their stream. */
export interface Operated {
  readonly pool: { query(text: string): Promise<unknown> }
  readonly bus: { health(): { readonly connected: boolean; readonly detail: string } }
  readonly relays: Readonly<Record<string, OperatedRelay>>
  readonly consumers: readonly OperatedConsumer[]
  /** What else must work, or must be known. */
  readonly checks?: readonly Check[]
}

/** Ready means: the database answers, the bus is connected, every relay and every consumer works or stands by. */
export function operatorChecks({ pool, bus, relays, consumers, checks = [] }: Operated): Check[] {
  const working = ({ state, reason }: { state: string; reason?: string | undefined }, place: string) => ({
    ok: state === 'active' || state === 'standby',
    detail: reason ?? `${state}, ${place}`
  })
  return [
    {
      name: 'postgres',
      async check() {
        await pool.query('select 1')
        return { ok: true, detail: 'answers' }
      }
    },
    {
      name: 'nats',
      async check() {
        const { connected, detail } = bus.health()
        return { ok: connected, detail }
      }
    },
    ...Object.entries(relays).map(([stream, relay]) => ({
      name: `relay ${stream}`,
      check: async () => working(relay.status(), `published ${relay.status().published}`)
    })),
    ...consumers.map((consumer) => ({
      name: `consumer ${consumer.name}`,
      async check() {
        const status = consumer.status()
        return working(status, `at ${status.cursor} of ${status.lastSequence}`)
      }
    })),
    ...checks
  ]
}

/** Gauges: relay lag in events and seconds, consumer lag, parked events, blocked cases. */
export function operatorGauges(metrics: Metrics, { relays, consumers }: Pick<Operated, 'relays' | 'consumers'>): void {
  const ofRelays = (read: (relay: OperatedRelay) => Promise<number>) => () =>
    Promise.all(
      Object.entries(relays).map(async ([stream, relay]) => ({ value: await read(relay), labels: { stream } }))
    )
  const ofConsumers = (read: (consumer: OperatedConsumer) => Promise<number>) => () =>
    Promise.all(
      consumers.map(async (one) => ({
        value: await read(one),
        labels: { consumer: one.name, stream: one.status().stream }
      }))
    )
  metrics.gauge(
    'wuhu.relay.lag',
    'Committed events that are not in the stream yet',
    '{event}',
    ofRelays(async (relay) => (await relay.lag()).events)
  )
  metrics.gauge(
    'wuhu.relay.lag.age',
    'Age of the oldest committed event that is not in the stream yet',
    's',
    ofRelays(async (relay) => (await relay.lag()).seconds)
  )
  metrics.gauge(
    'wuhu.consumer.lag',
    'Messages of the stream that are not applied yet',
    '{message}',
    ofConsumers(async (one) => Math.max(0, one.status().lastSequence - one.status().cursor))
  )
  metrics.gauge(
    'wuhu.consumer.parked',
    'Events that could not be applied, and those behind them',
    '{event}',
    ofConsumers(async (one) => (await one.countParked()).parked)
  )
  metrics.gauge(
    'wuhu.consumer.blocked',
    'Cases that stand still because of a parked event',
    '{case}',
    ofConsumers(async (one) => (await one.countParked()).blocked)
  )
}

const place = Type.Object(
  { consumer: Type.String({ maxLength: 100 }), sequence: Type.String({ pattern: '^[1-9]\\d{0,14}$' }) },
  { additionalProperties: false }
)
const nothing = Type.Object({}, { additionalProperties: false })
const withReason = Type.Object(
  { reason: Type.String({ format: 'text', maxLength: 500, description: 'why the event is given up' }) },
  { additionalProperties: false }
)
const answer = Type.Object({ action: Type.String(), released: Type.Integer() })

/** GET /v1/status, GET /v1/parked, POST /v1/parked/:consumer/:sequence/retry and /skip. Never shows data of events. */
export function mountOperator(app: App, { relays, consumers }: Pick<Operated, 'relays' | 'consumers'>): void {
  const status = defineQuery({
    name: 'status.read',
    path: '/v1/status',
    action: 'status.read',
    tag: 'operator',
    title: { zh: '运行状态', en: 'Relays and consumers' },
    answer: Type.Object({ relays: Type.Array(Type.Unknown()), consumers: Type.Array(Type.Unknown()) }),
    execute: async () => ({
      body: {
        relays: await Promise.all(
          Object.entries(relays).map(async ([stream, relay]) => ({
            stream,
            ...relay.status(),
            lag: await relay.lag()
          }))
        ),
        consumers: await Promise.all(
          consumers.map(async (one) => ({ name: one.name, ...one.status(), ...(await one.countParked()) }))
        )
      }
    })
  })

  const parked = defineQuery({
    name: 'parked.list',
    path: '/v1/parked',
    action: 'parked.read',
    tag: 'operator',
    title: { zh: '搁置事件', en: 'Parked events' },
    query: Type.Object(
      {
        consumer: Type.Optional(Type.String({ maxLength: 100 })),
        after: Type.Optional(Type.Integer({ minimum: 0, description: 'sequence; with consumer' })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 }))
      },
      { additionalProperties: false }
    ),
    answer: Type.Object({ items: Type.Array(Type.Unknown()) }),
    execute: async ({ query: { consumer, after = 0, limit = 100 } }) => {
      const asked = consumers.filter(({ name }) => consumer === undefined || name === consumer)
      return { body: { items: (await Promise.all(asked.map((one) => one.parked({ after, limit })))).flat() } }
    }
  })

  const unpark = (verb: 'retry' | 'skip', action: 'retried' | 'skipped') =>
    defineCommand({
      name: `parked.${verb}`,
      path: `/v1/parked/:consumer/:sequence/${verb}`,
      action: 'parked.change',
      tag: 'operator',
      title: verb === 'retry' ? { zh: '重试搁置事件', en: 'Retry' } : { zh: '跳过搁置事件', en: 'Skip' },
      params: place,
      body: verb === 'retry' ? nothing : withReason,
      answer,
      async execute({ params, body, caller }) {
        const consumer = consumers.find(({ name }) => name === params.consumer)
        const reason = 'reason' in body ? String(body.reason) : undefined
        const request = { action, reason, operator: `${caller.agency}/${caller.keyId}` }
        const done = await consumer?.unpark({ ...request, sequence: Number(params.sequence) })
        if (!done) throw new NotFound('parked.unknown', 'there is no such parked event')
        return { body: done }
      }
    })

  mountQueries(app, [status, parked])
  mountCommands(app, [unpark('retry', 'retried'), unpark('skip', 'skipped')])
}
