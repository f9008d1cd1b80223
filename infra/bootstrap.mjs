// What `npm start`, `npm test` and the others run. Plain JavaScript for any Node from 20 on: it installs Node 24 and the
// dependencies with pnpm 12 when they are missing or stale, and hands over to Node 24 with the same arguments.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.five-mutuals-installed')

const commands = {
  start: (args) => ['infra/stack.ts', ...args],
  test: (args) => ['infra/with-servers.ts', 'node', 'infra/run-tests.ts', ...args],
  demo: (args) => ['test/demo/demo.ts', ...args],
  faults: (args) => ['infra/with-servers.ts', '--long-faults', 'node', 'infra/run-tests.ts', 'test/faults', ...args],
  bench: (args) => ['infra/with-servers.ts', '--durable', 'node', 'test/bench/bench.ts', ...args],
  check: (args) => ['infra/check.ts', ...args],
  machines: (args) => ['test/machines/write.ts', ...args],
  wuhu: (args) => ['packages/cli/src/main.ts', ...args]
}

function stop(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
  process.exit(1)
}

/** Everything that decides what must be installed. */
function wanted() {
  const files = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml']
  for (const folder of ['packages', 'services']) {
    if (!existsSync(join(root, folder))) continue
    for (const name of readdirSync(join(root, folder))) files.push(`${folder}/${name}/package.json`)
  }
  files.push('infra/package.json', 'test/package.json', 'test/support/package.json')
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of files.sort()) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    // Ctrl-C reaches the child through the terminal: it decides when it has finished, we wait. Others send to us alone.
    const wait = () => {}
    const forward = () => child.kill('SIGTERM')
    process.on('SIGINT', wait)
    process.on('SIGTERM', forward)
    process.on('SIGHUP', forward)
    child.once('error', (error) => resolve({ code: 127, error }))
    child.once('exit', (code, signal) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', forward)
      process.off('SIGHUP', forward)
      resolve({ code: code ?? 128 + constants.signals[signal] })
    })
  })
}

async function install() {
  const fingerprint = wanted()
  if (existsSync(stamp) && existsSync(node()) && readFileSync(stamp, 'utf8') === fingerprint) return
  const first = !existsSync(stamp)
  process.stderr.write(
    first
      ? '首次运行：正在获取 Node 24 与依赖… · First run: fetching Node 24 and the dependencies…\n'
      : '依赖有变化，正在更新… · Dependencies changed, updating…\n'
  )
  const began = Date.now()
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const { code, error } = await run(npx, ['-y', 'pnpm@12', 'install', '--prefer-offline', '--reporter=append-only'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32'
  })
  if (error) stop('找不到 npx：请安装 npm。', 'npx was not found: install npm.')
  if (code === 130 || code === 143) process.exit(code)
  if (code !== 0) {
    stop(
      '依赖安装失败（原因见上）：请检查能否访问 npm 源（npm config get registry）与磁盘空间，然后重试。',
      'The dependencies could not be installed (see above): check that the npm registry answers (npm config get registry) and that the disk has room, then try again.'
    )
  }
  writeFileSync(stamp, wanted())
  process.stderr.write(`依赖就绪 · Dependencies ready: ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
}

/** Node 24: the one that was installed, else this one when it is new enough (systems without a packaged Node). */
function node() {
  const installed = join(bin, process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(installed)) return installed
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 16) ? process.execPath : ''
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command)
  stop(
    `用法：npm start | npm test | npm run ${Object.keys(commands).slice(2).join(' | ')}`,
    `unknown command "${name}"`
  )
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(
    `需要 Node 20 或更新，当前为 ${process.versions.node}。`,
    `Node 20 or newer is needed; this is ${process.versions.node}.`
  )
}
await install()
const node24 = node()
if (!node24) {
  stop(
    '本系统没有可自动获取的 Node 24，请自行安装 Node 24.16 或更新。',
    'Node 24 cannot be fetched for this system: install Node 24.16 or newer.'
  )
}
const result = await run(node24, command(args), {
  env: {
    // Kept compiled code: a service starts in three quarters of the time.
    NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`
  }
})
process.exitCode = result.code
