import { setTimeout as pause } from 'node:timers/promises'
import {
  connect,
  errors,
  jwtAuthenticator,
  type MsgHdrs,
  type NatsConnection,
  headers as natsHeaders
} from '@nats-io/transport-node'
import { type Door, patience } from './door.ts'
import type { Http, TlsOptions } from './http.ts'
import type { Identity } from './identity.ts'
import { WuhuUnreachable } from './problem.ts'
import { addressOf, type ServiceUrls } from './settings.ts'

/** What notifications answers to `GET /v1/nats-credentials`. */
interface Credentials {
  readonly jwt: string
  readonly apiPrefix: string
  readonly durable: string
  readonly inboxPrefix: string
  readonly urls?: readonly string[]
}

export interface NatsSession {
  readonly connection: NatsConnection
  /** Where the agency's account finds its part of JetStream. */
  readonly apiPrefix: string
  /** Name of the agency's consumer on the stream `MAIL`. */
  readonly durable: string
}

/** The agency's one connection to the message servers, made when it is first needed; it reconnects by itself. */
export interface NatsLink {
  readonly door: Door
  /** @throws WuhuProblem when credentials are refused, WuhuUnreachable when nobody answers */
  session(): Promise<NatsSession>
  close(): Promise<void>
}

export interface NatsLinkOptions extends TlsOptions {
  readonly identity: Identity
  readonly http: Http
  readonly urls: ServiceUrls
  readonly nats?: string | readonly string[] | undefined
}

/** The least and the most milliseconds until credentials are fetched anew. */
const soonest = 5_000
const latest = 3_600_000
/** Milliseconds that a closing connection may take to send what it has. */
const lastWords = 2_000

export function createNatsLink(options: NatsLinkOptions): NatsLink {
  const { identity, http } = options
  const { agency } = identity
  let opening: Promise<NatsSession> | undefined
  let timer: NodeJS.Timeout | undefined

  const fetchCredentials = async (): Promise<Credentials> =>
    http.json({
      method: 'GET',
      url: addressOf(options.urls, 'notifications', '/v1/nats-credentials'),
      headers: { Authorization: `Bearer ${await identity.token()}` },
      patience
    })

  const open = async (): Promise<NatsSession> => {
    let credentials = await fetchCredentials()
    const servers = options.nats ?? credentials.urls
    if (servers === undefined || servers.length === 0) throw new TypeError('nats is not set')
    // The server ends a connection whose JWT has expired; the client comes back with the one that is here then.
    const keepFresh = () => {
      timer = setTimeout(
        () =>
          void fetchCredentials()
            .then((fresh) => {
              credentials = fresh
            })
            .catch(() => {
              // The old ones are used until the server refuses them; the next look is not far.
            })
            .finally(keepFresh),
        untilRenewal(credentials.jwt)
      ).unref()
    }
    const seed = new TextEncoder().encode(identity.seed)
    let connection: NatsConnection
    try {
      connection = await connect({
        servers: typeof servers === 'string' ? servers.split(',').map((one) => one.trim()) : [...servers],
        name: `sdk ${agency}`,
        authenticator: jwtAuthenticator(() => credentials.jwt, seed),
        inboxPrefix: credentials.inboxPrefix,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 250,
        reconnectJitter: 250,
        pingInterval: 10_000,
        maxPingOut: 2,
        ignoreAuthErrorAbort: true,
        noAsyncTraces: true,
        timeout: 5_000,
        ...tlsOf(options)
      })
    } catch (error) {
      throw new WuhuUnreachable('NATS', error)
    }
    keepFresh()
    void connection.closed().then(() => {
      clearTimeout(timer)
      opening = undefined
    })
    return { connection, apiPrefix: credentials.apiPrefix, durable: credentials.durable }
  }

  const session = (): Promise<NatsSession> => {
    if (!opening) {
      opening = open()
      opening.catch(() => {
        opening = undefined
      })
    }
    return opening
  }

  return {
    session,
    async door(command, headers, signal) {
      const { connection } = await session()
      signal?.throwIfAborted()
      const subject = `cmd.${agency}.${command.name}`
      const body = JSON.stringify({ ...command.params, ...command.rest })
      try {
        const reply = await connection.request(subject, body, { timeout: patience, headers: asNats(headers) })
        const answered = plain(reply.headers)
        return { status: Number(answered.status), headers: answered, text: reply.string() }
      } catch (error) {
        const ours = error instanceof errors.InvalidArgumentError || error instanceof errors.PermissionViolationError
        throw ours ? error : new WuhuUnreachable(`NATS ${subject}`, error)
      }
    },
    async close() {
      clearTimeout(timer)
      const { connection } = (await opening?.catch(() => undefined)) ?? {}
      if (!connection) return
      // What was said last, acknowledgements above all, is to arrive; a server that is away is not waited for.
      await Promise.race([connection.drain().catch(() => undefined), pause(lastWords, undefined, { ref: false })])
      await connection.close()
    }
  }
}

function tlsOf({ ca, clientCertificate }: TlsOptions) {
  if (ca === undefined && clientCertificate === undefined) return {}
  const { certificate: cert, key } = clientCertificate ?? {}
  return { tls: { ...(ca !== undefined && { ca }), ...(cert !== undefined && { cert }), ...(key && { key }) } }
}

/** At two thirds of what is left of the JWT's life. */
function untilRenewal(jwt: string): number {
  let expires: unknown
  try {
    expires = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8')).exp
  } catch {
    expires = undefined
  }
  const left = typeof expires === 'number' ? expires * 1000 - Date.now() : latest
  return Math.min(latest, Math.max(soonest, (left * 2) / 3))
}

function asNats(given: Readonly<Record<string, string>>): MsgHdrs {
  const headers = natsHeaders()
  for (const [name, value] of Object.entries(given)) headers.set(name, value)
  return headers
}

const plain = (headers: MsgHdrs | undefined): Record<string, string> =>
  Object.fromEntries((headers?.keys() ?? []).map((name) => [name.toLowerCase(), headers?.get(name) ?? '']))
