import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromPublic, fromSeed } from '@nats-io/nkeys'
import t from 'tap'
import { demoKey, loadSecrets } from './stack-secrets.ts'

t.test('secrets and keys are made once, kept, and readable by their owner alone', async (t) => {
  const folder = t.testdir()
  const secrets = await loadSecrets(folder)
  t.strictSame(await loadSecrets(folder), secrets)
  t.equal(new Set([secrets.postgres, ...Object.values(secrets.roles)]).size, 6)
  const key = await demoKey(folder, 'psb', 'agency-system')
  t.equal(key.created, true)
  t.strictSame(await demoKey(folder, 'psb', 'agency-system'), { ...key, created: false })
  for (const file of ['secrets.json', 'keys/psb.agency-system.nk']) {
    t.equal((await stat(join(folder, file))).mode & 0o777, 0o600, file)
  }
  const signature = fromSeed(new TextEncoder().encode(key.seed)).sign(new Uint8Array([1, 2]))
  t.ok(fromPublic(key.publicKey).verify(new Uint8Array([1, 2]), signature))
})

t.test('a folder of an earlier version gets the password that it lacks, and keeps the others', async (t) => {
  const folder = t.testdir()
  const { postgres, roles } = await loadSecrets(folder)
  const { console: _, ...earlier } = roles
  await writeFile(join(folder, 'secrets.json'), JSON.stringify({ postgres, roles: earlier }))
  const now = await loadSecrets(folder)
  t.match(now, { postgres, roles: earlier })
  t.match(now.roles.console, /^[\w-]{32}$/)
  t.strictSame(await loadSecrets(folder), now)
})
