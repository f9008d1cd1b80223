import { chmod, mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createStreams } from '@wuhu/bus/nats'
import type { ListrTask } from 'listr2'
import type { Child } from './child.ts'
import { consoleSettings } from './console-settings.ts'
import { endLeftovers } from './leftovers.ts'
import { matchKeysFile } from './match-keys.ts'
import { type NatsOperator, natsOperator } from './nats/operator.ts'
import { resolveNatsServer } from './nats-resolve.ts'
import { checkNats, startNats } from './nats-server.ts'
import { startPostgres } from './postgres.ts'
import { ensureDatabase, ensureRoles, roleOf, serviceUrl } from './postgres-roles.ts'
import type { ServerTls } from './postgres-tls.ts'
import { officeCode, registerMembers } from './register-members.ts'
import { serviceSeedFile } from './service-keys.ts'
import { migrate, serviceReady, startService } from './service-process.ts'
import { checkDisk, checkPorts, emptyData } from './stack-checks.ts'
import { takeLock } from './stack-lock.ts'
import { allServices, type ServiceName, type StackOptions } from './stack-options.ts'
import { type DemoKey, demoKey, loadSecrets, type Secrets } from './stack-secrets.ts'
import { natsTls, prepareTls, tlsEnvironment, trustAuthority } from './stack-tls.ts'

const root = resolve(import.meta.dirname, '..')

/** What the steps have reached so far. `started` is stopped in reverse order. */
export interface StackState {
  readonly options: StackOptions
  readonly started: Array<{ readonly name: string; readonly stop: () => Promise<unknown> }>
  readonly children: Child[]
  urls: Record<ServiceName, string>
  adminUrl: string
  natsUrl: string
  /** Where the database is, without a password. */
  database: string
  natsBinary: string
  /** Accounts and keys of our own nats-server; none when NATS_URL names another one. */
  operator: NatsOperator | undefined
  secrets: Secrets
  admin: DemoKey
  /** With --tls: the certificate of every server. */
  tls: ServerTls | undefined
  /** Why a step failed. */
  failure: unknown
}

/** A state in which nothing is started. */
export function newStackState(options: StackOptions): StackState {
  const scheme = options.tls ? 'https' : 'http'
  const urls = Object.fromEntries(allServices.map((name) => [name, `${scheme}://127.0.0.1:${options.ports[name]}`]))
  return {
    options,
    started: [],
    children: [],
    urls: urls as Record<ServiceName, string>,
    adminUrl: '',
    natsUrl: '',
    database: '',
    natsBinary: '',
    operator: undefined,
    secrets: {
      postgres: '',
      roles: { 'info-sharing': '', 'joint-investigation': '', notifications: '', audit: '', console: '' }
    },
    admin: { seed: '', publicKey: '', created: false },
    tls: undefined,
    failure: undefined
  }
}

type Step = ListrTask<unknown>

