import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const root = resolve(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the real command line against a stack's data folder. */
export const wuhu = (dataDir: string, ...args: readonly string[]) => run('packages/cli/bin/wuhu.mjs', dataDir, args)

/** Runs `npm run demo` against a stack's data folder. */
export const demo = (dataDir: string, ...args: readonly string[]) => run('test/demo/demo.ts', dataDir, args)

async function run(script: string, dataDir: string, args: readonly string[]): Promise<Ended> {
  const command = [resolve(root, script), ...args, '--data', dataDir]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((settle, fail) => child.once('exit', settle).once('error', fail))
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, stdout, stderr }
}
