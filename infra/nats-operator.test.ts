import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { natsOperator } from './nats/operator.ts'

const folder = await mkdtemp(join(tmpdir(), 'operator-'))
t.teardown(() => rm(folder, { recursive: true }))
const keys = join(folder, 'keys')
const seeds = async (file: string) => /S[OAU][A-Z2-7]{56}/.exec(await readFile(file, 'utf8'))?.[0]
const make = () => natsOperator(keys, join(folder, 'resolver'))

t.test('keys are made once and are for us alone; the configuration holds no secret', async (t) => {
  const first = await make()
  const files = (await readdir(keys, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  t.ok(files.length > 10)
  const before = new Map<string, string | undefined>()
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name)
    t.equal((await stat(file)).mode & 0o077, 0, file)
    before.set(file, await seeds(file))
  }
  t.equal((await stat(first.accountsDir)).mode & 0o077, 0)
  t.notMatch(first.config, /S[OAU][A-Z2-7]{56}/)
  const agencies = await readFile(join(first.accountsDir, 'agencies.key'), 'utf8')
  const second = await make()
  for (const [file, seed] of before) t.equal(await seeds(file), seed, `${file} keeps its key`)
  t.equal(await readFile(join(second.accountsDir, 'agencies.key'), 'utf8'), agencies)
  t.match(second.config, /^operator: eyJ.*\nsystem_account: A.*\nresolver \{ type: full/)
})
