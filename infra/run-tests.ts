import { globSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'

// Runs test files, three at a time, each in a process of its own: node infra/run-tests.ts [file or folder ...]
// tap's own runner would load hooks for coverage and mocks, which we do not use, into every process that a test starts:
// they take longer than most tests.

const root = resolve(import.meta.dirname, '..')
/** The longest come first, so that none is left to run alone at the end. */
const all = ['test', 'services/*/src', 'packages/*/src', 'infra']
const jobs = 3
/** Seconds for one file; the longest need a fifth of it on two processors. */
const timeout = 600

/** A folder stands for the tests below it. */
function testFiles(arg: string): string[] {
  if (statSync(resolve(root, arg), { throwIfNoEntry: false })?.isFile()) return [arg]
  const files = globSync(join(arg, '**', '*.test.ts'), { cwd: root, exclude: ['**/node_modules/**'] })
  if (files.length === 0) throw new Error(`no tests below ${arg}`)
  return files.sort()
}

const args = process.argv.slice(2)
const files = (args.length > 0 ? args : all).flatMap(testFiles)
// tap gives its own NODE_OPTIONS to what it starts.
const plain = ['env', `NODE_OPTIONS=${process.env.NODE_OPTIONS ?? ''}`, process.execPath]
const [command = '', ...before] = process.platform === 'win32' ? [process.execPath] : plain

t.setTimeout(0)
t.jobs = jobs
t.plan(files.length)
for (const file of files) {
  void t.spawn(command, [...before, resolve(root, file)], {
    ...{ name: file, cwd: root, buffered: jobs > 1 && files.length > 1, timeout: timeout * 1000, stdio: 'inherit' },
    env: { ...process.env, TAP_TIMEOUT: String(timeout) }
  })
}
