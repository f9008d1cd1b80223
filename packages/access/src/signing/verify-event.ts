import type { Envelope } from '@wuhu/contracts'
import { BadSignature } from './bad-signature.ts'
import { readDetached, verifyDetached } from './detached-jws.ts'
import { verifierOf } from './ed25519.ts'
import { countersignedEnvelope, signedEnvelope } from './envelope-signer.ts'
import { clockSkew, type KnownKey, statementLife, validAt } from './known-key.ts'
import { digestOf } from './statement.ts'

/**
 * `words-only`: the agency signed the statement, and no service the event that was made of it. `withheld`: a redacted copy,
 * which carries no signature. `reason` is a stable code.
 */
export type EventVerdict =
  | { readonly verdict: 'valid' | 'words-only'; readonly by: string; readonly statement?: string }
  | { readonly verdict: 'invalid'; readonly reason: string }
  | { readonly verdict: 'unsigned' | 'withheld' }

type KeyOf = (kid: string) => KnownKey | undefined
type StatementOf = (digest: string) => string | undefined

/**
 * Checks one event with nothing but the directory's keys and, if there is one at hand, the text of the agency's
 * statement. The key must have been valid when the event happened; that it is revoked or expired today changes nothing.
 */
export function verifyEvent(
  envelope: Envelope,
  keyOf: KeyOf,
  statementOf: StatementOf = () => undefined
): EventVerdict {
  if (!isReadable(envelope)) return invalid('envelope.malformed')
  if (envelope.redacted !== undefined) return { verdict: 'withheld' }
  const { signature, signedby, countersignature, statement } = envelope
  if (signature === undefined && signedby === undefined && countersignature === undefined) {
    return { verdict: 'unsigned' }
  }
  if (signature === undefined || signedby === undefined) return invalid('signature.incomplete')
  const [, signer = '', kid = '', actor] = /^([a-z0-9-]+)#(U[A-Z2-7]{55})(?: for (.+))?$/.exec(signedby) ?? []
  const valid = { by: signedby, ...(statement !== undefined && { statement }) }
  try {
    if (actor !== undefined) {
      const other = envelope.source !== `/services/${signer}` || envelope.actor !== actor || statement !== undefined
      if (other || countersignature !== undefined) throw new Mismatch('signature.other-event')
      checkService(envelope, { jws: signature, kid, keyOf, payload: signedEnvelope(envelope) })
      return { verdict: 'valid', ...valid }
    }
    checkAgency(envelope, { jws: signature, signer, key: keyThen(kid, keyOf, envelope), statementOf })
    if (countersignature === undefined) return { verdict: 'words-only', ...valid }
    checkService(envelope, { jws: countersignature, keyOf, payload: countersignedEnvelope(envelope) })
    return { verdict: 'valid', ...valid }
  } catch (error) {
    if (error instanceof BadSignature) return invalid(error.code)
    if (error instanceof Mismatch) return invalid(error.message)
    throw error
  }
}

/** Events come from files too: what is read here must be text. */
function isReadable({ time, actor, source, signedby, statement, signature, countersignature }: Envelope): boolean {
  const optional = [signedby, statement, signature, countersignature].filter((value) => value !== undefined)
  return [time, actor, source, ...optional].every((value) => typeof value === 'string')
}

/** A signature that verifies, on something that it does not belong to. */
class Mismatch extends Error {}

/** The key, if it was valid when the event happened. */
function keyThen(kid: string, keyOf: KeyOf, { time }: Envelope): KnownKey {
  const key = keyOf(kid)
  if (!key) throw new Mismatch('signature.unknown-key')
  if (!validAt(key, Date.parse(time))) throw new Mismatch('signature.key-not-valid-then')
  return key
}

interface ServiceSignature {
  readonly jws: string
  /** From `signedby`; a countersignature names its key itself. */
  readonly kid?: string
  readonly keyOf: KeyOf
  readonly payload: Uint8Array
}

function checkService(envelope: Envelope, { jws, kid, keyOf, payload }: ServiceSignature): void {
  const claimed = readDetached(jws, 'wuhu-envelope')
  const key = keyThen(kid ?? claimed.kid, keyOf, envelope)
  if (key.role !== 'service') throw new Mismatch('signature.key-role')
  verifyDetached(claimed, verifierOf(key.kid), payload)
}

interface AgencySignature {
  readonly jws: string
  readonly signer: string
  readonly key: KnownKey
  readonly statementOf: StatementOf
}

function checkAgency(envelope: Envelope, { jws, signer, key, statementOf }: AgencySignature): void {
  if (key.role === 'service' || key.role === 'console') throw new Mismatch('signature.key-role')
  if (signer !== key.agency || envelope.actor.split('/', 1)[0] !== key.agency) {
    throw new Mismatch('signature.other-agency')
  }
  const { statement } = envelope
  if (statement === undefined) throw new Mismatch('signature.incomplete')
  const claimed = readDetached(jws, 'wuhu-statement')
  verifyDetached(claimed, verifierOf(key.kid), Buffer.from(statement))
  const age = Date.parse(envelope.time) / 1000 - claimed.iat
  // A command may wait a while for its turn before it becomes an event.
  if (age > statementLife + 60 || age < -clockSkew) throw new Mismatch('signature.other-time')
  const text = statementOf(statement)
  if (text === undefined) return
  if (digestOf(text) !== statement) throw new Mismatch('statement.other-text')
  if (text.split('\n', 3)[2] !== `agency ${key.agency}`) throw new Mismatch('statement.other-agency')
}

const invalid = (reason: string): EventVerdict => ({ verdict: 'invalid', reason })
