import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ServiceName } from '@wuhu/infra/stack-options'
import { trustAuthority } from '@wuhu/infra/stack-tls'
import { type Client, createClient } from '../stack/client.ts'

/** A stack that runs already. */
export interface RunningStack extends Client {
  readonly urls: Readonly<Record<ServiceName, string>>
  readonly dataDir: string
}

const root = resolve(import.meta.dirname, '../..')

/**
 * The stack that runs on a data folder (default `.data` of the repository).
 * @throws Error, one sentence that says how to start one, when none answers
 */
export async function findStack(folder = '.data'): Promise<RunningStack> {
  const dataDir = resolve(root, folder)
  const text = await readFile(join(dataDir, 'stack.json'), 'utf8').catch(() => undefined)
  const more = folder === '.data' ? '' : ` -- --data ${folder}`
  const none = new Error(
    `没有运行中的系统：请先在另一个终端运行 npm start${more}，就绪后再运行 npm run demo · ` +
      `no stack is running: run npm start${more} in another terminal first`
  )
  if (text === undefined) throw none
  const { services: urls, ca } = JSON.parse(text) as { services: Record<ServiceName, string>; ca?: string }
  if (ca !== undefined) trustAuthority(join(dataDir, ca))
  for (const url of Object.values(urls)) {
    const ready = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (!ready) throw none
    if (!ready.ok) throw new Error(`系统未就绪 · the stack is not ready: ${url}/health/ready ${await ready.text()}`)
  }
  return { ...createClient({ urls, dataDir }), urls, dataDir }
}
