import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createStreams } from '@wuhu/bus/nats'
import { consoleSettings } from '@wuhu/infra/console-settings'
import { freePort } from '@wuhu/infra/free-port'
import { refuseSecretsInLogs } from '@wuhu/infra/log-secrets'
import { matchKeysFile } from '@wuhu/infra/match-keys'
import members from '@wuhu/infra/members' with { type: 'json' }
import { type NatsOperator, natsOperator } from '@wuhu/infra/nats-operator'
import { serviceUrl } from '@wuhu/infra/postgres-roles'
import { officeCode, registerMembers } from '@wuhu/infra/register-members'
import { serviceSeedFile } from '@wuhu/infra/service-keys'
import { type ServiceName, serviceNames } from '@wuhu/infra/stack-options'
import { demoKey } from '@wuhu/infra/stack-secrets'
import { authorityFile, natsTls, prepareTls, tlsEnvironment, trustAuthority } from '@wuhu/infra/stack-tls'
import { type OwnServer, ownNats, ownServers, type Teardown, until } from '@wuhu/test-support'
import { type Client, createClient } from './client.ts'
import { migrateAll, migratedDatabase, rolePassword } from './migrated-database.ts'
import { type ServiceHandle, serviceHandle } from './service-handle.ts'
import { clocked, type StackClock, stackClock } from './stack-clock.ts'

export interface StackRequest {
  /** True starts a Postgres of its own, to stop and kill; otherwise a fresh database on the shared one. */
  readonly ownPostgres?: boolean
  /** With `ownPostgres`: fsync on, as in production. */
  readonly durable?: boolean
  /** HTTP, NATS and Postgres (its own) by TLS only; this process trusts the stack's CA from then on. */
  readonly tls?: boolean
  /** Which services; the four of the bus by default. info-sharing is always needed. */
  readonly only?: readonly ServiceName[]
  /** More environment for a service. */
  readonly settings?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>
  readonly logLevel?: string
  /** True: the clock of deciders and deadlines can be moved on, by `clock` of the stack. */
  readonly clock?: boolean
}

/** The four real services as processes on free ports, with the 21 members registered. */
export interface TestStack extends Client {
  readonly urls: Readonly<Record<ServiceName, string>>
  readonly services: Readonly<Record<ServiceName, ServiceHandle>>
  readonly nats: OwnServer
  readonly natsUrl: string
  /** The operator of the stack's accounts, who can make further users of the hub. */
  readonly natsOperator: NatsOperator
  /** Path of a .creds file with which a test may look at everything in the hub. */
  readonly natsAdmin: string
  /** Only with `ownPostgres`. */
  readonly postgres: OwnServer | undefined
  /** Administrator's URL of the stack's database. */
  readonly databaseUrl: string
  /** As the launcher's data folder: keys/, logs/ and stack.json, which the CLI reads. */
  readonly dataDir: string
  /** @throws TypeError unless the stack was started with `clock` */
  readonly clock: StackClock
  /** A further process of a service on a port of its own, not started yet: a standby. */
  readonly another: (name: ServiceName, more?: Readonly<Record<string, string>>) => Promise<ServiceHandle>
  /** Stops the services; done at teardown anyway. */
  readonly stop: () => Promise<void>
}

