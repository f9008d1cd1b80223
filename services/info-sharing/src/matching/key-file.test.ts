import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { type MatchKey, openKeyFile, parseKeyFile } from './key-file.ts'
import { newMatchKey } from './matching.fixture.ts'

const createdAt = '2026-06-01T09:00:00.000+08:00'
const entry = ({ keyId, publicKey, secret, until }: MatchKey) => ({
  keyId,
  publicKey,
  secret: Buffer.from(secret).toString('base64url'),
  createdAt,
  ...(until !== undefined && { until })
})
const fileOf = (...keys: MatchKey[]) => JSON.stringify({ suite: 'P256-SHA256', keys: keys.map(entry) })
const now = '2026-06-10T09:00:00.000+08:00'

t.test('keys of a file, the current one last', async (t) => {
  const [current, old] = [await newMatchKey(), await newMatchKey('2026-07-01T00:00:00+08:00')]
  t.strictSame(parseKeyFile(fileOf(current, old)), [old, current])
})

t.test('a file that is not to be used, said without its secrets', async (t) => {
  const [key, other] = [await newMatchKey(), await newMatchKey()]
  for (const [name, text] of Object.entries({
    empty: '',
    'no keys': JSON.stringify({ suite: 'P256-SHA256', keys: [] }),
    'two current': fileOf(key, other),
    'none current': fileOf({ ...key, until: now }),
    'mixed up': fileOf({ ...key, secret: other.secret }),
    'public key of another': fileOf({ ...key, publicKey: other.publicKey }),
    'id of another': fileOf({ ...key, keyId: other.keyId }),
    'no scalar': fileOf({ ...key, secret: new Uint8Array(32).fill(255) }),
    'another suite': fileOf(key).replace('P256-SHA256', 'P384-SHA384')
  })) {
    try {
      parseKeyFile(text)
      t.fail(name)
    } catch (error) {
      t.type(error, TypeError, name)
      t.notOk(String(error).includes(Buffer.from(key.secret).toString('base64url')), name)
    }
  }
})

t.test('a file that changes while the service runs', async (t) => {
  const path = join(t.testdir({}), 'match-keys.json')
  const first = await newMatchKey()
  const warnings: string[] = []
  const open = () => openKeyFile(path, (_fields, text) => void warnings.push(text))
  await t.rejects(open(), 'no file')
  await writeFile(path, fileOf(first), { mode: 0o644 })
  await chmod(path, 0o644)
  await t.rejects(open(), /chmod 600/)
  await chmod(path, 0o600)
  const ring = await open()
  const ids = async (at = now) => (await ring.live(at)).map(({ keyId }) => keyId)
  t.strictSame(await ids(), [first.keyId])

  const second = await newMatchKey()
  await writeFile(path, fileOf({ ...first, until: '2026-06-20T00:00:00+08:00' }, second))
  t.strictSame(await ids(), [first.keyId, second.keyId])
  t.strictSame(await ids('2026-06-20T00:00:00+08:00'), [second.keyId], 'a key ends')

  await writeFile(path, '{ half a fi')
  t.strictSame(await ids(), [first.keyId, second.keyId], 'half a file changes nothing')
  t.strictSame(await ids(), [first.keyId, second.keyId])
  t.equal(warnings.length, 1, 'and is said once')
  await writeFile(path, fileOf(second))
  t.strictSame(await ids(), [second.keyId])
})
