import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { fromLauncher } from './environment.ts'
import { type Teardown, type TestDatabase, testDatabase } from './test-database.ts'

const root = resolve(import.meta.dirname, '../..')

/**
 * A database of this test alone that `migrate` has brought up to date. The first test of a service on this Postgres
 * migrates a template, the others copy it: a second of work less for each.
 * @param folder of the service below the root, as `services/audit`: what is in it decides whether the template still fits
 */
export async function migratedCopy(
  t: Teardown,
  folder: string,
  migrate: (url: string) => Promise<unknown>
): Promise<TestDatabase> {
  const template = `migrated_${await fingerprint(folder)}`
  const admin = new pg.Client({ connectionString: fromLauncher('TEST_DATABASE_URL') })
  admin.on('error', () => undefined)
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template])
    if (!rowCount) {
      const draft = `${template}_draft`
      await admin.query(`drop database if exists ${draft} with (force)`)
      await admin.query(`create database ${draft} template template0`)
      const url = new URL(fromLauncher('TEST_DATABASE_URL'))
      url.pathname = `/${draft}`
      await migrate(url.href)
      await admin.query(`alter database ${draft} rename to ${template}`)
    }
  } finally {
    await admin.end()
  }
  return await testDatabase(t, { template })
}

/** Changes with any code that a migration may be made of. */
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256').update(folder)
  const sources = [`${folder}/src/**/*.ts`, 'packages/{store,access,deadlines,documents}/src/**/*.ts']
  const files = globSync(sources, { cwd: root }).filter((file) => !/\.test(-setup)?\.ts$/.test(file))
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
