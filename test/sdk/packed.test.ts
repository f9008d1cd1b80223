import { execFile, spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { filesFromOpenApi, type OpenApi } from '@wuhu/sdk/generation'
import t from 'tap'
import { startStack, type TestStack } from '../stack/start-stack.ts'

/** As a developer's shell runs it: tap puts hooks into every Node process below a test, which the compiler cannot bear. */
const plainly = (command: string, argv: readonly string[]) => ['-u', 'NODE_OPTIONS', command, ...argv]
const run = (command: string, argv: readonly string[], options: { cwd: string; timeout?: number }) =>
  promisify(execFile)('env', plainly(command, argv), options)
const root = fileURLToPath(new URL('../../', import.meta.url))
const sdk = join(root, 'packages', 'sdk')
const installedAt = createRequire(join(root, 'package.json'))
const typescript = join(dirname(installedAt.resolve('typescript/package.json')), 'bin', 'tsc')

/** An empty project with the packed SDK installed as its users install it: by npm, from tarballs. */
async function projectWithSdk(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sdk-'))
  const pack = (name: string) =>
    run('npx', ['-y', 'pnpm@12', 'pack', '--pack-destination', folder], { cwd: join(root, 'packages', name) })
  await Promise.all([pack('contracts'), pack('sdk')])
  const tarballs = (await readdir(folder)).filter((name) => name.endsWith('.tgz')).map((name) => `./${name}`)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'agency', private: true, type: 'module' }))
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], {
    cwd: folder,
    timeout: 120_000
  })
  return folder
}

/** The quick start of the README as it stands there, but for the addresses, which are those of this stack. */
async function quickStart(stack: TestStack): Promise<string> {
  const readme = await readFile(join(sdk, 'README.md'), 'utf8')
  const [, block] = /```js\n([\s\S]*?)```/.exec(readme) ?? []
  if (block === undefined) throw new Error('the README has no quick start')
  return block
    .replace('http://127.0.0.1:7101', stack.urls['info-sharing'])
    .replace('http://127.0.0.1:7103', stack.urls.notifications)
}

await t.test('the packed SDK in an empty project', async (t) => {
  const [stack, project] = await Promise.all([startStack(t), projectWithSdk()])
  t.teardown(() => rm(project, { recursive: true, force: true }))

  await t.test('holds no source, no test, and nothing of access but what it needs', async (t) => {
    const installed = join(project, 'node_modules', '@wuhu')
    const files = await readdir(installed, { recursive: true })
    t.same((await readdir(installed)).sort(), ['contracts', 'sdk'])
    const odd = files.filter((name) => /\.test\.|(?<!\.d)\.ts$|policy|redact|directory|generation/.test(name))
    t.same(odd, [])
    const manifest = JSON.parse(await readFile(join(installed, 'sdk', 'package.json'), 'utf8'))
    t.notOk(manifest.dependencies.kysely)
    t.same(
      (await readdir(join(project, 'node_modules'))).filter((name) => /kysely|fastify|^pg/.test(name)),
      []
    )
  })

  await t.test('the quick start of the README registers a clue and receives its copies', async (t) => {
    await mkdir(join(project, '.data'))
    await symlink(join(stack.dataDir, 'keys'), join(project, '.data', 'keys'))
    await writeFile(join(project, 'quick-start.mjs'), await quickStart(stack))
    const child = spawn('env', plainly(process.execPath, ['quick-start.mjs']), { cwd: project })
    t.teardown(() => child.kill('SIGKILL'))
    let said = ''
    const done = Promise.withResolvers<void>()
    const listen = (chunk: Buffer) => {
      said += chunk
      if (/^registered \S+ registered$/m.test(said) && /^\d+ clue\.registered\.v1 150824-\S+$/m.test(said))
        done.resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => done.reject(new Error(`ended with ${code}`)))
    const late = AbortSignal.timeout(30_000)
    late.addEventListener('abort', () => done.reject(new Error('nothing came within 30 s')))
    await done.promise.catch((error) => t.fail(`${error.message}: ${said}`))
    child.removeAllListeners('exit').kill('SIGTERM')
    const lines = (await readFile(join(sdk, 'README.md'), 'utf8')).split('```')[1]?.trim().split('\n').slice(1)
    t.ok(lines && lines.filter((line) => line !== '').length <= 10, 'it has ten lines')
  })

  await t.test('a strict consumer in TypeScript compiles, and is told of its mistakes', async (t) => {
    await copyFile(new URL('strict-consumer.ts', import.meta.url), join(project, 'consumer.ts'))
    const types = join(dirname(installedAt.resolve('@types/node/package.json')), '..')
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
    const target = ['--target', 'esnext', '--module', 'nodenext', '--typeRoots', types, '--types', 'node']
    const { stdout } = await run(process.execPath, [typescript, ...options, ...target, 'consumer.ts'], {
      cwd: project
    }).catch((error) => error)
    // The declarations of @nats-io themselves do not compile under TypeScript 7.
    const ours = String(stdout)
      .split('\n')
      .filter((line) => /^consumer\.ts|@wuhu/.test(line))
    t.same(ours, [])
  })

  await t.test('each entry point that is exported can be imported', async (t) => {
    const manifest = JSON.parse(await readFile(join(project, 'node_modules/@wuhu/sdk/package.json'), 'utf8'))
    const names = Object.keys(manifest.exports).map((name) => `@wuhu/sdk${name.slice(1)}`)
    const program = names.map((name) => `await import('${name}')`).join(';')
    await t.resolves(run(process.execPath, ['--input-type=module', '--eval', program], { cwd: project }), names.join())
  })

  await t.test('the generated types are those of the running services', async (t) => {
    const documents: Record<string, OpenApi> = {}
    for (const [name, url] of Object.entries(stack.urls)) {
      documents[name] = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi
    }
    for (const [name, text] of await filesFromOpenApi(documents)) {
      const there = await readFile(join(sdk, 'src', 'generated', name), 'utf8')
      t.ok(there === text, `${name}: run packages/sdk/src/generation/generate.ts again while the stack runs`)
    }
  })
})
