import { open, readFile, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { VaultError } from './vault-error.ts'

const patience = 10_000

/** Runs `work` alone among the processes of this machine; a lock whose process has ended is broken. @throws VaultError */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience
  while (!(await take(path))) {
    if (await isDead(path)) await rm(path, { force: true })
    if (performance.now() > deadline) throw new VaultError('vault.busy')
    await pause(20)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(String(process.pid)).finally(() => file.close())
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function isDead(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
