import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

// `npm run check`: format and lint, types, import rules, unused code, secrets. All run; the exit code tells whether all
// passed.

const root = resolve(import.meta.dirname, '..')
const folders = ['packages', 'services', 'infra', 'test'].filter((folder) => existsSync(resolve(root, folder)))

interface Outcome {
  readonly code: number
  readonly output: string
}

async function run(command: string, args: readonly string[]): Promise<Outcome> {
  return await new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** With a compiler that it does not know, dependency-cruiser reads nothing and reports success. */
async function imports(): Promise<Outcome> {
  const outcome = await run('depcruise', ['--output-type', 'err', ...folders])
  const modules = Number(/(\d+) modules/.exec(outcome.output)?.[1] ?? 0)
  if (outcome.code === 0 && modules < 10)
    return { code: 1, output: `only ${modules} modules were read\n${outcome.output}` }
  return outcome
}

const checks: ReadonlyArray<readonly [string, () => Promise<Outcome>]> = [
  ['lint', () => run('biome', ['check', '--error-on-warnings', '.'])],
  ['types', () => run('tsc', ['--noEmit'])],
  ['imports', imports],
  ['unused', () => run('knip', [])],
  ['secrets', () => run(process.execPath, [resolve(import.meta.dirname, 'secret-scan.ts')])]
]

let failed = 0
for (const [name, check] of checks) {
  const began = performance.now()
  const { code, output } = await check()
  console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (code === 0) continue
  failed++
  console.log(output.trimEnd())
}
process.exitCode = failed === 0 ? 0 : 1
