import { Unauthenticated } from './unauthenticated.ts'
import type { Caller } from './verifier.ts'

/** The client certificate of the connection that a request came by. */
export interface PresentedCertificate {
  /** Signed by the authority that the service names, within its time, not revoked. */
  readonly trusted: boolean
  /** Common name of its subject: the code of an agency, or `console`. */
  readonly name: string | undefined
}

/**
 * Mutual TLS beside the token: whoever presents a certificate must present its own. An agency's system comes with its
 * agency's, officers come by the console's. Without a certificate the token alone counts; whether one must be presented
 * is for the listener to say.
 * @throws Unauthenticated token.certificate
 */
export function checkCertificate(
  { agency, person }: Pick<Caller, 'agency' | 'person'>,
  presented: PresentedCertificate | undefined
): void {
  if (presented === undefined) return
  const expected = person === undefined ? agency : 'console'
  if (presented.trusted && presented.name === expected) return
  throw new Unauthenticated('token.certificate', "the connection's client certificate is not the caller's")
}
