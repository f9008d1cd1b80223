import { readFile, writeFile } from 'node:fs/promises'
import type { KnownKey } from '@wuhu/access/signing'
import { failure } from '../failure.ts'
import type { ServiceClient } from '../service-client.ts'

/** Every key that the directory ever knew, those of the past too. */
export interface KeysFile {
  readonly keys: readonly KnownKey[]
}

interface Agency {
  readonly code: string
  readonly keys: ReadonlyArray<Omit<KnownKey, 'agency'>>
}

/** Asks info-sharing. @throws Failure */
export async function fetchKeys(directory: ServiceClient): Promise<KeysFile> {
  const { items } = await directory.get<{ items: ReadonlyArray<{ code: string }> }>('/v1/agencies')
  const keys: KnownKey[] = []
  for (const { code } of items) {
    const agency = await directory.get<Agency>(`/v1/agencies/${encodeURIComponent(code)}`)
    for (const { kid, role, validFrom, validUntil, revokedAt } of agency.keys) {
      const ends = { ...(validUntil !== undefined && { validUntil }), ...(revokedAt !== undefined && { revokedAt }) }
      keys.push({ kid, agency: code, role, validFrom, ...ends })
    }
  }
  return { keys }
}

/** @throws Failure unless the file can be written */
export async function saveKeys(file: string, keys: KeysFile): Promise<void> {
  await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`).catch((error: NodeJS.ErrnoException) => {
    throw failure('failed', 'keys-file', `无法写入 ${file}`, `${file} cannot be written (${error.code})`)
  })
}

/** @throws Failure unless the file holds what `saveKeys` wrote */
export async function readKeys(file: string): Promise<KeysFile> {
  const wrong = failure(
    'usage',
    'keys-file',
    `${file} 不是密钥文件`,
    `${file} holds no keys as --save-keys writes them`
  )
  let parsed: Partial<KeysFile> | null
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw wrong
  }
  if (!Array.isArray(parsed?.keys) || !parsed.keys.every(isKey)) throw wrong
  return { keys: parsed.keys }
}

function isKey(value: unknown): value is KnownKey {
  const { kid, agency, role, validFrom, validUntil, revokedAt } = (value ?? {}) as Record<string, unknown>
  const instant = (one: unknown) => typeof one === 'string' && !Number.isNaN(Date.parse(one))
  const texts = [kid, agency, role].every((one) => typeof one === 'string')
  return texts && instant(validFrom) && [validUntil, revokedAt].every((end) => end === undefined || instant(end))
}
