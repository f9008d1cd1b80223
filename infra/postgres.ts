import { execFile } from 'node:child_process'
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Child, startChild, whenReady } from './child.ts'
import { type PostgresHome, preparePostgresHome } from './postgres-home.ts'
import { type ServerTls, tlsSettings } from './postgres-tls.ts'

export type { ServerTls }

const run = promisify(execFile)

/** A running Postgres of ours. `url` is the superuser's, to the database `postgres`. */
export interface PostgresProcess {
  readonly url: string
  readonly port: number
  readonly child: Child
  /** True when this start created the data. */
  readonly created: boolean
  /** Fast shutdown: sessions are ended, the data is left clean. */
  readonly stop: () => Promise<void>
}

/** The same server and login, another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function createCluster(home: PostgresHome, password: string, durable: boolean): Promise<void> {
  const passwordFile = join(tmpdir(), `pg-${process.pid}-${Math.random().toString(36).slice(2)}`)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (home.account) await run('chown', [`${home.account.uid}:${home.account.gid}`, passwordFile])
  const args = [
    `--pgdata=${home.dataDir}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync'])
  ]
  try {
    await run(join(home.programs, 'bin', 'initdb'), args, {
      ...home.account,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' }
    })
  } catch (error) {
    const { stderr } = error as { stderr?: string }
    throw new Error(
      `Postgres 建库失败 · Postgres could not create its data: ${(stderr ?? String(error)).trim().split('\n')[0]}`
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** A Postgres that outlived a killed launcher still owns the data: end it as its own stop would. */
async function endLeftover(dataDir: string): Promise<void> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!pid) return
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (!command.includes(dataDir)) return
  const alive = () =>
    stat(`/proc/${pid}`).then(
      () => true,
      () => false
    )
  process.kill(pid, 'SIGINT')
  for (const deadline = Date.now() + 20_000; (await alive()) && Date.now() < deadline; ) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * Starts the embedded Postgres on 127.0.0.1, creating its data or going on with what is there, and waits until it answers.
 * @param options.durable false turns fsync off, for tests that never lose power
 * @param options.tls only TLS is accepted; the URL then says sslmode=verify-full, for processes that trust the authority
 * @param options.settings more `name=value` settings
 * @param options.marker data folder of the stack, by which a later start finds what a killed launcher left
 * @throws Error with the server's last log lines
 */
export async function startPostgres(options: {
  readonly port: number
  readonly dataDir: string
  readonly logFile: string
  readonly password: string
  readonly durable?: boolean
  readonly settings?: readonly string[]
  readonly tls?: ServerTls | undefined
  readonly marker?: string
}): Promise<PostgresProcess> {
  const durable = options.durable ?? true
  const home = await preparePostgresHome(options.dataDir)
  const created = !(await stat(join(home.dataDir, 'PG_VERSION')).catch(() => undefined))
  if (created) await createCluster(home, options.password, durable)
  else await endLeftover(home.dataDir)
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    // With its details an error quotes the row that it is about.
    'log_error_verbosity=terse',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    ...(options.tls ? await tlsSettings(home, options.tls) : []),
    ...(options.settings ?? [])
  ].flatMap((setting) => ['-c', setting])
  await writeFile(options.logFile, '', { flag: 'a' })
  await chmod(options.logFile, 0o600)
  const child = await startChild({
    name: 'Postgres',
    command: join(home.programs, 'bin', 'postgres'),
    args: ['-D', home.dataDir, '-p', String(options.port), ...settings],
    logFile: options.logFile,
    env: { ...process.env, LC_ALL: 'C', ...(options.marker ? { FIVE_MUTUALS_DATA: options.marker } : {}) },
    cwd: '/',
    user: home.account
  })
  const plain = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`
  const url = options.tls ? `${plain}?sslmode=verify-full` : plain
  const ca = options.tls && (await readFile(options.tls.ca, 'utf8'))
  await whenReady(child, 60_000, () => answers(plain, ca)).catch(async (error: unknown) => {
    await child.stop('SIGINT')
    throw error
  })
  return { url, port: options.port, child, created, stop: () => child.stop('SIGINT', 20_000) }
}

async function answers(url: string, ca: string | undefined): Promise<boolean> {
  const ssl = ca === undefined ? {} : { ssl: { ca } }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000, ...ssl })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new Error('数据与密码不匹配 · the data of Postgres was created with another password; start with --fresh')
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
