import { rename, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Child, lastLines, startChild, whenReady } from './child.ts'
import type { ServiceName } from './stack-options.ts'

const root = resolve(import.meta.dirname, '..')
// Halves the time that a service needs to start. Node keys it by its own version and each file's content.
const compileCache = join(root, '.cache', 'compile')
const largestLog = 20 * 1024 * 1024

/** What a service is told at start; everything else it finds by itself. */
export interface ServiceSettings {
  readonly databaseUrl: string
  readonly natsUrl: string
  /** Path of the service's .creds file; none for a server without accounts. */
  readonly natsCredentials?: string | undefined
  readonly port: number
  readonly logLevel: string
  readonly logDir: string
  readonly more: Readonly<Record<string, string>>
}

function entry(service: ServiceName): string {
  return join(root, 'services', service, 'src', 'main.ts')
}

async function logFile(logDir: string, service: ServiceName): Promise<string> {
  const file = join(logDir, `${service}.log`)
  const size = (await stat(file).catch(() => undefined))?.size ?? 0
  if (size > largestLog) await rename(file, `${file}.1`)
  return file
}

/** Brings the service's own tables up to date as the administrator. @throws Error with the last lines it said */
export async function migrate(
  service: ServiceName,
  options: {
    readonly databaseUrl: string
    readonly role: string
    readonly logDir: string
    readonly marker: string
    /** More environment. */
    readonly more?: Readonly<Record<string, string>> | undefined
  }
): Promise<void> {
  const child = await startChild({
    name: `${service} migrate`,
    command: process.execPath,
    args: [entry(service), 'migrate'],
    cwd: root,
    logFile: await logFile(options.logDir, service),
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compileCache,
      FIVE_MUTUALS_DATA: options.marker,
      DATABASE_URL: options.databaseUrl,
      SERVICE_ROLE: options.role,
      ...options.more
    }
  })
  const { code } = await child.ended
  if (code !== 0) {
    throw new Error(`${service} 迁移失败 · the migration of ${service} failed:\n${await lastLines(child.logFile, 8)}`)
  }
}

/** Starts the service's process; it may not be ready yet. */
export async function startService(service: ServiceName, settings: ServiceSettings, marker: string): Promise<Child> {
  return await startChild({
    name: service,
    command: process.execPath,
    args: [entry(service)],
    cwd: root,
    logFile: await logFile(settings.logDir, service),
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compileCache,
      FIVE_MUTUALS_DATA: marker,
      DATABASE_URL: settings.databaseUrl,
      NATS_URL: settings.natsUrl,
      ...(settings.natsCredentials !== undefined && { NATS_CREDENTIALS: settings.natsCredentials }),
      HOST: '127.0.0.1',
      PORT: String(settings.port),
      LOG_LEVEL: settings.logLevel,
      ...settings.more
    }
  })
}

/** Waits until the service says that it is ready. @throws Error that says which of its checks was not ok */
export async function serviceReady(child: Child, url: string, within = 60_000): Promise<void> {
  let said = ''
  await whenReady(child, within, async () => {
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })
      said = await response.text()
      return response.ok
    } catch {
      return false
    }
  }).catch((error: Error) => {
    throw new Error(said === '' ? error.message : `${error.message}\n/health/ready: ${said}`)
  })
}
