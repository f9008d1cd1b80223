import { execFile } from 'node:child_process'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { isPortFree } from './free-port.ts'

const run = promisify(execFile)

t.test('gives the command its servers, passes its exit code on, and leaves nothing', async (t) => {
  // A child that the command leaves behind in the folder must be ended too.
  const script = `
    const { spawn } = require('node:child_process')
    const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', process.env.TEST_FOLDER + '/x'], {
      detached: true,
      stdio: 'ignore'
    })
    left.unref()
    console.log(JSON.stringify({ db: process.env.TEST_DATABASE_URL, nats: process.env.TEST_NATS_URL, folder: process.env.TEST_FOLDER, left: left.pid }))
    process.exit(7)`
  const program = [join(import.meta.dirname, 'with-servers.ts'), process.execPath, '-e', script]
  const outcome = await run(process.execPath, program).catch((error: { code: number; stdout: string }) => error)
  t.match(outcome, { code: 7 })
  const told = JSON.parse(outcome.stdout) as { db: string; nats: string; folder: string; left: number }
  t.equal(await isPortFree(Number(new URL(told.db).port)), true)
  t.equal(await isPortFree(Number(new URL(told.nats).port)), true)
  await t.rejects(access(told.folder), { code: 'ENOENT' })
  // One that init has not yet reaped has no command line any more.
  t.equal(await readFile(`/proc/${told.left}/cmdline`, 'utf8').catch(() => ''), '')
})

t.test('says how it is used', async (t) => {
  await t.rejects(run(process.execPath, [join(import.meta.dirname, 'with-servers.ts')]), { stderr: /usage:/, code: 1 })
})
