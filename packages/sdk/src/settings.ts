import type { TlsOptions } from './http.ts'
import type { SignRequest } from './statement.ts'

/** The services by their names on the bus. */
export type ServiceName = 'info-sharing' | 'joint-investigation' | 'notifications' | 'audit'

/** Base addresses of the services. Only those that are used must be given. */
export interface ServiceUrls {
  readonly infoSharing?: string
  readonly jointInvestigation?: string
  readonly notifications?: string
  readonly audit?: string
}

export interface AgencyOptions extends TlsOptions {
  /** Code of the agency: `amr`. */
  readonly agency: string
  /** NKey seed of the agency's system (`SU...`), or `keyFile`, the path of a file that holds it. */
  readonly seed?: string
  readonly keyFile?: string
  readonly urls: ServiceUrls
  /** Addresses of the message servers (`nats://` or `tls://`): for commands and subscriptions over NATS. */
  readonly nats?: string | readonly string[]
  /** How commands travel; default `http`. The answers are the same. */
  readonly transport?: 'http' | 'nats'
  /**
   * Officer (id, not name) who attests that what is sent holds no state secret. For all commands; better given with each.
   */
  readonly attested?: string
  /** Signs commands; default: with the agency's key. `false` sends them unsigned, where the bus allows it. */
  readonly sign?: SignRequest | false
  /** `aud` of tokens: the bus that is spoken to; default `wuhu`. */
  readonly audience?: string
  /** Milliseconds for one command or query, repetitions included; default 60,000. */
  readonly within?: number
}

const fields = {
  'info-sharing': 'infoSharing',
  'joint-investigation': 'jointInvestigation',
  notifications: 'notifications',
  audit: 'audit'
} as const

/** An address of a service. @throws TypeError when the service's URL was not given */
export function addressOf(urls: ServiceUrls, service: ServiceName, path: string): URL {
  const base = urls[fields[service]]
  if (base === undefined) throw new TypeError(`urls.${fields[service]} is not set`)
  return new URL(`${base.replace(/\/+$/, '')}${path}`)
}
