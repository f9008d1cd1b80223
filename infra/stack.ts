import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Listr } from 'listr2'
import { type Child, lastLines } from './child.ts'
import { parseStackOptions, stackHelp } from './stack-options.ts'
import { newStackState, type StackState, stackSteps } from './stack-steps.ts'
import { stackTable } from './stack-table.ts'
import { authorityFile } from './stack-tls.ts'

// `npm start`: the whole house on one machine. Everything it starts, it stops, in reverse order.

const root = resolve(import.meta.dirname, '..')

async function stopAll(state: StackState): Promise<void> {
  for (const step of state.started.splice(0).reverse()) {
    try {
      await step.stop()
    } catch (error) {
      process.stderr.write(`${step.name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
}

/** Resolves with the first child that ends by itself. */
async function firstDeath(children: readonly Child[]): Promise<Child> {
  return await Promise.race(children.map(async (child) => child.ended.then(() => child)))
}

/** Now, as RFC 3339 with the offset of Beijing. */
function beijingNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
}

async function writeStackFile(state: StackState): Promise<void> {
  const { options, urls, natsUrl } = state
  const file = join(options.dataDir, 'stack.json')
  const content = {
    services: urls,
    nats: natsUrl,
    pid: process.pid,
    startedAt: beijingNow(),
    ...(options.tls && { ca: authorityFile }),
    ports: options.ports
  }
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`)
  state.started.push({ name: 'stack.json', stop: () => rm(file, { force: true }) })
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? '磁盘已满 · the disk is full' : error.message
}

async function main(): Promise<number> {
  const began = performance.now()
  const options = parseStackOptions(process.argv.slice(2), process.env)
  if (!options) {
    process.stdout.write(`${stackHelp}\n`)
    return 0
  }
  const state = newStackState({ ...options, dataDir: resolve(root, options.dataDir) })
  await mkdir(state.options.dataDir, { recursive: true })
  let asked = false
  const stopAsked = new Promise<'asked'>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        asked = true
        settle('asked')
      })
    }
  })
  const steps = new Listr(
    stackSteps(state, () => asked),
    {
      concurrent: false,
      exitOnError: true,
      registerSignalListeners: false,
      rendererOptions: { showErrorMessage: false },
      fallbackRenderer: 'simple'
    }
  )
  try {
    const running = steps.run()
    await Promise.race([running, stopAsked])
    if (asked) {
      await stopAll(state)
      // The step under way fails now that its servers are gone; what it started meanwhile is stopped below.
      await Promise.race([running.catch(() => {}), pause(10_000, undefined, { ref: false })])
      return 0
    }
    await writeStackFile(state)
    const table = { stack: options, urls: state.urls, natsUrl: state.natsUrl, database: state.database }
    process.stdout.write(stackTable({ ...table, seconds: (performance.now() - began) / 1000 }))
    const end = await Promise.race([stopAsked, firstDeath(state.children)])
    if (end === 'asked') {
      process.stderr.write('\n正在停止… · Stopping…\n')
      return 0
    }
    const { code, signal } = await end.ended
    process.stderr.write(
      `${end.name} 意外退出（${signal ?? code}），全部停止 · ${end.name} ended unexpectedly (${signal ?? code}); stopping all. ` +
        `Last lines of ${end.logFile}:\n${await lastLines(end.logFile, 10)}\n`
    )
    return 1
  } catch (error) {
    if (asked) return 0
    process.stderr.write(`\n${reason(state.failure ?? error)}\n`)
    return 1
  } finally {
    await stopAll(state)
    if (asked) process.stderr.write('已停止，数据保留 · Stopped; the data is kept.\n')
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${reason(error)}\n`)
  return 1
})
