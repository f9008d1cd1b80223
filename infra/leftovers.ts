import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Ends what a killed launcher left behind: processes whose command line names `marker` (a folder that is ours alone),
 * or whose environment says FIVE_MUTUALS_DATA=`marker`. Linux only, where /proc tells; elsewhere nothing is found.
 * @returns how many were found
 */
export async function endLeftovers(marker: string, within = 10_000): Promise<number> {
  const found = await findProcesses(marker)
  for (const pid of found) signal(pid, 'SIGTERM')
  for (const deadline = Date.now() + within; Date.now() < deadline; ) {
    if ((await findProcesses(marker)).length === 0) return found.length
    await pause(50)
  }
  for (const pid of await findProcesses(marker)) signal(pid, 'SIGKILL')
  return found.length
}

async function findProcesses(marker: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => [])
  const found: number[] = []
  for (const pid of names.filter((name) => /^\d+$/.test(name)).map(Number)) {
    if (pid === process.pid || pid === process.ppid) continue
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
    const isOurs = (word: string) => word === marker || word.startsWith(`${marker}/`)
    if (text.split('\0').some(isOurs) || environment.split('\0').includes(`FIVE_MUTUALS_DATA=${marker}`))
      found.push(pid)
  }
  return found
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
    // A paused process hears SIGTERM only when it goes on.
    process.kill(pid, 'SIGCONT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
