import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'

const root = resolve(import.meta.dirname, '../..')

t.test('every line of the threat model names tests that exist', async (t) => {
  const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| [^|-]/.test(line) && !line.startsWith('| threat |'))
  t.ok(rows.length > 25, `${rows.length} lines`)
  for (const row of rows) {
    const [, threat = '', , , tests = ''] = row.split('|').map((cell) => cell.trim())
    const files = tests.match(/\S+\.test\.ts/g) ?? []
    t.ok(files.length > 0, `${threat}: a test`)
    for (const file of files) {
      t.doesNotThrow(() => readFileSync(join(root, file), 'utf8'), `${threat}: ${file}`)
    }
  }
})
