import type { NatsConnection } from '@nats-io/nats-core'
import { connect } from '@nats-io/transport-node'
import { type Bus, type BusStream, BusUnavailable } from '../bus.ts'
import { type Credentials, identity } from './identity.ts'
import { type BusLogger, CLOSE_BOUND, createLink, within } from './link.ts'
import { createHints, createRequest, createServe } from './requests.ts'
import { type NatsTls, secure } from './secure.ts'
import { judgeServer, requireServer } from './server-floor.ts'
import { createStream, type StreamSettings } from './stream.ts'

export interface NatsOptions extends Credentials {
  /** One address, or several with commas between; the first may name user and password: nats://user:password@host. */
  readonly url: string
  /** Shown in the server's list of connections. */
  readonly name: string
  readonly logger?: BusLogger
  /** Without it: as the server says, with the authorities that Node trusts. */
  readonly tls?: NatsTls | undefined
  /** Milliseconds to wait for the first connection (10,000); later ones are awaited for ever. */
  readonly patience?: number
  /** Milliseconds without acknowledgement after which publish() gives up (10,000). */
  readonly acknowledgeWithin?: number
  /** Milliseconds of silence after which a reader looks at the stream itself (3,000). */
  readonly idleCheck?: number
}

/** @throws BusUnavailable when no server answers within `patience`; Error when the server is below the floor */
export async function dial(options: NatsOptions): Promise<NatsConnection> {
  const nc = await dialAny(options)
  try {
    await requireServer(nc, options.patience ?? 10_000)
    return nc
  } catch (error) {
    await nc.close()
    throw error
  }
}

/** As `dial`, for an account without JetStream. @throws BusUnavailable when no server answers within `patience` */
export async function dialAny(options: NatsOptions): Promise<NatsConnection> {
  const { url, name, patience = 10_000 } = options
  const addresses = url.split(',').map((one) => new URL(one.includes('://') ? one.trim() : `nats://${one.trim()}`))
  const servers = addresses.map(({ protocol, host }) => `${protocol}//${host}`)
  const { username = '', password = '' } = addresses[0] ?? {}
  const deadline = performance.now() + patience
  const who = identity(name, options)
  for (;;) {
    try {
      return await connect({
        servers,
        name,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 250,
        reconnectJitter: 100,
        pingInterval: 10_000,
        maxPingOut: 2,
        ignoreAuthErrorAbort: true,
        noAsyncTraces: true,
        timeout: Math.max(1000, Math.min(5000, patience)),
        ...(username === '' ? {} : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
        ...who,
        ...secure(options.tls, addresses)
      })
    } catch (error) {
      if (performance.now() > deadline) {
        throw Object.assign(new BusUnavailable(`no NATS server answers at ${servers}: ${(error as Error).message}`), {
          cause: error
        })
      }
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

/**
 * A Bus over one NATS connection, which reconnects for ever.
 * @throws BusUnavailable when no server answers within `patience`; Error with one sentence for the operator when the
 * server is older than the floor or JetStream is not enabled
 */
export async function connectNats(options: NatsOptions): Promise<Bus> {
  const { acknowledgeWithin = 10_000, idleCheck = 3000, logger } = options
  const nc = await dial(options)
  const { inboxPrefix } = identity(options.name, options)
  const link = createLink(nc, { judge: () => judgeServer(nc.info), logger, inboxPrefix })
  const settings: StreamSettings = { acknowledgeWithin, idleCheck }
  const streams = new Map<string, BusStream>()
  const stops = new Set<() => Promise<void>>()
  const serve = createServe(link)

  return {
    stream(name) {
      let stream = streams.get(name)
      if (!stream) {
        stream = createStream(link, name, settings)
        streams.set(name, stream)
      }
      return stream
    },
    ...createHints(link),
    request: createRequest(link),
    async serve(subject, queue, handler) {
      const stop = await serve(subject, queue, handler)
      stops.add(stop)
      return async () => {
        stops.delete(stop)
        await stop()
      }
    },
    health: () => ({ connected: link.connected(), detail: link.detail() }),
    async close() {
      const stopping = Promise.all([...stops].map((stop) => stop()))
      stops.clear()
      await within(CLOSE_BOUND, stopping).catch((error) =>
        logger?.warn({ err: error }, 'requests were still being answered')
      )
      await link.close()
    }
  }
}
