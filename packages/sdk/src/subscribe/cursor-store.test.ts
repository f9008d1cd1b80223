import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { fileCursor, memoryCursor } from './cursor-store.ts'

await t.test('a file cursor', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'cursor-'))
  const path = join(folder, 'deep', 'cursor.json')
  t.equal(await fileCursor(path).load(), undefined, 'nothing was saved yet')
  await fileCursor(path).save(7)
  const before = await stat(path)
  await fileCursor(path).save(8)
  t.not((await stat(path)).ino, before.ino, 'a new file took the place of the old one')
  t.equal(await fileCursor(path).load(), 8, 'another process reads what was saved')
  t.same(await readdir(join(folder, 'deep')), ['cursor.json'], 'nothing is left beside it')
  await writeFile(`${path}.new`, '{"sequ')
  t.equal(await fileCursor(path).load(), 8, 'a crash while writing leaves the old one')
  await writeFile(path, '{"sequence":"8"}')
  await t.rejects(fileCursor(path).load(), TypeError)
  await writeFile(path, '')
  await t.rejects(fileCursor(path).load(), SyntaxError)
})

await t.test('a cursor in memory', async (t) => {
  const cursor = memoryCursor()
  t.equal(await cursor.load(), undefined)
  await cursor.save(3)
  t.equal(await cursor.load(), 3)
  t.equal(await memoryCursor(9).load(), 9)
})
