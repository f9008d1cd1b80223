import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { SealingError } from './sealing-error.ts'

/** An X25519 key pair of the age format: `recipient` is published, `identity` never leaves the agency. */
export interface SealingIdentity {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
  /** `age1…` */
  readonly recipient: string
}

/** A new key pair. Publish its recipient with `POST /v1/agencies/<code>/sealing-keys`. */
export async function createSealingIdentity(): Promise<SealingIdentity> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The public half of an identity. @throws SealingError for what is none */
export async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity)
  } catch {
    throw new SealingError('sealing.bad-key')
  }
}

/** The identities of a key file: one a line, `#` begins a comment, as `age-keygen` writes it. @throws SealingError */
export function readIdentities(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'))
  if (identities.length === 0 || identities.some((one) => !/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/.test(one))) {
    throw new SealingError('sealing.bad-key')
  }
  return identities
}
