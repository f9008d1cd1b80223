import { readFileSync } from 'node:fs'
import { type Authenticator, credsAuthenticator } from '@nats-io/nats-core'

/** How a connection proves itself; nothing of it for a server without accounts. */
export interface Credentials {
  /** Content of a .creds file. */
  readonly credentials?: string | undefined
  /** Path of a .creds file, read at each connection, so that it may be replaced while we run. */
  readonly credentialsFile?: string | undefined
}

/** Where the answers to a user of the hub come: nobody else may listen there. */
export const inboxOf = (name: string): string => `_INBOX_${name}`

/** @throws Error with one sentence when the file cannot be read */
export function identity(
  name: string,
  { credentials, credentialsFile }: Credentials
): { authenticator?: Authenticator; inboxPrefix?: string } {
  if (credentials === undefined && credentialsFile === undefined) return {}
  const content = () => (credentialsFile === undefined ? Buffer.from(credentials ?? '') : readFileSync(credentialsFile))
  try {
    content()
  } catch (error) {
    throw new Error(`the NATS credentials cannot be read: ${(error as Error).message}`)
  }
  return { authenticator: credsAuthenticator(content), inboxPrefix: inboxOf(name) }
}
