import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { catalogue } from '@wuhu/contracts'
import t from 'tap'
import { machines, withoutMachine } from './machines.ts'
import { folder, pages } from './pages.ts'

for (const machine of machines) {
  t.test(machine.name, async (t) => {
    const { statuses, transitions, idle } = machine.explored()
    t.same([...statuses].sort(), Object.keys(machine.statuses).sort(), 'reaches its statuses and no other')
    const happened = [...new Set(transitions.map(({ event }) => event))]
    t.same(happened.sort(), [...machine.events].sort(), 'each of its events happens, and no other')
    t.same(idle, [], 'every example does something somewhere')
    t.same(machine.explored(200).transitions, transitions, 'more states show no more: the bound hides nothing')
  })
}

t.test('every event of the catalogue has its machine, or a reason why not', async (t) => {
  const decided = new Set([...machines.flatMap(({ events }) => events), ...Object.keys(withoutMachine)])
  t.same(
    catalogue.map(({ type }) => type).filter((type) => !decided.has(type)),
    []
  )
})

t.test('the pages are those of the code: npm run machines', async (t) => {
  const all = pages()
  t.same((await readdir(folder)).sort(), [...all.keys()].map((path) => basename(path)).sort())
  for (const [path, text] of all) {
    t.equal(dirname(path), folder)
    t.ok((await readFile(path, 'utf8')) === text, `${basename(path)} is up to date`)
  }
})
