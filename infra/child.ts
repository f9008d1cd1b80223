import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** A program that we started, with its output in a log file. */
export interface Child {
  readonly name: string
  readonly pid: number
  readonly logFile: string
  /** Settles when the process has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  readonly running: () => boolean
  readonly kill: (signal: NodeJS.Signals) => void
  /** Sends `signal`, then SIGKILL after `within` milliseconds. Resolves when the process has ended. */
  readonly stop: (signal?: NodeJS.Signals, within?: number) => Promise<void>
}

/**
 * Starts a program in its own process group, so that Ctrl-C in the terminal reaches only us and we choose the order in
 * which things stop.
 * @throws Error when the program cannot be started
 */
export async function startChild(options: {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly logFile: string
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly user?: { readonly uid: number; readonly gid: number } | undefined
}): Promise<Child> {
  const log = openSync(options.logFile, 'a')
  const spawnOptions: SpawnOptions = { detached: true, stdio: ['ignore', log, log], env: options.env, ...options.user }
  if (options.cwd !== undefined) spawnOptions.cwd = options.cwd
  const child = spawn(options.command, options.args, spawnOptions)
  closeSync(log)
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (error) => reject(new Error(`${options.name} could not be started: ${error.message}`)))
  })
  return asChild(options.name, options.logFile, child)
}

function asChild(name: string, logFile: string, child: ChildProcess): Child {
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  const running = () => child.exitCode === null && child.signalCode === null
  const stop = async (signal: NodeJS.Signals = 'SIGTERM', within = 10_000) => {
    if (!running()) return
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), within)
    await ended
    clearTimeout(timer)
  }
  return { name, logFile, pid: child.pid ?? -1, ended, running, kill: (signal) => void child.kill(signal), stop }
}

/** The last lines of a log, for the message about a program that died. Reads at most 16 KiB. */
export async function lastLines(file: string, count: number): Promise<string> {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return ''
  try {
    const { size } = await handle.stat()
    const length = Math.min(size, 16_384)
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString('utf8').trimEnd().split('\n').slice(-count).join('\n')
  } finally {
    await handle.close()
  }
}

/**
 * Waits until `ready` gives true, asking every 25 ms and more and more rarely the longer it takes, so that asking does not
 * slow the start down; fails at once when the program ends before.
 */
export async function whenReady(child: Child, within: number, ready: () => Promise<boolean>): Promise<void> {
  const began = Date.now()
  const deadline = began + within
  for (;;) {
    if (!child.running()) {
      throw new Error(`${child.name} ended while starting; its last words:\n${await lastLines(child.logFile, 8)}`)
    }
    if (await ready()) return
    if (Date.now() > deadline) {
      throw new Error(
        `${child.name} was not ready within ${within} ms; its last words:\n${await lastLines(child.logFile, 8)}`
      )
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(25, Math.min(500, (Date.now() - began) / 8))))
  }
}
