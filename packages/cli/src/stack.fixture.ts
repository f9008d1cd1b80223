import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { createKeyPair, createVerifier, type KeyRecord } from '@wuhu/access'
import { formats } from '@wuhu/contracts'
import { type App, createHost, createLogger, createMetrics } from '@wuhu/host'
import type { Test } from 'tap'
import { runProgram } from './program.ts'
import type { Shell } from './shell.ts'
import { allServices, serviceNames } from './stack-file.ts'

/** What a command did. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A stream that keeps what is written. */
export function collector(isTTY = false): Writable & { isTTY: boolean; text: () => string } {
  const chunks: Buffer[] = []
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk))
      done()
    }
  })
  return Object.assign(output, { isTTY, text: () => Buffer.concat(chunks).toString('utf8') })
}

/** Runs a command line in this process. */
export async function runHere(argv: readonly string[], shell: Partial<Shell> = {}): Promise<Ran> {
  const [stdout, stderr] = [collector(), collector()]
  const places = { stdin: Readable.from([]), cwd: '/', repository: '/', data: undefined }
  const code = await runProgram(argv, { stdout, stderr, ...places, ...shell })
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

/** An empty folder outside the repository, so that no stack is found above it. */
export async function emptyFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wuhu-cli-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const holders = ['amr.agency-system', 'amr.audit-admin', 'amr.system-admin', 'amr.security-admin', 'psb.agency-system']

export interface SampleStack {
  /** Its data folder, with `stack.json` and keys. */
  readonly data: string
  readonly url: string
  run(...argv: string[]): Promise<Ran>
}

/**
 * A real HTTP server with the doors of our services, standing for all of them, and a data folder as the launcher writes it.
 * @param away services whose URL leads nowhere
 */
export async function startStack(
  t: Test,
  routes: (app: App) => void,
  away: readonly string[] = [],
  withConsole = false
): Promise<SampleStack> {
  const data = await emptyFolder(t)
  await mkdir(join(data, 'keys'))
  const keys = new Map<string, KeyRecord>()
  for (const holder of holders) {
    const [agency = '', role] = holder.split('.')
    const { kid, seed } = createKeyPair()
    keys.set(kid, { kid, agency, role: role as KeyRecord['role'], validFrom: '2020-01-01T00:00:00Z' })
    await writeFile(join(data, 'keys', `${holder}.nk`), `${seed}\n`)
  }
  const app = await createHost({
    service: { name: 'sample', zh: '样例', en: 'Sample', version: '1.0.0' },
    logger: createLogger({ service: 'sample', level: 'silent' }),
    verify: createVerifier({ audience: 'wuhu', lookupKey: async (kid) => keys.get(kid) }),
    metrics: createMetrics('sample'),
    formats
  })
  routes(app)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(async () => {
    const closed = app.close()
    // An upload that was refused in its middle would hold it up until its connection is overdue, after 72 seconds.
    app.server.closeAllConnections()
    await closed
  })
  // Port 1 is reserved and nobody listens there.
  const services = Object.fromEntries(
    (withConsole ? allServices : serviceNames).map((name) => [name, away.includes(name) ? 'http://127.0.0.1:1' : url])
  )
  await writeFile(join(data, 'stack.json'), JSON.stringify({ services, nats: '', pid: process.pid }))
  return { data, url, run: (...argv) => runHere([...argv, '--data', data]) }
}
