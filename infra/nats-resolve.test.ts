import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { natsMissing, resolveNatsServer } from './nats-resolve.ts'
import { compareVersions } from './nats-version.ts'

async function fakeServer(folder: string, version: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'nats-server')
  await writeFile(file, `#!/bin/sh\necho "nats-server: v${version}"\n`)
  await chmod(file, 0o755)
  return file
}

t.test('versions compare by number', async (t) => {
  t.ok(compareVersions('2.9.10', '2.12.7') < 0)
  t.ok(compareVersions('2.15.1-1', '2.12.7') > 0)
  t.equal(compareVersions('2.12.7', '2.12.7-2~bpo13'), 0)
})

t.test('a server on PATH that is new enough is taken', async (t) => {
  const folder = t.testdir()
  await fakeServer(join(folder, 'old'), '2.9.10')
  const path = await fakeServer(join(folder, 'new'), '2.12.7')
  const searchPath = `${join(folder, 'old')}:${join(folder, 'new')}`
  t.strictSame(await resolveNatsServer({ searchPath, cacheDir: join(folder, 'cache') }), {
    path,
    version: '2.12.7',
    from: 'PATH'
  })
})

t.test('else the newest of the cache; what is too old or broken is passed over', async (t) => {
  const folder = t.testdir()
  await fakeServer(join(folder, 'old'), '2.11.0')
  const cacheDir = join(folder, 'cache')
  await fakeServer(join(cacheDir, 'nats-server', '2.9.9'), '2.9.9')
  const path = await fakeServer(join(cacheDir, 'nats-server', '2.14.0'), '2.14.0')
  await mkdir(join(cacheDir, 'nats-server', '2.99.0'), { recursive: true })
  t.strictSame(await resolveNatsServer({ searchPath: join(folder, 'old'), cacheDir }), {
    path,
    version: '2.14.0',
    from: 'cache'
  })
})

t.test('the message names every way to get one', async (t) => {
  for (const way of [/brew/, /apt/, /release/, /docker/, /NATS_URL/, /because/])
    t.match(natsMissing('because').message, way)
})
