import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createUser, fromSeed } from '@nats-io/nkeys'
import { allServices, type ServiceName } from './stack-options.ts'

/** Passwords that this installation made for itself. */
export interface Secrets {
  readonly postgres: string
  readonly roles: Readonly<Record<ServiceName, string>>
}

/** A demo key: the seed is what a token is signed with. */
export interface DemoKey {
  readonly seed: string
  readonly publicKey: string
  /** True when it was made just now. */
  readonly created: boolean
}

/** Writes a file that only its owner may read, in one step. */
export async function writeSecret(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, file)
}

/** Reads `secrets.json` of the data folder, or makes it (mode 0600). */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const password = () => randomBytes(24).toString('base64url')
  const kept = text === undefined ? undefined : (JSON.parse(text) as Secrets)
  // A folder of an earlier version lacks the password of a service that came later.
  if (kept && allServices.every((name) => kept.roles[name] !== undefined)) return kept
  const fresh = Object.fromEntries(allServices.map((name) => [name, password()])) as Record<ServiceName, string>
  const secrets: Secrets = { postgres: kept?.postgres ?? password(), roles: { ...fresh, ...kept?.roles } }
  await writeSecret(file, `${JSON.stringify(secrets, null, 2)}\n`)
  return secrets
}

/** Reads the demo key of an agency's role (`keys/<agency>.<role>.nk`, mode 0600), or makes it. */
export async function demoKey(dataDir: string, agency: string, role: string): Promise<DemoKey> {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${agency}.${role}.nk`)
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim()
  const pair = kept === '' ? createUser() : fromSeed(new TextEncoder().encode(kept))
  const seed = new TextDecoder().decode(pair.getSeed())
  if (kept === '') await writeSecret(file, `${seed}\n`)
  return { seed, publicKey: pair.getPublicKey(), created: kept === '' }
}
