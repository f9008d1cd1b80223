import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { takeLock } from './stack-lock.ts'

t.test('a second instance on the same data is refused, until the first lets go', async (t) => {
  const folder = t.testdir()
  const lock = await takeLock(folder)
  t.equal(lock.recovered, false)
  await t.rejects(takeLock(folder), { message: new RegExp(`pid ${process.pid}\\) runs on`) })
  await lock.release()
  const again = await takeLock(folder)
  t.equal(again.recovered, false)
  await again.release()
})

t.test('a lock whose holder is dead, reused or cut short is taken over', async (t) => {
  const folder = t.testdir()
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  const stale = [
    JSON.stringify({ pid: child.pid, startTicks: '1' }),
    JSON.stringify({ pid: 1, startTicks: '-1' }),
    '{"pi'
  ]
  for (const text of stale) {
    await writeFile(join(folder, 'lock'), text)
    const lock = await takeLock(folder)
    t.equal(lock.recovered, true)
    t.match(JSON.parse(await readFile(join(folder, 'lock'), 'utf8')), { pid: process.pid })
    await lock.release()
  }
})
