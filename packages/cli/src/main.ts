import { resolve } from 'node:path'
import { readerLeft } from './exit-codes.ts'
import { runProgram } from './program.ts'

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? readerLeft : 1))
}

process.exitCode = await runProgram(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  repository: resolve(import.meta.dirname, '..', '..', '..'),
  data: process.env.WUHU_DATA || undefined
})
