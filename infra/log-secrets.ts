import { createReadStream, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findSecrets } from './secret-patterns.ts'

/**
 * Reads every log below `folder` for what has the form of a secret, and for the very secrets in the key files below it.
 * @throws Error that names file, line and kind of each find, and repeats none
 */
export async function refuseSecretsInLogs(folder: string): Promise<void> {
  const known = await knownSecrets(folder)
  const found: string[] = []
  for (const file of globSync('**/*.log{,.1}', { cwd: folder })) {
    let number = 0
    for await (const line of createInterface({ input: createReadStream(join(folder, file)) })) {
      number += 1
      for (const { kind, fingerprint } of findSecrets(line)) found.push(`${file}:${number} ${kind} ${fingerprint}`)
      if (known?.test(line)) found.push(`${file}:${number} content of a key file`)
    }
  }
  if (found.length > 0) throw new Error(`日志中有秘密 · secrets in logs:\n${found.slice(0, 20).join('\n')}`)
}

/** One expression for the lines of all key files. */
async function knownSecrets(folder: string): Promise<RegExp | undefined> {
  const texts = await Promise.all(
    globSync('**/*.{nk,key}', { cwd: folder }).map((file) => readFile(join(folder, file), 'utf8'))
  )
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim())
  const secrets = lines.filter((line) => line.length >= 20 && !/^(#|-----)/.test(line))
  return secrets.length > 0 ? new RegExp(secrets.map((secret) => RegExp.escape(secret)).join('|')) : undefined
}
