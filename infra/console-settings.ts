import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import members from './members.json' with { type: 'json' }
import { demoKey, writeSecret } from './stack-secrets.ts'

const office = members.members.find((member) => 'office' in member && member.office)?.code ?? 'amr'

/**
 * Settings of the console that the launcher starts: the key with which it speaks for officers, registered under the
 * office, and the secret behind its credentials. Both are made when they are not there (mode 0600).
 * @param origin where browsers find it
 */
export async function consoleSettings(dataDir: string, origin: string): Promise<Readonly<Record<string, string>>> {
  await demoKey(dataDir, office, 'console')
  const secret = join(dataDir, 'keys', 'console.key')
  const kept = await stat(secret).catch(() => undefined)
  // Another secret would make every second factor void.
  if (!kept) await writeSecret(secret, `${randomBytes(32).toString('base64')}\n`)
  return { ORIGIN: origin, CONSOLE_SEED_FILE: join(dataDir, 'keys', `${office}.console.nk`), KEY_FILE: secret }
}
