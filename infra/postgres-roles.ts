import pg from 'pg'
import { databaseUrl } from './postgres.ts'
import { allServices, type ServiceName } from './stack-options.ts'

/** The database role that a service logs in as. */
export function roleOf(service: ServiceName): string {
  return `wuhu_${service.replaceAll('-', '_')}`
}

/** The same server and database, logged in as the service's role. */
export function serviceUrl(adminUrl: string, service: ServiceName, password: string): string {
  const url = new URL(adminUrl)
  url.username = roleOf(service)
  url.password = encodeURIComponent(password)
  return url.href
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect().catch((error: Error) => {
    throw new Error(`Postgres 连不上 · Postgres at ${new URL(url).host} does not answer: ${error.message}`)
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Creates the database when it is missing; UTF-8 whatever the server's default is. @returns its admin URL */
export async function ensureDatabase(adminUrl: string, name: string): Promise<string> {
  await connected(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return
    await client.query(`create database ${client.escapeIdentifier(name)} encoding 'UTF8' template template0`)
  })
  return databaseUrl(adminUrl, name)
}

/**
 * One login role per service, each with its own password, none of them an administrator. Repeating it sets the password
 * again. What a role may touch is granted by its service's migrations.
 */
export async function ensureRoles(adminUrl: string, passwords: Readonly<Record<ServiceName, string>>): Promise<void> {
  await connected(adminUrl, async (client) => {
    const database = new URL(adminUrl).pathname.slice(1)
    for (const service of allServices) {
      const role = client.escapeIdentifier(roleOf(service))
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [roleOf(service)])
      if (!rowCount) await client.query(`create role ${role}`)
      const password = client.escapeLiteral(passwords[service])
      await client.query(`alter role ${role} login nocreatedb nocreaterole password ${password}`)
      await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${role}`)
    }
  })
}
