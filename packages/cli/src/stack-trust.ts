import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failure } from './failure.ts'

/** What a connection to a stack with TLS needs; PEM texts. */
export interface StackTrust {
  /** The authority of the stack. */
  readonly ca: string
  /** The agency's own certificate and key, where the data folder holds them. */
  readonly cert?: string
  readonly key?: string
}

/**
 * Whom to trust, from the `ca` of `stack.json`; undefined when the stack runs without TLS. An agency presents its client
 * certificate (`wuhu ca issue --client <agency>`) when it is in the folder.
 * @throws Failure when a file that should be there cannot be read
 */
export function readTrust(folder: string, agency: string): StackTrust | undefined {
  const { ca } = JSON.parse(readFileSync(join(folder, 'stack.json'), 'utf8')) as { ca?: unknown }
  if (typeof ca !== 'string') return undefined
  const pair = join(folder, 'tls', `client-${agency}`)
  if (!existsSync(`${pair}.key`)) return { ca: read(resolve(folder, ca)) }
  return { ca: read(resolve(folder, ca)), cert: read(`${pair}.crt`), key: read(`${pair}.key`) }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw failure('unreachable', 'no-trust', `无法读取 ${file}`, `${file} cannot be read (${code})`)
  }
}
