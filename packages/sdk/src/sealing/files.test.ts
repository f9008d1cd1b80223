import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import t from 'tap'
import { addRecipient, createSealingIdentity, openFile, readIdentities, recipientOf, sealFile } from './sealing.ts'

const folder = await mkdtemp(join(tmpdir(), 'sealing-'))
t.teardown(() => rm(folder, { recursive: true, force: true }))
let count = 0
const fresh = () => join(folder, `file-${++count}`)
const [psb, court, tax] = [
  await createSealingIdentity(),
  await createSealingIdentity(),
  await createSealingIdentity()
] as const

async function sealed(content: Buffer, ...recipients: string[]) {
  const [source, target] = [fresh(), fresh()]
  await writeFile(source, content)
  return { target, ...(await sealFile({ source, target, recipients })) }
}

t.test('a sealed file opens for each recipient, and is told exactly', async (t) => {
  for (const size of [0, 1, 65_536, 65_537, 1_000_000]) {
    const content = randomBytes(size)
    const { target, ...told } = await sealed(content, psb.recipient, court.recipient)
    const bytes = await readFile(target)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    t.same(told, { size: bytes.length, sha256, plainSize: size })
    for (const { identity } of [psb, court]) {
      const out = fresh()
      t.same(await openFile({ source: target, target: out, identities: [identity], sha256 }), told)
      t.ok((await readFile(out)).equals(content))
    }
  }
})

t.test('it is the age format: the library alone reads and writes the same', async (t) => {
  const { target } = await sealed(Buffer.from('甲'), psb.recipient)
  const decrypter = new Decrypter()
  decrypter.addIdentity(psb.identity)
  t.equal(await decrypter.decrypt(await readFile(target), 'text'), '甲')
  const encrypter = new Encrypter()
  encrypter.addRecipient(psb.recipient)
  const [source, out] = [fresh(), fresh()]
  await writeFile(source, await encrypter.encrypt('乙'))
  await openFile({ source, target: out, identities: [psb.identity] })
  t.equal(await readFile(out, 'utf8'), '乙')
})

t.test('what cannot be opened whole leaves nothing behind', async (t) => {
  const { target, sha256 } = await sealed(randomBytes(300_000), psb.recipient)
  const bytes = await readFile(target)
  const flipped = Buffer.from(bytes)
  flipped[250_000] = (flipped[250_000] ?? 0) ^ 1
  const header = Buffer.from(bytes)
  header[100] = (header[100] ?? 0) ^ 1
  for (const [what, content, identity, code] of [
    ['another key', bytes, court, 'sealing.wrong-key'],
    ['cut off between pieces', bytes.subarray(0, 184 + 16 + 65_552 * 2), psb, 'sealing.damaged'],
    ['cut off in a piece', bytes.subarray(0, 200_000), psb, 'sealing.damaged'],
    ['cut off in the header', bytes.subarray(0, 60), psb, 'sealing.damaged'],
    ['a flipped bit', flipped, psb, 'sealing.damaged'],
    ['no age file', Buffer.from('PK\u0003\u0004 something else\n'), psb, 'sealing.not-sealed'],
    ['an empty file', Buffer.alloc(0), psb, 'sealing.not-sealed']
  ] as const) {
    const [source, out] = [fresh(), fresh()]
    await writeFile(source, content)
    await t.rejects(openFile({ source, target: out, identities: [identity.identity] }), { code }, what)
    t.same(await left(out), [], what)
  }
  await t.rejects(openFile({ source: target, target: fresh(), identities: ['nonsense'] }), { code: 'sealing.bad-key' })
  const out = fresh()
  const other = { source: target, target: out, identities: [psb.identity], sha256: 'a'.repeat(64) }
  await t.rejects(openFile(other), { code: 'sealing.hash-differs' })
  t.same(await left(out), [])
  await openFile({ ...other, sha256 })
})

t.test('nothing is overwritten, and no key is no recipient', async (t) => {
  const [source, target] = [fresh(), fresh()]
  await writeFile(source, 'new')
  await writeFile(target, 'old')
  await t.rejects(sealFile({ source, target, recipients: [psb.recipient] }), { code: 'sealing.exists' })
  t.equal(await readFile(target, 'utf8'), 'old')
  for (const recipients of [[], ['age1nonsense'], [psb.identity]]) {
    await t.rejects(sealFile({ source, target: fresh(), recipients }), { code: 'sealing.bad-key' })
  }
  await t.rejects(sealFile({ source: fresh(), target: fresh(), recipients: [psb.recipient] }), { code: 'ENOENT' })
  t.notOk((await readdir(folder)).some((name) => name.endsWith('.part')))
})

t.test('a source that breaks off says so itself', async (t) => {
  const torn = new Error('the line is cut')
  const { target } = await sealed(randomBytes(200_000), psb.recipient)
  const source = (async function* () {
    yield (await readFile(target)).subarray(0, 100_000)
    throw torn
  })()
  const out = fresh()
  t.equal(await openFile({ source, target: out, identities: [psb.identity] }).catch((error: unknown) => error), torn)
  t.same(await left(out), [])
})

t.test('a holder adds a recipient; nobody else can', async (t) => {
  const content = randomBytes(150_000)
  const before = await sealed(content, psb.recipient)
  const recipients = [psb.recipient, tax.recipient]
  const target = fresh()
  await t.rejects(addRecipient({ source: before.target, target, recipients, identities: [tax.identity] }), {
    code: 'sealing.wrong-key'
  })
  const source = createReadStream(before.target)
  const after = await addRecipient({ source, target, recipients, identities: [psb.identity], sha256: before.sha256 })
  t.not(after.sha256, before.sha256)
  t.equal(after.plainSize, content.length)
  const out = fresh()
  await openFile({ source: target, target: out, identities: [tax.identity] })
  t.ok((await readFile(out)).equals(content))
})

t.test('key files are read as age-keygen writes them', async (t) => {
  const text = `# created: 2026-06-01T09:00:00+08:00\n# public key: ${psb.recipient}\n${psb.identity}\n`
  t.same(readIdentities(text), [psb.identity])
  t.equal(await recipientOf(psb.identity), psb.recipient)
  for (const bad of ['', '# nothing\n', psb.recipient, `${psb.identity}x`]) {
    t.throws(() => readIdentities(bad), { code: 'sealing.bad-key' })
  }
  await t.rejects(recipientOf('AGE-SECRET-KEY-1X'), { code: 'sealing.bad-key' })
})

t.test('memory does not grow with the file', async (t) => {
  const [source, target, out] = [fresh(), fresh(), fresh()]
  const size = 96 * 1024 * 1024
  const file = await open(source, 'w')
  const piece = randomBytes(1024 * 1024)
  for (let n = 0; n < 96; n++) await file.write(piece)
  await file.close()
  await sealed(piece, psb.recipient)
  let most = 0
  const onProgress = () => {
    most = Math.max(most, process.memoryUsage().rss)
  }
  const before = process.memoryUsage().rss
  const { plainSize } = await sealFile({ source, target, recipients: [psb.recipient], onProgress })
  await openFile({ source: target, target: out, identities: [psb.identity], onProgress })
  t.equal(plainSize, size)
  t.equal((await stat(out)).size, size)
  const grown = Math.round((most - before) / 1024 / 1024)
  t.ok(grown < 64, `grew by ${grown} MiB for twice ${size / 1024 / 1024} MiB`)
})

/** What is there of a file, and of its beginning. */
const left = async (path: string) =>
  (await readdir(folder)).filter(
    (name) => name.startsWith(`${path.slice(folder.length + 1)}.`) || join(folder, name) === path
  )
