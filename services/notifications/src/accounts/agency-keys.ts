import { derivedSeed, type Signer, signerOf } from '@wuhu/bus/nats-accounts'

/** The keys of one agency's account. */
export interface AgencyKeys {
  /** Public key of the account, which is its name on the server. */
  readonly account: string
  /** Signs the account's users. */
  readonly signer: Signer
}

/** Derived from one secret, so that every process has the same keys and none needs to be stored. */
export function createAgencyKeys(secret: Uint8Array): (agency: string) => AgencyKeys {
  const known = new Map<string, AgencyKeys>()
  return (agency) => {
    let keys = known.get(agency)
    if (!keys) {
      const key = (use: string) => signerOf(derivedSeed('account', secret, `nats/${use}/${agency}`))
      keys = { account: key('account').getPublicKey(), signer: key('users') }
      known.set(agency, keys)
    }
    return keys
  }
}
