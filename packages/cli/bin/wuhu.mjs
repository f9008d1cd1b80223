#!/usr/bin/env node
// Plain JavaScript for any Node from 18 on: npx may start it with the machine's own Node, the sources need Node 24.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const file = realpathSync(fileURLToPath(import.meta.url))
const root = join(file, '..', '..', '..', '..')
const main = join(file, '..', '..', 'src', 'main.ts')
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/** Ends as the child ended: with its exit code, or by its signal. */
function runWith(node24) {
  const child = spawn(node24, [file, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`Node 24 无法启动 · Node 24 could not be started: ${error.message}\n`)
    process.exitCode = 3
  })
  child.on('exit', (code, signal) => {
    for (const name of signals) process.removeAllListeners(name)
    if (signal) process.kill(process.pid, signal)
    else process.exitCode = code ?? 1
  })
}

if (Number(process.version.slice(1).split('.')[0]) >= 24) {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(join(root, 'node_modules', '.cache', 'wuhu'))
  await import(pathToFileURL(main).href)
} else {
  const node24 = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(node24)) runWith(node24)
  else {
    process.stderr.write(
      `需要 Node 24：请先在 ${root} 运行 npm start · Node 24 is needed: run npm start in ${root} first\n`
    )
    process.exitCode = 3
  }
}
