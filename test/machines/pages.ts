import { join, resolve } from 'node:path'
import { machines } from './machines.ts'
import { listOf, pageOf } from './page.ts'

/** Where the pages are. */
export const folder = resolve(import.meta.dirname, '../../docs/machines')

/** Every page as it should be: path and text. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([
    [join(folder, 'README.md'), listOf(machines)],
    ...machines.map((machine) => [join(folder, `${machine.name}.md`), pageOf(machine)] as const)
  ])
}
