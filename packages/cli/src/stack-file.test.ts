import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { emptyFolder } from './stack.fixture.ts'
import { findData, readServices, serviceNames } from './stack-file.ts'

const services = Object.fromEntries(serviceNames.map((name, index) => [name, `http://127.0.0.1:${7101 + index}`]))

t.test('the nearest running stack upwards, then that of the repository, then keys', async (t) => {
  const root = await emptyFolder(t)
  const cwd = join(root, 'a', 'b')
  const repository = join(root, 'repository')
  const find = () => findData({ given: undefined, cwd, repository })
  for (const folder of [join(cwd, '.data', 'keys'), join(root, '.data'), join(repository, '.data')]) {
    await mkdir(folder, { recursive: true })
  }
  t.equal(find(), join(cwd, '.data'), 'keys are enough to mint a token')
  await writeFile(join(repository, '.data', 'stack.json'), '{}')
  t.equal(find(), join(repository, '.data'))
  await writeFile(join(root, '.data', 'stack.json'), '{}')
  t.equal(find(), join(root, '.data'))
})

t.test('a folder that is given is the one, or it is said that it is not there', async (t) => {
  const root = await emptyFolder(t)
  await mkdir(join(root, 'mine'))
  t.equal(findData({ given: 'mine', cwd: root, repository: root }), join(root, 'mine'))
  t.throws(() => findData({ given: 'nope', cwd: root, repository: root }), { exitCode: 3, message: /nope/ })
  t.throws(() => findData({ given: undefined, cwd: root, repository: root }), { exitCode: 3, message: /npm start/ })
})

t.test('URLs come from stack.json; none, half of one, or another file is one sentence', async (t) => {
  const root = await emptyFolder(t)
  const file = join(root, 'stack.json')
  t.throws(() => readServices(root), { exitCode: 3, message: /no stack runs on/ })
  for (const text of ['{"serv', '{}', 'null', JSON.stringify({ services: { ...services, audit: 7104 } })]) {
    await writeFile(file, text)
    t.throws(() => readServices(root), { exitCode: 3, message: /is damaged/ }, text)
  }
  await writeFile(file, JSON.stringify({ services }))
  t.same(readServices(root), services)
})
