import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failure } from '../failure.ts'
import type { Pair, Revoked } from './signing.ts'

/** Names of the authority's own files; no certificate may take them. */
const own = 'ca'

/** The files `<name>.crt` and `<name>.key` of a pair. */
export const pairFiles = (folder: string, name: string) => ({
  certificate: join(folder, `${name}.crt`),
  key: join(folder, `${name}.key`)
})

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/**
 * Writes a pair into new files, the key (mode 0600) first.
 * @throws Failure when either is there already
 */
export async function writeNewPair(folder: string, name: string, { certificate, key }: Pair): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = pairFiles(folder, name)
  try {
    if (await stat(files.certificate).catch(() => undefined)) throw Object.assign(new Error(), { code: 'EEXIST' })
    await writeFile(files.key, key, { mode: 0o600, flag: 'wx' })
    await writeFile(files.certificate, certificate, { flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    throw failure(
      'failed',
      'ca-exists',
      `${files.certificate} 或其密钥已存在，不予覆盖`,
      `${files.certificate} or its key is there already and is not overwritten`
    )
  }
}

/** Puts a file in the place of what is there, whole or not at all. */
export async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, text, { mode })
  await rename(draft, file)
}

/** @throws Failure when the folder holds no authority, or its key may be read by others */
export async function readRoot(folder: string): Promise<Pair> {
  const files = pairFiles(folder, own)
  try {
    const { mode } = await stat(files.key)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw failure(
        'failed',
        'ca-key-open',
        `${files.key} 可被他人读取，请先 chmod 600`,
        `${files.key} may be read by others: chmod 600 first`
      )
    }
    return { certificate: await readFile(files.certificate, 'utf8'), key: await readFile(files.key, 'utf8') }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw failure('failed', 'no-ca', `${folder} 中没有本地 CA：请先 wuhu ca init`, `no CA in ${folder}: wuhu ca init`)
  }
}

/** Keeps a copy of what was signed, by serial: the record that `list` and `revoke` read. */
export async function keepIssued(folder: string, serial: string, certificate: string): Promise<void> {
  await mkdir(join(folder, 'issued'), { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'issued', `${serial}.crt`), certificate, { flag: 'wx' })
}

/** PEM texts of everything that was signed. */
export async function readIssued(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'issued')).catch(() => [])
  return await Promise.all(names.map((name) => readFile(join(folder, 'issued', name), 'utf8')))
}

/** PEM texts of the certificates in use, by the name of their files. */
export async function readInUse(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.crt')).map((name) => name.slice(0, -4))
  const texts = names
    .filter((name) => name !== own)
    .map(async (name) => [name, await readFile(pairFiles(folder, name).certificate, 'utf8')] as const)
  return new Map(await Promise.all(texts))
}

const revocations = (folder: string) => join(folder, 'ca.crl')

/** What is revoked. The list is there from the beginning: one that is missing is a failure, not an empty one. */
export async function readRevoked(folder: string): Promise<Revoked[]> {
  const { readRevocations } = await import('./signing.ts')
  const file = revocations(folder)
  try {
    return readRevocations(await readFile(file, 'utf8'))
  } catch {
    throw failure('failed', 'ca-damaged', `${file} 缺失或已损坏`, `${file} is missing or damaged`)
  }
}

export async function writeRevoked(folder: string, root: Pair, revoked: readonly Revoked[], now: Date): Promise<void> {
  const { signRevocations } = await import('./signing.ts')
  await replaceFile(revocations(folder), await signRevocations(root, revoked, now), 0o644)
}
