import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  accountJwt,
  accountLimits,
  createSeed,
  credentialsOf,
  hubAccount,
  hubAdminRights,
  hubServices,
  type KeyKind,
  operatorJwt,
  type Rights,
  type Signer,
  serviceRights,
  signerOf,
  userJwt
} from '@wuhu/bus/nats-accounts'

/** What nats-server, the services and the keeper of the agencies' accounts need to run in operator mode. */
export interface NatsOperator {
  /** Lines of nats-server's configuration. Holds nothing secret. */
  readonly config: string
  /** Path of the .creds file of a service, or of `hub-admin`, who makes the streams. */
  credentials(user: string): string
  /** Setting NATS_ACCOUNTS_DIR of notifications: what it takes to sign agencies' accounts and to hand them over. */
  readonly accountsDir: string
  /** Content of a .creds file for a further user of the hub. For tests. */
  user(name: string, rights: Rights): Promise<string>
}

/** What the keeper may do in the system account. */
const keeperRights: Rights = {
  publish: ['$SYS.REQ.CLAIMS.UPDATE', '$SYS.REQ.ACCOUNT.*.CLAIMS.LOOKUP'],
  subscribe: ['_INBOX_keeper.>']
}

async function writeSecret(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, file)
}

/** Reads a secret, or makes it once. */
async function kept(file: string, make: () => string): Promise<string> {
  const text = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (text !== '') return text
  const made = make()
  await writeSecret(file, `${made}\n`)
  return made
}

/**
 * The operator of this installation, its system account and its hub account. Keys are made once, in `folder` (0700, files
 * 0600), and never leave it; JWTs are made anew at each start, so that rights follow the code.
 * @param folder holds all keys; whoever can read it can do everything on the bus
 * @param resolverDir where nats-server keeps the accounts that are handed over to it
 */
export async function natsOperator(folder: string, resolverDir: string): Promise<NatsOperator> {
  const accountsDir = join(folder, 'accounts')
  await mkdir(accountsDir, { recursive: true, mode: 0o700 })
  const key = async (name: string, kind: KeyKind) =>
    signerOf(await kept(join(folder, `${name}.nk`), () => createSeed(kind)))
  const operator = await key('operator', 'operator')
  const signing = await key('accounts/operator-signing', 'operator')
  const [system, systemSigning] = [await key('system', 'account'), await key('system-signing', 'account')]
  const [hub, hubSigning] = [await key('hub', 'account'), await key('hub-signing', 'account')]
  await kept(join(accountsDir, 'agencies.key'), () => randomBytes(32).toString('base64url'))
  await writeSecret(join(accountsDir, 'hub.pub'), `${hub.getPublicKey()}\n`)

  const issue = async (file: string, name: string, account: Signer, rights: Rights, signer: Signer) => {
    const old = /SU[A-Z2-7]{56}/.exec(await readFile(file, 'utf8').catch(() => ''))?.[0]
    const user = signerOf(old ?? createSeed('user'))
    const jwt = await userJwt(name, user.getPublicKey(), account.getPublicKey(), rights, signer)
    await writeSecret(file, credentialsOf(jwt, user))
  }
  const credentials = (user: string) => join(folder, `${user}.creds`)
  await issue(join(accountsDir, 'system.creds'), 'keeper', system, keeperRights, systemSigning)
  await issue(credentials('hub-admin'), 'hub-admin', hub, hubAdminRights, hubSigning)
  for (const service of hubServices) {
    await issue(credentials(service), service, hub, serviceRights(service), hubSigning)
  }

  const [systemKey, hubKey] = [system.getPublicKey(), hub.getPublicKey()]
  const systemAccount = { limits: accountLimits, signing_keys: [systemSigning.getPublicKey()] }
  const systemJwt = await accountJwt('SYS', systemKey, systemAccount, signing)
  const hubJwt = await accountJwt('HUB', hubKey, hubAccount(hubKey, hubSigning.getPublicKey()), signing)
  return {
    accountsDir,
    credentials,
    async user(name, rights) {
      const user = signerOf(createSeed('user'))
      return credentialsOf(await userJwt(name, user.getPublicKey(), hubKey, rights, hubSigning), user)
    },
    config: [
      `operator: ${await operatorJwt(operator, signing, systemKey)}`,
      `system_account: ${systemKey}`,
      `resolver { type: full, dir: ${JSON.stringify(resolverDir)}, allow_delete: false, interval: "2m" }`,
      `resolver_preload { ${systemKey}: ${systemJwt}\n  ${hubKey}: ${hubJwt} }`
    ].join('\n')
  }
}
