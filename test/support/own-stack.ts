import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mintToken } from '@wuhu/access'
import { createStreams } from '@wuhu/bus/nats'
import { freePort } from '@wuhu/infra/free-port'
import { ensureDatabase, ensureRoles, roleOf, serviceUrl } from '@wuhu/infra/postgres-roles'
import { officeCode, registerMembers } from '@wuhu/infra/register-members'
import { migrate, serviceReady, startService } from '@wuhu/infra/service-process'
import { type ServiceName, serviceNames } from '@wuhu/infra/stack-options'
import { demoKey, loadSecrets } from '@wuhu/infra/stack-secrets'
import { type OwnProcess, type OwnServers, ownProcess, ownServers } from './own-servers.ts'
import type { Teardown } from './test-database.ts'

/** The four services as four processes, on servers of this test alone; each can be killed, paused and started again. */
export interface OwnStack extends OwnServers {
  readonly services: Readonly<Record<ServiceName, OwnProcess>>
  /** Superuser's URL of the database that the services share. */
  readonly adminUrl: string
  /** Where the demo keys and the logs are; laid out as the data folder of `npm start`. */
  readonly dataDir: string
  /** A fresh bearer token of the agency's demo key; role `agency-system`, for amr also audit-admin, system-admin, security-admin. */
  readonly token: (agency: string, role?: string) => Promise<string>
}

/**
 * Starts everything that `npm start` starts, on free ports, and registers members. About 8 s; all of it ends at teardown.
 * @param options.members codes of the members to register; all 21 when left out. The office (amr) is always there.
 * @param options.settings more settings per service, as environment variables
 * @param options.durable Postgres with fsync, as in production; default false
 */
export async function ownStack(
  t: Teardown,
  options: {
    readonly members?: readonly string[]
    readonly settings?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>
    readonly durable?: boolean
  } = {}
): Promise<OwnStack> {
  const servers = await ownServers(t, { durable: options.durable ?? false })
  const dataDir = join(servers.folder, 'data')
  const logDir = join(dataDir, 'logs')
  await mkdir(logDir, { recursive: true })
  const [secrets, admin] = [await loadSecrets(dataDir), await demoKey(dataDir, officeCode, 'security-admin')]
  const adminUrl = await ensureDatabase(servers.postgres.url, 'five_mutuals')
  await ensureRoles(adminUrl, secrets.roles)
  await createStreams(servers.nats.url)
  await Promise.all(
    serviceNames.map((name) => migrate(name, { databaseUrl: adminUrl, role: roleOf(name), logDir, marker: dataDir }))
  )
  const bootstrap = { BOOTSTRAP_AGENCY: officeCode, BOOTSTRAP_KEY: admin.publicKey }
  const launch = async (name: ServiceName) => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const settings = {
      databaseUrl: serviceUrl(adminUrl, name, secrets.roles[name]),
      natsUrl: servers.nats.url,
      port,
      logLevel: 'info',
      logDir,
      more: { ...(name === 'info-sharing' ? bootstrap : {}), ...options.settings?.[name] }
    }
    const service = await ownProcess(url, async () => {
      const child = await startService(name, settings, dataDir)
      await serviceReady(child, url).catch(async (error: unknown) => {
        await child.stop('SIGKILL')
        throw error
      })
      return { child, stop: () => child.stop('SIGTERM', 15_000) }
    })
    t.teardown(service.stop)
    return [name, service] as const
  }
  const services = Object.fromEntries(await Promise.all(serviceNames.map(launch))) as Record<ServiceName, OwnProcess>
  await registerMembers({
    url: services['info-sharing'].url,
    dataDir,
    admin,
    say: () => {},
    ...(options.members ? { only: [officeCode, ...options.members] } : {})
  })
  const token = async (agency: string, role = 'agency-system') =>
    mintToken({ seed: (await demoKey(dataDir, agency, role)).seed, agency })
  return { ...servers, services, adminUrl, dataDir, token }
}
