import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { connectionTo } from './database-address.ts'
import { available } from './dialect.ts'
import { insertOnlyTables, storeMigration } from './store-migration.ts'

export interface MigrateOptions {
  /** A role that may create schemas and tables: not the service's own. */
  readonly databaseUrl: string
  /** PEM of the authority that must have signed the server's certificate; see createPool. */
  readonly databaseCa?: string | undefined
  readonly schema: string
  readonly migrations: Readonly<Record<string, Migration>>
  /** The service's role: gets the rights it needs on this schema, and no more. */
  readonly role?: string | undefined
  /** Further tables that the role may only read and add to. */
  readonly appendOnly?: readonly string[]
}

/**
 * Brings a schema up to date, once, under a lock, in one transaction; then grants. A schema that newer code has
 * migrated is refused: nothing is run backwards.
 * @returns names of the migrations that were applied now
 * @throws Error with one sentence that says what is wrong
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const { schema, role } = options
  const pool = poolFor(options, 2)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    // Asked first, because the migrator tells an absent server as it tells a failed migration.
    await available(sql`select 1`.execute(db))
    const { error, results } = await migratorOf(db, options).migrateToLatest()
    if (error) throw new Error(`schema ${schema} cannot be migrated: ${messageOf(error)}`, { cause: error })
    if (role !== undefined) await grant(db, schema, role, [...insertOnlyTables, ...(options.appendOnly ?? [])])
    return { applied: (results ?? []).map(({ migrationName }) => migrationName) }
  } finally {
    await db.destroy()
  }
}

/** The migrations of this code that the schema does not have yet; a service refuses to start while there are any. */
export async function pendingMigrations(options: Omit<MigrateOptions, 'role' | 'appendOnly'>): Promise<string[]> {
  const pool = poolFor(options, 1)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const applying = sql<{ name: string }>`select name from ${sql.id(options.schema, 'migrations')}`.execute(db)
    const { rows } = await available(applying)
    const applied = new Set(rows.map(({ name }) => name))
    return Object.keys(all(options)).filter((name) => !applied.has(name))
  } catch (error) {
    if (typeof error === 'object' && error && 'code' in error && ['42P01', '3F000'].includes(String(error.code))) {
      return Object.keys(all(options))
    }
    throw error
  } finally {
    await db.destroy()
  }
}

const addressOf = ({ databaseUrl, databaseCa }: Pick<MigrateOptions, 'databaseUrl' | 'databaseCa'>) =>
  connectionTo({ url: databaseUrl, ca: databaseCa })

const all = ({ migrations }: Pick<MigrateOptions, 'migrations'>): Record<string, Migration> => ({
  '0000-store': storeMigration,
  ...migrations
})

const migratorOf = (db: Kysely<unknown>, options: MigrateOptions): Migrator =>
  new Migrator({
    db,
    provider: { getMigrations: async () => all(options) },
    migrationTableSchema: options.schema,
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock'
  })

/** The role gets its schema and nothing else; facts it may add but never change. */
async function grant(db: Kysely<unknown>, schema: string, role: string, appendOnly: readonly string[]): Promise<void> {
  const [inSchema, toRole] = [sql.id(schema), sql.id(role)]
  await sql`grant usage on schema ${inSchema} to ${toRole}`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema ${inSchema} to ${toRole}`.execute(db)
  await sql`grant usage, select on all sequences in schema ${inSchema} to ${toRole}`.execute(db)
  await sql`revoke insert, update, delete on ${sql.id(schema, 'migrations')} from ${toRole}`.execute(db)
  for (const table of appendOnly) {
    await sql`revoke update, delete, truncate on ${sql.id(schema, table)} from ${toRole}`.execute(db)
  }
}

const messageOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error)
  return text.startsWith('corrupted migrations')
    ? `it was migrated by newer code (${text.replace('corrupted migrations: ', '')}); run that version`
    : text
}

/** Without listeners a server that stops while the last connections are closing would end the process. */
function poolFor(options: Pick<MigrateOptions, 'databaseUrl' | 'databaseCa' | 'schema'>, max: number): pg.Pool {
  const pool = new pg.Pool({ ...addressOf(options), max, options: `-c search_path=${options.schema}` })
  // What breaks a statement is told by the statement.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
