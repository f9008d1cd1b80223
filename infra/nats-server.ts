import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Child, startChild, whenReady } from './child.ts'
import { firstBytes } from './free-port.ts'
import { compareVersions, natsFloor } from './nats-version.ts'

/** A running nats-server of ours. */
export interface NatsProcess {
  readonly url: string
  readonly port: number
  readonly child: Child
  readonly stop: () => Promise<void>
}

interface ServerInfo {
  readonly version: string
  readonly jetstream: boolean
}

/** What the server says of itself when a client connects; no client library is needed to ask. */
export async function natsInfo(url: string, within = 2_000): Promise<ServerInfo> {
  const { hostname, port } = new URL(url)
  const text = await firstBytes(Number(port || 4222), hostname.replace(/^\[|\]$/g, ''), within)
  if (!text.startsWith('INFO ')) throw new Error(`${hostname}:${port} is not a NATS server`)
  const version = /"version":"([^"]+)"/.exec(text)?.[1] ?? '0'
  return { version, jetstream: /"jetstream":true/.test(text) }
}

/** Refuses a server that somebody else runs when it is missing, too old or without JetStream. One sentence each. */
export async function checkNats(url: string): Promise<ServerInfo> {
  const info = await natsInfo(url).catch((error: Error) => {
    throw new Error(`NATS_URL 连不上 · no NATS server answers at NATS_URL (${new URL(url).host}): ${error.message}`)
  })
  if (compareVersions(info.version, natsFloor) < 0) {
    throw new Error(
      `NATS ${info.version} 太旧，需要 ${natsFloor} 或更新 · NATS_URL is ${info.version}; ${natsFloor} is needed`
    )
  }
  if (!info.jetstream)
    throw new Error('NATS_URL 未开启 JetStream · the server at NATS_URL runs without JetStream (-js)')
  return info
}

/**
 * Starts nats-server with file-backed JetStream, bound to 127.0.0.1, and waits until it answers.
 * @param options.config more configuration text, for instance accounts
 * @param options.marker data folder of the stack, by which a later start finds what a killed launcher left
 * @throws Error with the server's last log lines
 */
export async function startNats(options: {
  readonly binary: string
  readonly port: number
  readonly storeDir: string
  readonly logFile: string
  readonly config?: string
  readonly marker?: string
}): Promise<NatsProcess> {
  await mkdir(options.storeDir, { recursive: true })
  const file = join(options.storeDir, 'nats.conf')
  const lines = [
    `server_name: five-mutuals-${options.port}`,
    `listen: "127.0.0.1:${options.port}"`,
    `jetstream { store_dir: ${JSON.stringify(options.storeDir)} }`,
    'max_payload: 1MB',
    options.config ?? ''
  ]
  await writeFile(file, `${lines.join('\n')}\n`)
  const child = await startChild({
    name: 'nats-server',
    command: options.binary,
    args: ['-c', file],
    logFile: options.logFile,
    env: { ...process.env, ...(options.marker ? { FIVE_MUTUALS_DATA: options.marker } : {}) }
  })
  const url = `nats://127.0.0.1:${options.port}`
  // The client port opens only after JetStream has recovered its streams.
  await whenReady(child, 60_000, () =>
    natsInfo(url).then(
      (info) => info.jetstream,
      () => false
    )
  ).catch(async (error: unknown) => {
    await child.stop('SIGKILL')
    throw error
  })
  return { url, port: options.port, child, stop: () => child.stop('SIGINT', 15_000) }
}
