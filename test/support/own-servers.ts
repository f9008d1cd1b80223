import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Child } from '@wuhu/infra/child'
import { freePort } from '@wuhu/infra/free-port'
import { startNats } from '@wuhu/infra/nats-server'
import { type ServerTls, startPostgres } from '@wuhu/infra/postgres'
import { fromLauncher } from './environment.ts'
import type { Teardown } from './test-database.ts'

/** One server that a fault test may hurt. Port, URL and data stay the same over restarts. */
export interface OwnServer {
  readonly url: string
  /** nats: JetStream's folder; Postgres: the data folder. */
  readonly dataDir: string
  readonly pid: () => number
  /** Starts on the same data; does nothing when it runs. Resolves when it answers. */
  readonly start: () => Promise<void>
  /** Stops it in order. */
  readonly stop: () => Promise<void>
  /** SIGKILL; resolves when the process has ended. */
  readonly kill9: () => Promise<void>
  readonly pause: () => void
  readonly resume: () => void
  /** stop, then start. */
  readonly restart: () => Promise<void>
}

export interface OwnNats {
  readonly nats: OwnServer
  /** A folder of this test, removed at teardown. */
  readonly folder: string
}

export interface OwnServers extends OwnNats {
  readonly postgres: OwnServer
}

interface Running {
  readonly child: Child
  readonly stop: () => Promise<void>
}

async function ownServer(url: string, dataDir: string, launch: () => Promise<Running>): Promise<OwnServer> {
  let now: Running = await launch()
  const start = async () => {
    if (!now.child.running()) now = await launch()
  }
  const stop = async () => {
    // A stopped (SIGSTOP) process would never hear the signal.
    now.child.kill('SIGCONT')
    await now.stop()
  }
  return {
    url,
    dataDir,
    pid: () => now.child.pid,
    start,
    stop,
    kill9: async () => {
      now.child.kill('SIGKILL')
      await now.child.ended
    },
    pause: () => now.child.kill('SIGSTOP'),
    resume: () => now.child.kill('SIGCONT'),
    restart: async () => {
      await stop()
      await start()
    }
  }
}

async function ownFolder(t: Teardown): Promise<{ folder: string; stops: Array<() => Promise<void>> }> {
  const folder = await mkdtemp(join(fromLauncher('TEST_FOLDER'), 'own-'))
  await chmod(folder, 0o711)
  const stops = [() => rm(folder, { recursive: true, force: true })]
  t.teardown(async () => {
    for (const stop of stops.reverse()) await stop()
  })
  return { folder, stops }
}

/** More configuration text for nats-server, or what makes it from the folder of the test. */
type NatsConfig = string | ((folder: string) => Promise<string>)

async function startOwnNats(folder: string, given: NatsConfig = ''): Promise<OwnServer> {
  const port = await freePort()
  const config = typeof given === 'string' ? given : await given(folder)
  return ownServer(`nats://127.0.0.1:${port}`, join(folder, 'nats'), () =>
    startNats({
      binary: fromLauncher('TEST_NATS_SERVER'),
      port,
      storeDir: join(folder, 'nats'),
      logFile: join(folder, 'nats.log'),
      config
    })
  )
}

/** Starts a nats-server for this test alone, as `ownServers` does, without a Postgres. */
export async function ownNats(t: Teardown, options: { readonly natsConfig?: NatsConfig } = {}): Promise<OwnNats> {
  const { folder, stops } = await ownFolder(t)
  const nats = await startOwnNats(folder, options.natsConfig)
  stops.push(nats.stop)
  return { nats, folder }
}

/**
 * Starts a Postgres and a nats-server for this test alone, for it to stop, kill, pause and restart; both end at teardown.
 * @param options.durable true runs Postgres with fsync, as in production; default false
 * @param options.natsConfig more configuration text for nats-server, or what makes it from the test's folder
 * @param options.postgresTls makes Postgres' certificate from the test's folder; then it takes TLS only
 */
export async function ownServers(
  t: Teardown,
  options: {
    readonly durable?: boolean
    readonly natsConfig?: NatsConfig
    readonly postgresTls?: ((folder: string) => Promise<ServerTls>) | undefined
  } = {}
): Promise<OwnServers> {
  const { folder, stops } = await ownFolder(t)
  const port = await freePort()
  const dataDir = join(folder, 'postgres')
  const tls = await options.postgresTls?.(folder)
  const url = `postgres://postgres:test@127.0.0.1:${port}/postgres${tls ? '?sslmode=verify-full' : ''}`
  const postgres = await ownServer(url, dataDir, () =>
    startPostgres({
      port,
      dataDir,
      logFile: join(folder, 'postgres.log'),
      password: 'test',
      tls,
      durable: options.durable ?? false
    })
  )
  stops.push(postgres.stop)
  const nats = await startOwnNats(folder, options.natsConfig)
  stops.push(nats.stop)
  return { postgres, nats, folder }
}
