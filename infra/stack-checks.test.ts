import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { checkDisk, checkPorts, emptyData } from './stack-checks.ts'
import { parseStackOptions } from './stack-options.ts'

t.test('a full disk is said before anything is written', async (t) => {
  const folder = t.testdir()
  await checkDisk(folder, 1)
  await t.rejects(checkDisk(folder, 2 ** 60), { message: /not enough disk: .* MB left/ })
})

t.test('a port in use is named, with the setting that changes it', async (t) => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const options = parseStackOptions(['--port-base', '30000', '--port-nats', String(port)], {})
  if (!options) throw new Error('no options')
  await t.rejects(checkPorts(options), { message: new RegExp(`port ${port} \\(nats\\) is in use.*--port-nats`) })
  await checkPorts({ ...options, natsUrl: 'nats://elsewhere' })
})

t.test('only our own data is emptied', async (t) => {
  const folder = t.testdir()
  for (const name of ['keys', 'logs', 'postgres']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'lock'), '')
  await emptyData(folder)
  t.strictSame(await readdir(folder), ['lock'])
  await writeFile(join(folder, 'thesis.doc'), '')
  await mkdir(join(folder, 'keys'))
  await t.rejects(emptyData(folder), { message: /holds "thesis.doc"/ })
  t.strictSame((await readdir(folder)).sort(), ['keys', 'lock', 'thesis.doc'])
})
