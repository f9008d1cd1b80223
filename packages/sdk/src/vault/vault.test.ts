import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { formats } from '@wuhu/contracts'
import t from 'tap'
import { createSealingIdentity } from '../sealing/sealing.ts'
import { createVault, openVault } from './vault.ts'

const keeper = await createSealingIdentity()
const other = await createSealingIdentity()
const reporter = { name: '乌日娜', phone: '13947800000', note: '车间主任' }
const handler = { person: 'p-017', role: 'handler' }
const head = { person: 'p-001', role: 'agency-head' }
const identities = [keeper.identity]
const reason = '核实奖励发放'

async function newVault(options: { lookupRoles?: readonly string[] } = {}) {
  const folder = join(await mkdtemp(join(tmpdir(), 'vault-')), 'reporters')
  t.teardown(() => rm(join(folder, '..'), { recursive: true, force: true }))
  const vault = await createVault({ folder, agency: 'amr', recipients: [keeper.recipient], ...options })
  const journal = join(folder, 'journal.ndjson')
  const acts = async () => (await vault.verify()).entries.map(({ act, code }) => code ?? act)
  return { folder, journal, vault, acts }
}

t.test('who reported is sealed; the bus gets a token that says nothing', async (t) => {
  const { folder, vault } = await newVault()
  const { token } = await vault.register(reporter, handler)
  const again = await vault.register(reporter, handler)
  t.ok(formats['opaque-token']?.(token), 'fits the field reporterToken of a clue')
  t.ok(Buffer.from(token.slice(3), 'base64url').length * 8 >= 128)
  t.not(again.token, token)
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
  t.equal(files.length, 4)
  for (const { parentPath, name } of files) {
    const bytes = await readFile(join(parentPath, name), 'latin1')
    for (const value of Object.values(reporter)) {
      t.notOk(bytes.includes(Buffer.from(value).toString('latin1')), `${name} does not hold ${value.length} characters`)
    }
  }
})

t.test('permitted roles look it up with a reason, and the journal says so first', async (t) => {
  const { vault, acts, folder } = await newVault()
  const { token } = await vault.register(reporter, handler)
  for (const by of [head, { person: 'p-002', role: 'agency-leader' }, handler]) {
    const found = await vault.lookup(token, { ...by, reason, identities })
    t.match(found, { reporter, registeredBy: handler })
    const { entries } = await vault.verify()
    t.match(entries.at(-1), { act: 'looked-up', token, ...by, reason, hash: found.journal.hash })
  }
  t.same(await acts(), ['created', 'registered', 'looked-up', 'looked-up', 'looked-up'])
  const reopened = await openVault({ folder })
  t.match(await reopened.lookup(token, { ...head, reason, identities }), { reporter })
})

t.test('others are refused, on record, and learn nothing', async (t) => {
  const { vault, acts } = await newVault()
  const { token } = await vault.register(reporter, handler)
  const missing = `rp_${'A'.repeat(32)}`
  for (const [what, which, by, code] of [
    ['a reason too short', token, { ...head, reason: ' 查  ' }, 'vault.reason'],
    ['a liaison', token, { person: 'p-3', role: 'liaison', reason }, 'vault.refused'],
    ['a liaison, of no record', missing, { person: 'p-3', role: 'liaison', reason }, 'vault.refused'],
    ['a handler who did not register it', token, { person: 'p-018', role: 'handler', reason }, 'vault.refused'],
    ['a handler, of no record', missing, { person: 'p-018', role: 'handler', reason }, 'vault.refused'],
    ['the system administrator', token, { person: 'p-9', role: 'system-admin', reason }, 'vault.refused'],
    ['no record', missing, { ...head, reason }, 'vault.unknown'],
    ['a path', '../vault.json', { ...head, reason }, 'vault.unknown']
  ] as const) {
    await t.rejects(vault.lookup(which, { ...by, identities }), { code }, what)
    t.equal((await acts()).at(-1), code, what)
  }
  await t.rejects(vault.lookup(token, { ...head, person: 'p\n1', reason, identities }), { code: 'vault.invalid' })
})

t.test('which roles may is a setting', async (t) => {
  const { vault } = await newVault({ lookupRoles: ['office-head'] })
  const { token } = await vault.register(reporter, handler)
  t.match(await vault.lookup(token, { person: 'p-5', role: 'office-head', reason, identities }), { reporter })
  await t.rejects(vault.lookup(token, { ...head, reason, identities }), { code: 'vault.refused' })
})

