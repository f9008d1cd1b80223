import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Runs an upload in a process of its own and kills it with SIGKILL once some megabytes are under way. */
export async function killUpload(kind: 'files' | 'nats', where: string, bucket: string, id: string): Promise<void> {
  const script = fileURLToPath(import.meta.resolve('./torn-upload.fixture.ts'))
  const child = spawn(process.execPath, [script, kind, where, bucket, id], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  if (child.exitCode !== null) throw new Error(`the upload ended with ${child.exitCode}`)
  child.kill('SIGKILL')
  await ended
}
