import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createStreams } from '@wuhu/bus/nats'
import { freePort } from '@wuhu/infra/free-port'
import members from '@wuhu/infra/members' with { type: 'json' }
import { serviceUrl } from '@wuhu/infra/postgres-roles'
import { officeCode, registerMembers } from '@wuhu/infra/register-members'
import { type ServiceName, serviceNames } from '@wuhu/infra/stack-options'
import { demoKey } from '@wuhu/infra/stack-secrets'
import { type OwnServer, ownNats, ownServers, type Teardown, until } from '@wuhu/test-support'
import { type Client, createClient } from './client.ts'
import { migrateAll, migratedDatabase, rolePassword } from './migrated-database.ts'
import { type ServiceHandle, serviceHandle } from './service-handle.ts'

export interface StackRequest {
  /** True starts a Postgres of its own, to stop and kill; otherwise a fresh database on the shared one. */
  readonly ownPostgres?: boolean
  /** With `ownPostgres`: fsync on, as in production. */
  readonly durable?: boolean
  /** Which services; all four by default. info-sharing is always needed. */
  readonly only?: readonly ServiceName[]
  /** More environment for a service. */
  readonly settings?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>
  readonly logLevel?: string
}

/** The four real services as processes on free ports, with the 21 members registered. */
export interface TestStack extends Client {
  readonly urls: Readonly<Record<ServiceName, string>>
  readonly services: Readonly<Record<ServiceName, ServiceHandle>>
  readonly nats: OwnServer
  readonly natsUrl: string
  /** Only with `ownPostgres`. */
  readonly postgres: OwnServer | undefined
  /** Administrator's URL of the stack's database. */
  readonly databaseUrl: string
  /** As the launcher's data folder: keys/, logs/ and stack.json, which the CLI reads. */
  readonly dataDir: string
  /** A further process of a service on a port of its own, not started yet: a standby. */
  readonly another: (name: ServiceName) => Promise<ServiceHandle>
  /** Stops the services; done at teardown anyway. */
  readonly stop: () => Promise<void>
}

/** Starts the stack for one test; everything ends at the test's teardown. */
export async function startStack(t: Teardown, request: StackRequest = {}): Promise<TestStack> {
  const { databaseUrl, nats, postgres, folder } = await servers(t, request)
  const names = request.only ?? serviceNames
  const { dataDir, logDir, marker } = foldersIn(folder)
  await mkdir(join(dataDir, 'keys'), { recursive: true })
  const admin = await demoKey(dataDir, officeCode, 'security-admin')
  await createStreams(nats.url)

  const handles: ServiceHandle[] = []
  const another = async (name: ServiceName) => {
    const bootstrap =
      name === 'info-sharing' ? { BOOTSTRAP_AGENCY: officeCode, BOOTSTRAP_KEY: admin.publicKey } : undefined
    const handle = serviceHandle(
      name,
      {
        databaseUrl: serviceUrl(databaseUrl, name, rolePassword),
        natsUrl: nats.url,
        port: await freePort(),
        logLevel: request.logLevel ?? 'info',
        logDir,
        more: { ...bootstrap, ...request.settings?.[name] }
      },
      marker
    )
    handles.push(handle)
    return handle
  }
  const stop = async () => {
    await Promise.all(handles.map((handle) => handle.stop()))
  }
  t.teardown(stop)

  const services = {} as Record<ServiceName, ServiceHandle>
  for (const name of names) services[name] = await another(name)
  await Promise.all(names.map((name) => services[name].start()))
  const urls = Object.fromEntries(names.map((name) => [name, services[name].url])) as Record<ServiceName, string>
  await registerMembers({ url: urls['info-sharing'], dataDir, admin, say: () => {} })
  await writeFile(join(dataDir, 'stack.json'), JSON.stringify({ services: urls, nats: nats.url, pid: process.pid }))
  const client = createClient({ urls, dataDir })
  await Promise.all(names.map((name) => knowsEveryMember(client, name)))
  return { ...client, urls, services, nats, natsUrl: nats.url, postgres, databaseUrl, dataDir, another, stop }
}

function foldersIn(folder: string) {
  const dataDir = join(folder, 'data')
  return { dataDir, logDir: join(dataDir, 'logs'), marker: dirname(folder) }
}

async function servers(t: Teardown, request: StackRequest) {
  if (!request.ownPostgres) {
    const { nats, folder } = await ownNats(t)
    const database = await migratedDatabase(t, foldersIn(folder))
    return { databaseUrl: database.url, nats, postgres: undefined, folder }
  }
  const { postgres, nats, folder } = await ownServers(t, { durable: request.durable ?? false })
  await mkdir(foldersIn(folder).logDir, { recursive: true })
  await migrateAll(postgres.url, foldersIn(folder))
  return { databaseUrl: postgres.url, nats, postgres, folder }
}

/** What any agency's system may ask of each service; audit refuses it for its role, which it learns with the key. */
const probes: Readonly<Record<ServiceName, string>> = {
  'info-sharing': '/v1/agencies',
  'joint-investigation': '/v1/assistances',
  notifications: '/v1/mailbox?limit=1',
  audit: '/v1/gaps'
}

/** A service learns of keys by events: it is up to date when it knows the key that was registered last. */
async function knowsEveryMember(client: Client, service: ServiceName): Promise<void> {
  const last = members.members.at(-1)?.code ?? officeCode
  await until(async () => [200, 403].includes((await client.call(last, 'GET', probes[service])).status), {
    what: `${service} knows the key of ${last}`
  })
}
