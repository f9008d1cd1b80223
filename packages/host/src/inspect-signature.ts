import { BadSignature, checkStatement, type KnownKey } from '@wuhu/access/signing'
import { Problem } from './problem.ts'
import type { Inspect } from './run-command.ts'

/**
 * Verifies `Wuhu-Signature`, an agency's signature on what it asks for, before the command runs. Without the header the
 * command runs too, and the service signs its events.
 * @param options.audience the bus, as tokens name it
 */
export function inspectSignature(options: {
  readonly audience: string
  readonly lookupKey: (kid: string) => Promise<KnownKey | undefined>
  readonly now: () => Date
}): Inspect {
  const { audience, lookupKey, now } = options
  return async (_command, { caller, headers, statement }) => {
    const signature = headers['wuhu-signature']
    if (signature === undefined) return {}
    const header = (name: string) => headers[name]?.toString()
    try {
      return await checkStatement({
        signature: signature.toString(),
        frame: {
          audience,
          agency: caller.agency,
          token: caller.jti,
          idempotencyKey: header('idempotency-key'),
          ifMatch: header('if-match'),
          attestation: header('wuhu-attestation')
        },
        words: statement,
        roles: caller.roles,
        now: now(),
        lookupKey
      })
    } catch (error) {
      if (error instanceof BadSignature) throw new Problem(422, error.code, error.message)
      throw error
    }
  }
}
