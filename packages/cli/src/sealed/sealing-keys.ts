import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { failure } from '../failure.ts'
import type { ServiceClient } from '../service-client.ts'
import type { Shell } from '../shell.ts'

/** An agency that can open a file, and the key it is sealed to. */
export interface SealedTo {
  readonly agency: string
  readonly key: string
}

interface Directory {
  readonly sealingKeys: ReadonlyArray<{ recipient: string; current: boolean }>
}

/** Agency codes by comma. @throws InvalidArgumentError */
export function parseAgencies(text: string): string[] {
  const codes = [...new Set(text.split(',').map((code) => code.trim()))]
  if (codes.every((code) => /^[a-z](?:[a-z0-9-]{0,30}[a-z0-9])?$/.test(code))) return codes
  throw new InvalidArgumentError('应为成员单位代码，逗号分隔 · agency codes by comma, such as psb,court')
}

/** The key that an agency publishes now; undefined when it has none. */
export async function currentKey(info: ServiceClient, agency: string): Promise<string | undefined> {
  const { sealingKeys } = await info.get<Directory>(`/v1/agencies/${agency}`)
  return sealingKeys.find(({ current }) => current)?.recipient
}

/** The keys of these agencies, and of `own` so that it can open its own file later. @throws Failure for who has none */
export async function keysOf(info: ServiceClient, agencies: readonly string[], own: string): Promise<SealedTo[]> {
  const found = await Promise.all(
    [...new Set([own, ...agencies])].map(async (agency) => ({ agency, key: await currentKey(info, agency) }))
  )
  const without = found.filter(({ agency, key }) => key === undefined && agencies.includes(agency))
  if (without.length > 0) {
    const names = without.map(({ agency }) => agency).join(',')
    throw failure('failed', 'no-sealing-key', `${names} 未公布封存公钥`, `${names} published no sealing key`)
  }
  return found.flatMap(({ agency, key }) => (key === undefined ? [] : [{ agency, key }]))
}

/** The identities in a key file. @throws Failure */
export async function identitiesIn(shell: Shell, file: string): Promise<string[]> {
  const { readIdentities } = await import('@wuhu/sdk/sealing')
  return readIdentities(await readFile(resolve(shell.cwd, file), 'utf8'))
}