/** Starts the stack for one test; everything ends at the test's teardown, which fails when a log holds a secret. */
export async function startStack(t: Teardown, request: StackRequest = {}): Promise<TestStack> {
  let secrets: Error | undefined
  // Runs last: an error in a teardown keeps those behind it from ending their servers.
  t.teardown(() => {
    if (secrets) throw secrets
  })
  const { databaseUrl, nats, postgres, folder, operator, tls } = await servers(t, request)
  const names = request.only ?? serviceNames
  const { dataDir, logDir, marker } = foldersIn(folder)
  await mkdir(join(dataDir, 'keys'), { recursive: true })
  const admin = await demoKey(dataDir, officeCode, 'security-admin')
  const natsAdmin = operator.credentials('hub-admin')
  const natsUrl = tls ? nats.url.replace('nats:', 'tls:') : nats.url
  await createStreams(natsUrl, { credentialsFile: natsAdmin })

  const handles: ServiceHandle[] = []
  const clockFile = join(dataDir, 'clock-offset')
  const clock = request.clock ? await stackClock(clockFile, () => clockedUrls(handles)) : stopped
  const another = async (name: ServiceName, more: Readonly<Record<string, string>> = {}) => {
    const port = await freePort()
    const own: Partial<Record<ServiceName, Readonly<Record<string, string>>>> = {
      'info-sharing': {
        BOOTSTRAP_AGENCY: officeCode,
        BOOTSTRAP_KEY: admin.publicKey,
        MATCH_KEYS_FILE: await matchKeysFile(dataDir)
      },
      notifications: { NATS_ACCOUNTS_DIR: operator.accountsDir },
      console: await consoleSettings(dataDir, `${tls ? 'https' : 'http'}://127.0.0.1:${port}`)
    }
    const handle = serviceHandle(
      name,
      {
        databaseUrl: serviceUrl(databaseUrl, name, rolePassword),
        natsUrl,
        natsCredentials: operator.credentials(name),
        port,
        logLevel: request.logLevel ?? 'info',
        logDir,
        more: {
          SERVICE_SEED_FILE: await serviceSeedFile(dataDir, name),
          ...(tls && tlsEnvironment(tls)),
          ...(request.clock && { CLOCK_OFFSET_FILE: clockFile }),
          ...own[name],
          ...request.settings?.[name],
          ...more
        }
      },
      marker
    )
    handles.push(handle)
    return handle
  }
  const stop = async () => {
    await Promise.all(handles.map((handle) => handle.stop()))
  }
  t.teardown(async () => {
    await stop()
    await refuseSecretsInLogs(folder).catch((found: Error) => {
      secrets = found
    })
  })

  const services = {} as Record<ServiceName, ServiceHandle>
  for (const name of names) services[name] = await another(name)
  await Promise.all(names.map((name) => services[name].start()))
  const urls = Object.fromEntries(names.map((name) => [name, services[name].url])) as Record<ServiceName, string>
  await registerMembers({ url: urls['info-sharing'], dataDir, admin, say: () => {} })
  await writeFile(
    join(dataDir, 'stack.json'),
    JSON.stringify({ services: urls, nats: natsUrl, pid: process.pid, ...(tls && { ca: authorityFile }) })
  )
  const client = createClient({ urls, dataDir })
  await Promise.all(names.map((name) => knowsEveryMember(client, name)))
  return {
    ...client,
    ...{ urls, services, nats, natsUrl, natsOperator: operator, natsAdmin, postgres, databaseUrl, dataDir },
    ...{ clock, another, stop }
  }
}

/** The clock of a stack that has none of its own. */
const stopped: StackClock = {
  now: () => new Date(),
  advance: () => Promise.reject(new TypeError('start the stack with clock: true')),
  to: () => Promise.reject(new TypeError('start the stack with clock: true'))
}

const clockedUrls = (handles: readonly ServiceHandle[]) =>
  handles.filter((one) => one.running() && clocked.some((name) => name === one.name)).map(({ url }) => url)

function foldersIn(folder: string) {
  const dataDir = join(folder, 'data')
  return { dataDir, logDir: join(dataDir, 'logs'), marker: dirname(folder) }
}

async function servers(t: Teardown, request: StackRequest) {
  const made = Promise.withResolvers<NatsOperator>()
  const postgresTls = async (folder: string) => {
    const { dataDir } = foldersIn(folder)
    await mkdir(dataDir, { recursive: true, mode: 0o711 })
    const tls = await prepareTls(dataDir)
    trustAuthority(tls.ca)
    return tls
  }
  const natsConfig = async (folder: string) => {
    const operator = await natsOperator(join(foldersIn(folder).dataDir, 'keys', 'nats'), join(folder, 'accounts'))
    made.resolve(operator)
    return request.tls ? `${operator.config}\n${natsTls(await prepareTls(foldersIn(folder).dataDir))}` : operator.config
  }
  if (!request.ownPostgres && !request.tls) {
    const { nats, folder } = await ownNats(t, { natsConfig })
    const database = await migratedDatabase(t, foldersIn(folder))
    return {
      databaseUrl: database.url,
      nats,
      postgres: undefined,
      folder,
      operator: await made.promise,
      tls: undefined
    }
  }
  const { postgres, nats, folder } = await ownServers(t, {
    durable: request.durable ?? false,
    natsConfig,
    postgresTls: request.tls ? postgresTls : undefined
  })
  await mkdir(foldersIn(folder).logDir, { recursive: true })
  const tls = request.tls ? await prepareTls(foldersIn(folder).dataDir) : undefined
  await migrateAll(postgres.url, foldersIn(folder), tls && tlsEnvironment(tls))
  return { databaseUrl: postgres.url, nats, postgres, folder, operator: await made.promise, tls }
}

/** What any agency's system may ask of each service; audit refuses it for its role, which it learns with the key. */
const probes: Readonly<Record<ServiceName, string>> = {
  'info-sharing': '/v1/agencies',
  'joint-investigation': '/v1/assistances',
  notifications: '/v1/mailbox?limit=1',
  audit: '/v1/gaps',
  console: '/v1/accounts'
}

/** A service learns of keys by events: it is up to date when it knows the key that was registered last. */
async function knowsEveryMember(client: Client, service: ServiceName): Promise<void> {
  const last = members.members.at(-1)?.code ?? officeCode
  await until(async () => [200, 403].includes((await client.call(last, 'GET', probes[service])).status), {
    what: `${service} knows the key of ${last}`
  })
}
