import { readdir, readlink, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { isPortFree } from './free-port.ts'
import { type PortName, portNames, type StackOptions } from './stack-options.ts'

/** Postgres alone writes about 60 MB for an empty installation; below this, something would fail in the middle. */
const leastFree = 500 * 1024 * 1024

/** @throws Error, one sentence, when the disk of the folder has too little room */
export async function checkDisk(folder: string, least = leastFree): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= least) return
  const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024)
  throw new Error(
    `磁盘空间不足：${folder} 只剩 ${megabytes(free)} MB，至少需要 ${megabytes(least)} MB · ` +
      `not enough disk: ${folder} has ${megabytes(free)} MB left, ${megabytes(least)} MB are needed`
  )
}

/** @throws Error, one sentence, naming the port and the setting that changes it */
export async function checkPorts(options: StackOptions): Promise<void> {
  const skipped: readonly PortName[] = [
    ...(options.natsUrl ? (['nats'] as const) : []),
    ...(options.databaseUrl ? (['postgres'] as const) : [])
  ]
  for (const name of portNames.filter((port) => !skipped.includes(port))) {
    const port = options.ports[name]
    if (await isPortFree(port)) continue
    throw new Error(
      `端口 ${port}（${name}）已被占用；用 --port-${name} 或 --port-base 换一个 · ` +
        `port ${port} (${name}) is in use; choose another with --port-${name} or --port-base`
    )
  }
}

const ours = ['lock', 'keys', 'logs', 'nats', 'postgres', 'secrets.json', 'stack.json', 'tls']

/** Empties the data folder, but for the lock. @throws Error when it holds something that the stack did not put there */
export async function emptyData(dataDir: string): Promise<void> {
  const names = await readdir(dataDir)
  const foreign = names.find((name) => !ours.includes(name))
  if (foreign !== undefined) {
    throw new Error(
      `${dataDir} 中有不属于本系统的“${foreign}”，不予清空 · ${dataDir} holds "${foreign}", which is not ours: not emptied`
    )
  }
  const moved = await readlink(join(dataDir, 'postgres')).catch(() => undefined)
  if (moved?.startsWith('/var/lib/five-mutuals/data-')) await rm(moved, { recursive: true, force: true })
  for (const name of names.filter((entry) => entry !== 'lock'))
    await rm(join(dataDir, name), { recursive: true, force: true })
}
