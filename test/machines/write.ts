import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { folder, pages } from './pages.ts'

// npm run machines: writes docs/machines anew, and removes pages of machines that are no more.

const all = pages()
await mkdir(folder, { recursive: true })
for (const name of await readdir(folder)) if (!all.has(join(folder, name))) await rm(join(folder, name))
for (const [path, text] of all) {
  await writeFile(path, text)
  console.log(path)
}