/** The steps of `npm start`, in order. After `asked()` has become true the remaining ones are skipped. */
export function stackSteps(state: StackState, asked: () => boolean): Step[] {
  const step = (title: string, work: (say: (text: string) => void) => Promise<string | undefined>): Step => ({
    title,
    skip: () => asked(),
    task: async (_context, task) => {
      const began = performance.now()
      try {
        const detail = await work((text) => {
          task.output = text
        })
        const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`
        task.title = detail ? `${title}：${detail}（${seconds}）` : `${title}（${seconds}）`
      } catch (error) {
        // The launcher prints the reason once, below the list.
        state.failure = error
        throw new Error('未完成 not done')
      }
    }
  })
  return [
    step('检查 checks', () => check(state)),
    step('nats-server', (say) => findNats(state, say)),
    step('Postgres', () => postgres(state)),
    step('NATS', () => nats(state)),
    step('库与角色 database roles', () => roles(state)),
    step('事件流 streams', async () => {
      const credentialsFile = state.operator?.credentials('hub-admin') ?? process.env.NATS_CREDENTIALS
      await createStreams(state.natsUrl, { credentialsFile })
      return undefined
    }),
    step('迁移 migrations', (say) => migrations(state, say)),
    step('服务 services', (say) => services(state, say)),
    step('登记成员 members', (say) => members(state, say))
  ]
}

async function check(state: StackState): Promise<string | undefined> {
  const { dataDir, fresh } = state.options
  await mkdir(dataDir, { recursive: true })
  // Postgres, which runs as another user when we are root, must pass through; nobody else may look.
  await chmod(dataDir, 0o711)
  const lock = await takeLock(dataDir)
  state.started.push({ name: 'lock', stop: lock.release })
  await checkDisk(dataDir)
  const ended = lock.recovered ? await endLeftovers(dataDir) : 0
  if (fresh) await emptyData(dataDir)
  await checkPorts(state.options)
  for (const folder of ['logs', 'keys', 'nats']) await mkdir(join(dataDir, folder), { recursive: true, mode: 0o700 })
  await rm(join(dataDir, 'stack.json'), { force: true })
  if (state.options.tls) {
    state.tls = await prepareTls(dataDir)
    trustAuthority(state.tls.ca)
  }
  state.secrets = await loadSecrets(dataDir)
  state.admin = await demoKey(dataDir, officeCode, 'security-admin')
  return ended > 0
    ? `上次未正常停止，已清理 ${ended} 个进程 · ${ended} processes left by a crash were ended`
    : undefined
}

async function findNats(state: StackState, say: (text: string) => void): Promise<string | undefined> {
  if (state.options.natsUrl) return 'NATS_URL'
  const found = await resolveNatsServer({
    searchPath: process.env.PATH ?? '',
    cacheDir: join(root, '.cache'),
    say
  })
  state.natsBinary = found.path
  return `${found.version} (${found.from})`
}

async function postgres(state: StackState): Promise<string | undefined> {
  const { options, secrets } = state
  if (options.databaseUrl) {
    state.adminUrl = options.databaseUrl
    const { host, pathname } = new URL(options.databaseUrl)
    state.database = `${host}${pathname}`
    return 'DATABASE_URL'
  }
  const server = await startPostgres({
    port: options.ports.postgres,
    dataDir: join(options.dataDir, 'postgres'),
    logFile: join(options.dataDir, 'logs', 'postgres.log'),
    password: secrets.postgres,
    tls: state.tls,
    marker: options.dataDir
  })
  state.started.push({ name: 'Postgres', stop: server.stop })
  state.children.push(server.child)
  state.adminUrl = server.url
  state.database = `127.0.0.1:${options.ports.postgres}/five_mutuals`
  return server.created ? '新建数据 new data' : '沿用数据 kept data'
}

async function nats(state: StackState): Promise<string | undefined> {
  const { options } = state
  if (options.natsUrl) {
    state.natsUrl = options.natsUrl
    return (await checkNats(options.natsUrl)).version
  }
  state.operator = await natsOperator(join(options.dataDir, 'keys', 'nats'), join(options.dataDir, 'nats', 'accounts'))
  const server = await startNats({
    config: [state.operator.config, ...(state.tls ? [natsTls(state.tls)] : [])].join('\n'),
    binary: state.natsBinary,
    port: options.ports.nats,
    storeDir: join(options.dataDir, 'nats'),
    logFile: join(options.dataDir, 'logs', 'nats.log'),
    marker: options.dataDir
  })
  state.started.push({ name: 'NATS', stop: server.stop })
  state.children.push(server.child)
  state.natsUrl = state.tls ? server.url.replace('nats:', 'tls:') : server.url
  return undefined
}

async function roles(state: StackState): Promise<string | undefined> {
  if (!state.options.databaseUrl) state.adminUrl = await ensureDatabase(state.adminUrl, 'five_mutuals')
  await ensureRoles(state.adminUrl, state.secrets.roles)
  return undefined
}

async function migrations(state: StackState, say: (text: string) => void): Promise<string | undefined> {
  const { dataDir } = state.options
  await forEachService(say, (service) =>
    migrate(service, {
      databaseUrl: state.adminUrl,
      role: roleOf(service),
      more: state.tls && tlsEnvironment(state.tls),
      logDir: join(dataDir, 'logs'),
      marker: dataDir
    })
  )
  return undefined
}

/** All at once: each service has tables of its own. Says which ones are still to come. */
async function forEachService(
  say: (text: string) => void,
  work: (service: ServiceName) => Promise<void>
): Promise<void> {
  const waiting = new Set<ServiceName>(allServices)
  const outcomes = await Promise.allSettled(
    allServices.map(async (service) => {
      await work(service)
      waiting.delete(service)
      if (waiting.size > 0) say(`… ${[...waiting].join(' ')}`)
    })
  )
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

async function services(state: StackState, say: (text: string) => void): Promise<string | undefined> {
  const { options, urls } = state
  const bootstrap = { BOOTSTRAP_AGENCY: officeCode, BOOTSTRAP_KEY: state.admin.publicKey }
  await forEachService(say, async (service) => {
    const settings = {
      databaseUrl: serviceUrl(state.adminUrl, service, state.secrets.roles[service]),
      natsUrl: state.natsUrl,
      port: options.ports[service],
      logLevel: options.logLevel,
      logDir: join(options.dataDir, 'logs'),
      natsCredentials: state.operator?.credentials(service),
      more: {
        ...(state.tls && tlsEnvironment(state.tls)),
        SERVICE_SEED_FILE: await serviceSeedFile(options.dataDir, service),
        ...(service === 'info-sharing' && { ...bootstrap, MATCH_KEYS_FILE: await matchKeysFile(options.dataDir) }),
        ...(service === 'info-sharing' && { OBJECTS_FOLDER: join(options.dataDir, 'objects') }),
        ...(service === 'console' && (await consoleSettings(options.dataDir, urls.console))),
        ...(service === 'notifications' && state.operator && { NATS_ACCOUNTS_DIR: state.operator.accountsDir })
      }
    }
    const child = await startService(service, settings, options.dataDir)
    state.started.push({ name: service, stop: () => child.stop('SIGTERM', 15_000) })
    state.children.push(child)
    await serviceReady(child, urls[service])
  })
  return undefined
}

async function members(state: StackState, say: (text: string) => void): Promise<string | undefined> {
  const fresh = await registerMembers({
    url: state.urls['info-sharing'],
    dataDir: state.options.dataDir,
    admin: state.admin,
    say: (done, all) => {
      if (done % 7 === 0) say(`${done}/${all}`)
    }
  })
  return fresh > 0 ? `新登记 ${fresh} · ${fresh} new` : '已登记 already registered'
}