t.test('errors carry no identity and no cause, and the wrong key is on record', async (t) => {
  const { vault, acts } = await newVault()
  const { token } = await vault.register(reporter, handler)
  const error = await vault.lookup(token, { ...head, reason, identities: [other.identity] }).catch((e: unknown) => e)
  t.match(error, { code: 'vault.wrong-key' })
  t.equal((error as Error).cause, undefined)
  for (const secret of [...Object.values(reporter), keeper.identity, other.identity]) {
    t.notOk(inspect(error, { depth: 9, showHidden: true }).includes(secret))
  }
  t.same((await acts()).slice(-2), ['looked-up', 'vault.wrong-key'])
})

t.test('tampering shows', async (t) => {
  for (const [what, tamper] of [
    [
      'a changed entry',
      async ({ journal }) =>
        writeFile(journal, (await lines(journal)).map((line) => line.replace(reason, '另有理由')).join('\n'))
    ],
    [
      'an entry taken out',
      async ({ journal }) => writeFile(journal, (await lines(journal)).filter((_, n) => n !== 2).join('\n'))
    ],
    [
      'entries in another order',
      async ({ journal }) =>
        writeFile(
          journal,
          (await lines(journal)).toSpliced(1, 2, ...(await lines(journal)).slice(1, 3).reverse()).join('\n')
        )
    ],
    ['an entry put in', async ({ journal }) => appendFile(journal, '{"n":5,"act":"looked-up"}\n')],
    ['a torn entry', async ({ journal }) => truncate(journal, (await readFile(journal)).length - 5)],
    ['the journal gone', async ({ journal }) => rm(journal)],
    [
      'another keeper in the settings',
      async ({ folder }) => {
        const file = join(folder, 'vault.json')
        await writeFile(file, (await readFile(file, 'utf8')).replace(keeper.recipient, other.recipient))
      }
    ],
    ['a record changed', async ({ folder, token }) => appendFile(join(folder, 'records', `${token}.age`), 'x')],
    ['a record gone', async ({ folder, token }) => rm(join(folder, 'records', `${token}.age`))]
  ] as [string, (vault: { folder: string; journal: string; token: string }) => Promise<unknown>][]) {
    const { folder, journal, vault } = await newVault()
    const { token } = await vault.register(reporter, handler)
    await vault.lookup(token, { ...head, reason, identities })
    await vault.lookup(token, { ...handler, reason, identities })
    await vault.verify()
    await tamper({ folder, journal, token })
    await t.rejects(vault.verify(), { code: 'vault.tampered' }, what)
    await t.rejects(vault.lookup(token, { ...head, reason, identities }), { code: 'vault.tampered' }, what)
  }
})

t.test('a journal that was cut short or written anew does not hold a head that was kept', async (t) => {
  const { folder, journal, vault } = await newVault()
  const { token } = await vault.register(reporter, handler)
  const kept = (await vault.lookup(token, { ...head, reason, identities })).journal
  await vault.verify(kept)
  await writeFile(journal, `${(await lines(journal)).slice(0, 2).join('\n')}\n`)
  await (await openVault({ folder })).verify()
  await t.rejects(vault.verify(kept), { code: 'vault.tampered' })
})

t.test('officers may work at once', async (t) => {
  const { vault, folder } = await newVault()
  const second = await openVault({ folder })
  await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 ? vault : second).register(reporter, handler)))
  t.equal((await vault.verify()).entries.length, 13)
})

t.test('a lock whose process has ended is broken', async (t) => {
  const { vault, folder } = await newVault()
  await writeFile(join(folder, 'journal.lock'), '4194304')
  await vault.register(reporter, handler)
  t.equal((await vault.verify()).entries.length, 2)
})

t.test('one vault a folder, and none where there is none', async (t) => {
  const { folder } = await newVault()
  const recipients = [keeper.recipient]
  await t.rejects(createVault({ folder, agency: 'amr', recipients }), { code: 'vault.exists' })
  await t.rejects(openVault({ folder: join(folder, 'none') }), { code: 'vault.missing' })
  await t.rejects(createVault({ folder: `${folder}2`, agency: 'amr', recipients: ['age1x'] }), {
    code: 'sealing.bad-key'
  })
})

const lines = async (path: string) => (await readFile(path, 'utf8')).split('\n')
