import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { compareVersions } from './nats-version.ts'

const run = promisify(execFile)

/** Newest last: the first suite that has the floor version is the one closest to the machine's own libraries. */
const suites = {
  debian: { names: ['trixie-backports', 'forky', 'sid'], component: 'main' },
  ubuntu: { names: ['resolute', 'devel'], component: 'universe' }
}

async function distribution(): Promise<'debian' | 'ubuntu'> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const ids = /^ID(?:_LIKE)?=.*$/gm
  const words = (text.match(ids) ?? []).join(' ')
  if (words.includes('ubuntu')) return 'ubuntu'
  if (words.includes('debian')) return 'debian'
  throw new Error('not found on PATH, and only Debian and Ubuntu have a package to fetch it from')
}

/** The mirror that this machine already uses: no host is written anywhere. */
async function mirrorOf(distro: 'debian' | 'ubuntu'): Promise<string> {
  const { stdout } = await run('apt-get', ['indextargets', '--format', '$(SITE) $(RELEASE)', 'Created-By: Packages'])
  const sites = stdout.split('\n').map((line) => line.split(' ')[0] ?? '')
  const site = sites.find((url) => new RegExp(`/${distro}/?$`).test(url)) ?? sites.find((url) => url.includes(distro))
  if (!site) throw new Error('not found on PATH, and apt knows no mirror of the distribution')
  return site
}

async function keyringOf(distro: string): Promise<string> {
  const folder = '/usr/share/keyrings'
  const wanted = `${distro}-archive-keyring`
  const name = (await readdir(folder)).find((file) => file.startsWith(wanted) && !file.includes('removed'))
  if (!name) throw new Error(`not found on PATH, and the keyring ${wanted} is not installed`)
  return join(folder, name)
}

/** Asks one suite for its version of the package with private apt settings; undefined when it has none or too old. */
async function candidate(work: string, line: string, floor: string) {
  await writeFile(join(work, 'sources.list'), line)
  const settings = [
    `Dir::State::Lists=${join(work, 'lists')}`,
    `Dir::Cache=${join(work, 'cache')}`,
    `Dir::Etc::sourcelist=${join(work, 'sources.list')}`,
    'Dir::Etc::sourceparts=/dev/null',
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
    'Acquire::Retries=2'
  ].flatMap((setting) => ['-o', setting])
  const options = { cwd: work, timeout: 180_000, env: { ...process.env, LC_ALL: 'C' } }
  await run('apt-get', [...settings, '--error-on=any', 'update'], options)
  const { stdout } = await run('apt-cache', [...settings, 'show', 'nats-server'], options).catch(() => ({ stdout: '' }))
  const versions = [...stdout.matchAll(/^Version: (?:\d+:)?(\S+)/gm)].map((match) => match[1] ?? '')
  const newest = versions.sort(compareVersions).at(-1)
  if (newest === undefined || compareVersions(newest, floor) < 0) return undefined
  return { version: newest, download: () => run('apt-get', [...settings, 'download', 'nats-server'], options) }
}

/**
 * Fetches the distribution's nats-server package, verified by the installed archive keyring, as an ordinary user and
 * without touching the system: apt's lists, cache and sources point at a private folder. About 3 s.
 * @returns the path of the binary, in `cacheDir/nats-server/<version>/`
 * @throws Error whose message says which step failed
 */
export async function fetchNatsServer(options: {
  readonly cacheDir: string
  readonly floor: string
  readonly say: (line: string) => void
}): Promise<string> {
  const distro = await distribution()
  const [mirror, keyring] = [await mirrorOf(distro), await keyringOf(distro)]
  const work = await mkdtemp(join(tmpdir(), 'nats-server-'))
  try {
    for (const folder of ['lists/partial', 'cache/archives/partial'])
      await mkdir(join(work, folder), { recursive: true })
    const failures: string[] = []
    for (const suite of suites[distro].names) {
      options.say(`nats-server: ${mirror} ${suite}`)
      const line = `deb [signed-by=${keyring}] ${mirror} ${suite} ${suites[distro].component}\n`
      try {
        const found = await candidate(work, line, options.floor)
        if (!found) continue
        options.say(`nats-server: ${found.version} (${suite})`)
        await found.download()
        return await unpack(work, options.cacheDir, found.version)
      } catch (error) {
        failures.push(`${suite}: ${lastLine(error)}`)
      }
    }
    throw new Error(`apt could not fetch it from ${mirror} (${failures.join('; ') || 'every suite is too old'})`)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? ((error as Error & { stderr?: string }).stderr ?? error.message) : String(error)
  return text.trim().split('\n').at(-1) ?? ''
}

async function unpack(work: string, cacheDir: string, version: string): Promise<string> {
  const archive = (await readdir(work)).find((file) => file.endsWith('.deb'))
  if (!archive) throw new Error('apt downloaded no package')
  await run('dpkg-deb', ['-x', join(work, archive), join(work, 'root')])
  const binary = join(work, 'root', 'usr', 'sbin', 'nats-server')
  const alternative = join(work, 'root', 'usr', 'bin', 'nats-server')
  const folder = join(cacheDir, 'nats-server', version.replace(/[^0-9.].*$/, ''))
  await mkdir(folder, { recursive: true })
  // Two first starts at once: each copies to its own name, and the rename is atomic.
  const draft = join(folder, `nats-server.${process.pid}`)
  await copyFile(binary, draft).catch(() => copyFile(alternative, draft))
  await chmod(draft, 0o755)
  await rename(draft, join(folder, 'nats-server'))
  return join(folder, 'nats-server')
}
