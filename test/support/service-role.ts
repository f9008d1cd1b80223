import pg from 'pg'

/** Shared by all tests of a server: what it may touch is granted database by database, and goes with the database. */
export const testRole = 'wuhu_test_service'

/** The same database as `url`, as a role that owns nothing and is bound by row-level security, as a service is. */
export async function asServiceRole(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`do $$ begin
      create role ${testRole} login nosuperuser nobypassrls password 'test';
    exception when duplicate_object or unique_violation then null;
    end $$`)
  } finally {
    await client.end()
  }
  const own = new URL(url)
  own.username = testRole
  own.password = 'test'
  return own.href
}
