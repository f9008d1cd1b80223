import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { databaseUrl } from '@wuhu/infra/postgres'
import { ensureDatabase, ensureRoles, roleOf } from '@wuhu/infra/postgres-roles'
import { migrate } from '@wuhu/infra/service-process'
import { allServices, type ServiceName } from '@wuhu/infra/stack-options'
import { type Teardown, type TestDatabase, testDatabase } from '@wuhu/test-support'
import pg from 'pg'

/** Password of every service's role on the Postgres of a test run. */
export const rolePassword = 'test'

const root = resolve(import.meta.dirname, '../..')
const passwords = Object.fromEntries(allServices.map((name) => [name, rolePassword])) as Record<ServiceName, string>

/** Creates the services' roles and their tables, by the services' own migrations. */
export async function migrateAll(
  url: string,
  folder: { readonly logDir: string; readonly marker: string },
  more?: Readonly<Record<string, string>>
) {
  await ensureRoles(url, passwords)
  await Promise.all(allServices.map((name) => migrate(name, { databaseUrl: url, role: roleOf(name), ...folder, more })))
}

/**
 * A fresh migrated database on the Postgres that the tests of a run share. The first test that asks migrates a template,
 * the others copy it: four processes less for each.
 */
export async function migratedDatabase(
  t: Teardown,
  folder: { readonly logDir: string; readonly marker: string }
): Promise<TestDatabase> {
  await mkdir(folder.logDir, { recursive: true })
  const empty = await testDatabase(t)
  return await oneAtATime(empty.url, async (client) => {
    const template = `stack_${await fingerprint()}`
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (!rowCount) {
      const draft = `${template}_draft`
      await client.query(`drop database if exists ${draft} with (force)`)
      await migrateAll(await ensureDatabase(empty.url, draft), folder)
      await client.query(`alter database ${draft} rename to ${template}`)
    }
    const database = await testDatabase(t, { template })
    await ensureRoles(database.url, passwords)
    return database
  })
}

/** Changes when a migration does. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = [
    'services/*/src/migrations*/*.ts',
    'services/*/src/*.ts',
    'packages/{store,access,deadlines,documents}/src/{,*/}{*migrat*,read-log,registers,row-security}.ts'
  ]
  for (const file of globSync(files, { cwd: root }).sort()) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * Roles belong to the whole Postgres, which refuses two sessions that alter one role at the same time. The lock is taken
 * in the database `postgres`, because advisory locks are per database.
 */
async function oneAtATime<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(url, 'postgres') })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('migrated-database'))")
    return await work(client)
  } finally {
    await client.end()
  }
}
