import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import type { ConnectionOptions } from '@nats-io/nats-core'

/** PEM texts. */
export interface NatsTls {
  /** The authority that must have signed the server's certificate. */
  readonly ca: string
  /** Our own certificate and its key, where the server asks for one. */
  readonly cert?: string
  readonly key?: string
}

/**
 * The client's options for TLS: no connection without it. The client library checks a server that is given by IP as if
 * it were `localhost`; here its certificate must name one of the addresses that we were told to connect to.
 */
export function secure(tls: NatsTls | undefined, addresses: readonly URL[]): Pick<ConnectionOptions, 'tls'> {
  if (tls === undefined) return {}
  const names = addresses.map(({ hostname }) => hostname.replace(/^\[|\]$/g, ''))
  const more = {
    minVersion: 'TLSv1.2',
    checkServerIdentity: (_name: string, certificate: PeerCertificate) => {
      const problems = names.map((name) => checkServerIdentity(name, certificate))
      return problems.includes(undefined) ? undefined : problems[0]
    }
  }
  return { tls: { ...tls, ...more } }
}
