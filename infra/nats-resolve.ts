import { execFile } from 'node:child_process'
import { access, constants, readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { fetchNatsServer } from './nats-fetch.ts'
import { compareVersions, natsFloor } from './nats-version.ts'

const run = promisify(execFile)

/** Where the binary was found, for the line that the user reads. */
export interface NatsBinary {
  readonly path: string
  readonly version: string
  readonly from: 'PATH' | 'cache' | 'apt'
}

/** The version that a nats-server binary says it is; undefined when it does not run. */
export async function natsVersion(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 10_000 })
    return /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1]
  } catch {
    return undefined
  }
}

async function usable(path: string, from: NatsBinary['from']): Promise<NatsBinary | undefined> {
  const version = await natsVersion(path)
  return version !== undefined && compareVersions(version, natsFloor) >= 0 ? { path, version, from } : undefined
}

async function onPath(searchPath: string): Promise<NatsBinary | undefined> {
  for (const folder of searchPath.split(delimiter).filter(Boolean)) {
    const path = join(folder, 'nats-server')
    const executable = await access(path, constants.X_OK).then(
      () => true,
      () => false
    )
    const found = executable ? await usable(path, 'PATH') : undefined
    if (found) return found
  }
  return undefined
}

async function inCache(cacheDir: string): Promise<NatsBinary | undefined> {
  const versions = await readdir(join(cacheDir, 'nats-server')).catch(() => [])
  for (const version of versions
    .filter((name) => /^\d/.test(name))
    .sort(compareVersions)
    .reverse()) {
    const found = await usable(join(cacheDir, 'nats-server', version, 'nats-server'), 'cache')
    if (found) return found
  }
  return undefined
}

/** Says, in one message, every way to get a nats-server. */
export function natsMissing(reason: string): Error {
  return new Error(
    `没有可用的 nats-server（需要 ${natsFloor} 或更新）：${reason}。\n` +
      `No usable nats-server (${natsFloor} or newer is needed): ${reason}. Ways to get it: ` +
      'macOS: brew install nats-server · Debian/Ubuntu: apt install nats-server from a suite that is new enough · ' +
      'any system: the release download of nats-io/nats-server, its binary put on PATH · ' +
      'a container: docker run --network host nats:2 -js · or set NATS_URL to a server that already runs.'
  )
}

/**
 * Finds a nats-server at least as new as the floor: on `searchPath`, then in `cacheDir`, then by a private download with
 * apt's own tools (Debian and Ubuntu; no root, the system stays as it is) into `cacheDir`.
 * @throws one Error that lists the ways to get it
 */
export async function resolveNatsServer(options: {
  readonly searchPath: string
  readonly cacheDir: string
  readonly say?: (line: string) => void
}): Promise<NatsBinary> {
  const found = (await onPath(options.searchPath)) ?? (await inCache(options.cacheDir))
  if (found) return found
  let reason = ''
  try {
    const path = await fetchNatsServer({ cacheDir: options.cacheDir, floor: natsFloor, say: options.say ?? (() => {}) })
    const fetched = await usable(path, 'apt')
    if (fetched) return fetched
    reason = 'the downloaded binary does not run on this machine'
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error)
  }
  throw natsMissing(reason)
}
