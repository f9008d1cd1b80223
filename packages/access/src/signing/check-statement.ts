import type { Provenance } from '@wuhu/contracts'
import { BadSignature } from './bad-signature.ts'
import { readDetached, verifyDetached } from './detached-jws.ts'
import { verifierOf } from './ed25519.ts'
import { clockSkew, type KnownKey, statementLife, validAt } from './known-key.ts'
import { digestOf, type StatementFrame, statementText } from './statement.ts'

/**
 * Checks an agency's signature on a command as it enters. The key must be one of the caller's agency, for a role that the
 * caller acts in: another's key is answered as one that nobody knows. Whether it is valid now is told only after the
 * signature matched.
 * @param options.words command, params and body as they were sent, see `said`
 * @returns what the event is to carry
 * @throws BadSignature
 */
export async function checkStatement(options: {
  readonly signature: string
  readonly frame: StatementFrame
  readonly words: string
  /** Of the caller; strings, because a key may have roles that no caller has. */
  readonly roles: readonly string[]
  readonly now: Date
  lookupKey(kid: string): Promise<KnownKey | undefined>
}): Promise<Required<Pick<Provenance, 'signedBy' | 'signature' | 'statement'>>> {
  const { signature, frame, words, roles, now, lookupKey } = options
  const claimed = readDetached(signature, 'wuhu-statement')
  const key = await lookupKey(claimed.kid)
  if (!key || key.agency !== frame.agency || !roles.includes(key.role)) {
    throw new BadSignature('signature.key', 'kid is no key of yours for this role')
  }
  const text = textOf(frame, words)
  const digest = digestOf(text)
  verifyDetached(claimed, verifierOf(key.kid), Buffer.from(digest))
  if (!validAt(key, now.getTime())) throw new BadSignature('signature.key', 'the key is not valid now')
  const age = now.getTime() / 1000 - claimed.iat
  if (age > statementLife || age < -clockSkew) {
    throw new BadSignature('signature.stale', `sign at most ${statementLife} seconds before sending`)
  }
  return { signedBy: `${key.agency}#${key.kid}`, statement: { digest, text }, signature }
}

function textOf(frame: StatementFrame, words: string): string {
  try {
    return statementText(frame, words)
  } catch (error) {
    if (error instanceof RangeError) throw new BadSignature('signature.malformed', error.message)
    throw error
  }
}
