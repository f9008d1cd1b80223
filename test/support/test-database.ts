import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { fromLauncher } from './environment.ts'

/** A database of this test alone. `url` is the superuser's. */
export interface TestDatabase {
  readonly url: string
  readonly name: string
  /** Ends its sessions and drops it; done at teardown anyway. */
  readonly drop: () => Promise<void>
}

/** What we need of a tap test. */
export interface Teardown {
  teardown(action: () => unknown): void
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: fromLauncher('TEST_DATABASE_URL') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/**
 * Creates an empty database on the real Postgres of this run, and drops it at the test's teardown.
 * @param options.template a database to copy, to which nobody is connected
 */
export async function testDatabase(t: Teardown, options: { readonly template?: string } = {}): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`
  await asAdmin(`create database ${name} template ${options.template ?? 'template0'}`)
  const drop = async () => asAdmin(`drop database if exists ${name} with (force)`)
  t.teardown(drop)
  const url = new URL(fromLauncher('TEST_DATABASE_URL'))
  url.pathname = `/${name}`
  return { url: url.href, name, drop }
}
