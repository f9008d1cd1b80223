import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

interface Holder {
  readonly pid: number
  /** Kernel's start time of the process (clock ticks since boot), so that a reused pid is not taken for the holder. */
  readonly startTicks: string
}

async function startTicks(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The second field is the command in parentheses and may hold spaces; the start time is the 22nd field.
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: another user's process has the number, which may well be a reused one.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return holder.startTicks === '' || (await startTicks(holder.pid)) === holder.startTicks
}

/** The data folder is ours until `release`. */
export interface DataLock {
  /** True when the last holder died without releasing: what it started may still run. */
  readonly recovered: boolean
  readonly release: () => Promise<void>
}

/**
 * Takes the data folder for this process. A lock whose holder is dead is taken over.
 * @throws Error, one sentence, when another instance runs on the same data
 */
export async function takeLock(dataDir: string): Promise<DataLock> {
  await mkdir(dataDir, { recursive: true })
  const file = join(dataDir, 'lock')
  const mine: Holder = { pid: process.pid, startTicks: await startTicks(process.pid) }
  let recovered = false
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: 'wx' })
      return { recovered, release: () => rm(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const text = await readFile(file, 'utf8').catch(() => '')
    let holder: Holder | undefined
    try {
      holder = JSON.parse(text) as Holder
    } catch {
      // A lock cut short by a full disk or a power failure has no holder.
    }
    if (holder && (await isAlive(holder))) {
      throw new Error(
        `已有一个实例（进程 ${holder.pid}）在使用 ${dataDir}；可用 --data 与 --port-base 另起一套 · ` +
          `another instance (pid ${holder.pid}) runs on ${dataDir}; use --data and --port-base for a second stack`
      )
    }
    recovered = true
    await rm(file, { force: true })
  }
}
