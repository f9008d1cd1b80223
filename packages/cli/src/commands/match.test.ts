import { createECDH, createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Type } from '@sinclair/typebox'
import { defineCommand, mountCommands } from '@wuhu/host'
import t from 'tap'
import { emptyFolder, runHere, startStack } from '../stack.fixture.ts'

const read = async (file: string) => JSON.parse(await readFile(file, 'utf8'))

t.test('a key file, and no second one over it', async (t) => {
  const file = join(await emptyFolder(t), 'keys.json')
  const made = await runHere(['match', 'key', '--file', file, '--json'])
  t.equal(made.code, 0, made.stderr)
  const { suite, keys } = await read(file)
  t.equal(suite, 'P256-SHA256')
  t.equal((await stat(file)).mode & 0o777, 0o600)
  const [key] = keys
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(key.secret, 'base64url')
  const publicKey = Buffer.from(pair.getPublicKey('hex', 'compressed'), 'hex')
  t.equal(publicKey.toString('base64url'), key.publicKey)
  t.equal(createHash('sha256').update(publicKey).digest('hex').slice(0, 32), key.keyId)
  t.strictSame(JSON.parse(made.stdout), { file, keyId: key.keyId })
  t.notOk(made.stdout.includes(key.secret))

  const again = await runHere(['match', 'key', '--file', file])
  t.equal(again.code, 1)
  t.match(again.stderr, /已存在/)
  t.strictSame((await read(file)).keys, keys)
})

t.test('rotating', async (t) => {
  const asked: string[] = []
  const rotate = defineCommand({
    name: 'match.rotate',
    path: '/v1/matching/rotate',
    action: 'clue.work',
    title: { zh: '公布', en: 'Announce' },
    answer: Type.Any(),
    async execute({ caller }) {
      asked.push(caller.agency)
      return { body: { current: '', events: [{ id: '1', type: 'match.key-rotated.v1' }] } }
    }
  })
  const { data, run } = await startStack(t, (app) => mountCommands(app, [rotate]))
  const file = join(data, 'keys', 'match-keys.json')
  t.equal((await run('match', 'key')).code, 0)
  const [first] = (await read(file)).keys
  const rotated = await run('match', 'rotate', '--json', '--as', 'amr.agency-system')
  t.equal(rotated.code, 0, rotated.stderr)
  const answer = JSON.parse(rotated.stdout)
  const { keys } = await read(file)
  t.match(answer, { previous: first.keyId, keyId: keys[1].keyId, events: [{ type: 'match.key-rotated.v1' }] })
  t.strictSame(keys[0], { ...first, until: answer.until })
  t.notOk('until' in keys[1])
  const days = (Date.parse(answer.until) - Date.parse(keys[1].createdAt)) / 86_400_000
  t.equal(days, 30)
  t.equal((await stat(file)).mode & 0o777, 0o600)
  t.equal(asked.length, 1)

  t.equal((await run('match', 'rotate', '--grace', '0', '--as', 'amr.agency-system')).code, 0)
  const after = (await read(file)).keys
  t.strictSame(
    after.map(({ keyId }: { keyId: string }) => keyId).includes(keys[1].keyId),
    false,
    'without grace a key ends at once'
  )
  t.match((await run('match', 'announce', '--as', 'amr.agency-system')).stdout, /announced/)
  t.equal(asked.length, 3)
  t.equal((await run('match', 'rotate', '--grace', 'soon')).code, 2)
})

t.test('a rotation that cannot be announced says so', async (t) => {
  const { data, run } = await startStack(t, (app) => mountCommands(app, []), ['info-sharing'])
  t.equal((await run('match', 'key')).code, 0)
  const ran = await run('match', 'rotate', '--as', 'amr.agency-system')
  t.equal(ran.code, 3)
  t.match(ran.stderr, /wuhu match announce/)
  t.equal((await read(join(data, 'keys', 'match-keys.json'))).keys.length, 2)
})
