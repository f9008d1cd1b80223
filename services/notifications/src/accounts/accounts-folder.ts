import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Signer, signerOf } from '@wuhu/bus/nats-accounts'

/** What the keeper of the agencies' accounts holds. Whoever reads this folder can open any account of the bus. */
export interface AccountsFolder {
  /** Public key of the hub's account. */
  readonly hub: string
  /** The operator's signing key: signs accounts. */
  readonly operator: Signer
  /** What the agencies' account keys are derived from. */
  readonly secret: Uint8Array
  /** Path of the .creds file of a user of the system account. */
  readonly systemCredentials: string
}

/** Reads `hub.pub`, `operator-signing.nk`, `agencies.key` and the place of `system.creds`. @throws Error that names the file */
export async function readAccountsFolder(folder: string): Promise<AccountsFolder> {
  const text = async (name: string) => (await readFile(join(folder, name), 'utf8')).trim()
  const secret = Buffer.from(await text('agencies.key'), 'base64url')
  if (secret.length < 32) throw new Error(`${join(folder, 'agencies.key')} holds less than 32 bytes`)
  return {
    hub: await text('hub.pub'),
    operator: signerOf(await text('operator-signing.nk')),
    secret,
    systemCredentials: join(folder, 'system.creds')
  }
}
