import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { createFilesStore } from './files.ts'
import { killUpload } from './kill-upload.fixture.ts'
import { objectsContract } from './objects.contract.ts'
import { ObjectsUnavailable } from './objects.ts'

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'objects-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return folder
}

t.test('contract', async (t) => {
  const folder = await newFolder()
  await objectsContract(t, {
    open: (maxBytes) => createFilesStore({ folder, maxBytes }),
    leftovers: async () => (await readdir(join(folder, 'incoming'))).length
  })
})

t.test('an upload whose process is killed leaves no object, and its piece is swept', async (t) => {
  const folder = await newFolder()
  const id = randomUUID()
  await killUpload('files', folder, '-', id)
  const store = await createFilesStore({ folder, maxBytes: 1024 })
  t.equal(await store.head(id), undefined)
  t.equal((await readdir(join(folder, 'incoming'))).length, 1)
  t.equal(await store.sweep(60_000), 0, 'what was written to a moment ago may be under way')
  t.equal(await store.sweep(0), 1)
  t.same(await readdir(join(folder, 'incoming')), [])
})

t.test('objects lie two folders deep under their ids', async (t) => {
  const folder = await newFolder()
  const store = await createFilesStore({ folder, maxBytes: 1024 })
  await store.put(
    '01890a5d-ac96-774b-bcce-b302099a8057',
    (async function* () {
      yield Buffer.from('x')
    })()
  )
  t.same(await readdir(join(folder, '57', '80')), ['01890a5d-ac96-774b-bcce-b302099a8057'])
})

t.test('a folder that cannot be used is said at once', async (t) => {
  const folder = join(await newFolder(), 'file')
  await writeFile(folder, '')
  await t.rejects(createFilesStore({ folder, maxBytes: 1 }), ObjectsUnavailable)
})
