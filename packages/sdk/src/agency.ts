import { v7 as uuidV7 } from 'uuid'
import { type Door, httpDoor, patience } from './door.ts'
import { createHttp, type HttpAnswer } from './http.ts'
import { createIdentity } from './identity.ts'
import { createNatsLink } from './nats-link.ts'
import {
  type CommandBody,
  type CommandInput,
  type CommandName,
  preparedCommand,
  preparedQuery,
  type QueryBody,
  type QueryInput,
  type QueryName
} from './operation.ts'
import { problemIn } from './problem.ts'
import { retrying } from './retry.ts'
import { type AgencyOptions, addressOf } from './settings.ts'
import { signerWithSeed } from './statement.ts'
import { type SubscribeOptions, type Subscription, subscribeWith } from './subscribe/subscription.ts'

export interface CommandOptions {
  /** Default: a new UUID v7. Give your own, kept with your record, to repeat safely after a restart. */
  readonly idempotencyKey?: string
  /** The version that you have seen; another is refused with `version.stale`. */
  readonly ifMatch?: number
  /** Officer who attests that no state secret is in it. */
  readonly attested?: string
  readonly signal?: AbortSignal
  readonly within?: number
}

/** What a command answered. */
export interface Answer<Body> {
  readonly body: Body
  readonly status: number
  readonly version: number | undefined
  readonly location: string | undefined
  /** This is the first answer again: the command was carried out by an earlier attempt. */
  readonly replayed: boolean
  readonly idempotencyKey: string
}

/** One agency's system on the bus. */
export interface Agency {
  readonly agency: string
  /**
   * Sends a command, again and again with the same Idempotency-Key while the service cannot be reached or asks to wait.
   * @throws WuhuProblem when the service refuses; WuhuUnreachable when no answer came in time
   */
  command<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    options?: CommandOptions
  ): Promise<Answer<CommandBody<Name>>>
  /** Asks over HTTP. @throws as `command` */
  query<Name extends QueryName>(
    name: Name,
    input: QueryInput<Name>,
    options?: Pick<CommandOptions, 'signal' | 'within'>
  ): Promise<QueryBody<Name>>
  /** Hands over what comes into the agency's mailbox, each at least once, in order within a case. */
  subscribe(options: SubscribeOptions): Subscription
  /** A bearer token for requests of your own; good for another minute at least. */
  token(): Promise<string>
  /** Stops subscriptions and closes connections. */
  close(): Promise<void>
}

/** @throws TypeError for settings that contradict each other, and what reading the key file throws */
export function createAgency(options: AgencyOptions): Agency {
  const { agency, urls, transport = 'http', sign, within = 60_000 } = options
  const identity = createIdentity(options)
  const http = createHttp(options)
  const nats = createNatsLink({ ...options, identity, http })
  const door: Door = transport === 'nats' ? nats.door : httpDoor(http, urls)
  const signed = sign === undefined ? signerWithSeed(identity.seed) : sign
  const subscriptions = new Set<Subscription>()

  const command: Agency['command'] = async (name, input, more = {}) => {
    const prepared = preparedCommand(name, input)
    const { params, rest: body } = prepared
    const { idempotencyKey = uuidV7(), attested = options.attested, signal } = more
    const ifMatch = more.ifMatch === undefined ? undefined : `"${more.ifMatch}"`
    const attestation = attested === undefined ? undefined : `no-state-secret; by=${attested}`
    const attempt = async () => {
      const token = await identity.token()
      const headers = {
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': idempotencyKey,
        ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
        ...(attestation !== undefined && { 'Wuhu-Attestation': attestation }),
        ...(signed && {
          'Wuhu-Signature': await signed({ token, command: name, params, body, idempotencyKey, ifMatch, attestation })
        })
      }
      return succeeded(await door(prepared, headers, signal))
    }
    const answer = await retrying(attempt, { within: more.within ?? within, signal })
    const version = /^"(\d+)"$/.exec(answer.headers.etag ?? '')?.[1]
    return {
      body: JSON.parse(answer.text),
      status: answer.status,
      version: version === undefined ? undefined : Number(version),
      location: answer.headers.location,
      replayed: answer.headers['idempotency-replayed'] === 'true',
      idempotencyKey
    }
  }

  const query: Agency['query'] = async (name, input, more = {}) => {
    const { service, path, rest } = preparedQuery(name, input)
    const url = addressOf(urls, service, path)
    for (const [key, value] of Object.entries(rest)) url.searchParams.set(key, String(value))
    const { signal } = more
    const attempt = async () => {
      const headers = { Authorization: `Bearer ${await identity.token()}` }
      return http.json<QueryBody<typeof name>>({ method: 'GET', url, headers, patience, signal })
    }
    return retrying(attempt, { within: more.within ?? within, signal })
  }

  return {
    agency,
    command,
    query,
    subscribe(given) {
      const subscription = subscribeWith({ identity, http, urls, nats }, given)
      subscriptions.add(subscription)
      const gone = () => subscriptions.delete(subscription)
      subscription.ended.then(gone, gone)
      return subscription
    },
    token: identity.token,
    async close() {
      await Promise.all([...subscriptions].map((one) => one.stop()))
      await nats.close()
      http.close()
    }
  }
}

function succeeded(answer: HttpAnswer): HttpAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer
  throw problemIn(answer)
}
