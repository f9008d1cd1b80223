import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from './free-port.ts'
import { endLeftovers } from './leftovers.ts'
import { refuseSecretsInLogs } from './log-secrets.ts'
import { resolveNatsServer } from './nats-resolve.ts'
import { startNats } from './nats-server.ts'
import { startPostgres } from './postgres.ts'

// Runs a command with one Postgres and one nats-server of its own, in a temporary folder and on free ports:
//   node infra/with-servers.ts [--durable] [--long-faults] <command> [arguments]
// The command finds them in TEST_DATABASE_URL (superuser) and TEST_NATS_URL, the binary in TEST_NATS_SERVER, and a folder
// for servers of its own in TEST_FOLDER: whatever still runs from that folder when the command has ended is ended too.

async function main(): Promise<number> {
  const args = process.argv.slice(2)
  const first = args.findIndex((arg) => !arg.startsWith('--'))
  const [flags, command, rest] = [args.slice(0, first), args[first], args.slice(first + 1)]
  if (!command) throw new Error('usage: node infra/with-servers.ts [--durable] [--long-faults] <command> [arguments]')
  const durable = flags.includes('--durable')
  const started: Array<() => Promise<void>> = []
  const folder = await mkdtemp(join(tmpdir(), 'five-mutuals-'))
  // Postgres, which runs as another user when we are root, must pass through.
  await chmod(folder, 0o711)
  started.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  started.push(async () => void (await endLeftovers(folder)))
  // The terminal sends Ctrl-C to the command too; we wait for it and clean up behind it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
  try {
    const nats = await resolveNatsServer({
      searchPath: process.env.PATH ?? '',
      cacheDir: resolve(import.meta.dirname, '../.cache'),
      say: (line) => process.stderr.write(`${line}\n`)
    })
    const postgres = await retry(async () =>
      startPostgres({
        port: await freePort(),
        dataDir: join(folder, 'postgres'),
        logFile: join(folder, 'postgres.log'),
        password: 'test',
        durable
      })
    )
    started.push(postgres.stop)
    const server = await retry(async () =>
      startNats({
        binary: nats.path,
        port: await freePort(),
        storeDir: join(folder, 'nats'),
        logFile: join(folder, 'nats.log')
      })
    )
    started.push(server.stop)
    const code = await runCommand(command, rest, {
      ...process.env,
      TEST_DATABASE_URL: postgres.url,
      TEST_NATS_URL: server.url,
      TEST_NATS_SERVER: nats.path,
      TEST_FOLDER: folder,
      ...(flags.includes('--long-faults') ? { TEST_FAULTS: 'long' } : {})
    })
    // What the command's own stacks wrote they looked at themselves: their folders are gone.
    await refuseSecretsInLogs(folder)
    return code
  } finally {
    for (const stop of started.reverse()) await stop()
  }
}

/** Between choosing a free port and listening on it another process may have taken it. */
async function retry<T>(start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start()
    } catch (error) {
      if (attempt === 3 || !/address already in use|Address already in use/.test(String(error))) throw error
    }
  }
}

async function runCommand(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env })
    const forward = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGTERM', forward)
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  return 1
})
