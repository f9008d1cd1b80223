import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import t from 'tap'

const index = new URL('./index.ts', import.meta.url).href

/** A process whose `main` has this body; `ready` is when it wrote its first line. */
function start(body: string) {
  const code = `const { run, fail, createLogger } = await import('${index}'); await run(async (life) => { ${body} })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return {
    ready: once(child.stdout, 'data'),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    async end() {
      const [out, err, [code]] = await output
      return { out, err, code }
    }
  }
}

const open = `
  life.onClose('pool', () => console.log('pool closed'))
  life.onClose('app', async () => { await new Promise(setImmediate); console.log('app closed') })
  setInterval(() => {}, 1000)
`

t.test('a signal closes in reverse order', async (t) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const child = start(`${open}; console.log('up')`)
    await child.ready
    child.kill(signal)
    t.same(await child.end(), { out: 'up\napp closed\npool closed\n', err: '', code: 0 }, signal)
  }
})

t.test('a start that cannot succeed is one sentence', async (t) => {
  t.same(await start(`${open}; fail('端口被占用 port 7101 is in use')`).end(), {
    out: 'app closed\npool closed\n',
    err: '端口被占用 port 7101 is in use\n',
    code: 1
  })
})

t.test('a bug ends the process, closed and logged', async (t) => {
  for (const bug of [
    `setImmediate(() => { throw new Error('boom') })`,
    `Promise.reject(new Error('boom'))`,
    `throw new Error('boom')`
  ]) {
    const { out, code } = await start(`life.log(createLogger({ service: 'x' })); ${open}; ${bug}`).end()
    t.equal(code, 1)
    t.match(out, /"level":"fatal".*boom/)
    t.match(out, /app closed\n.*pool closed\n/s)
  }
})

t.test('one thing that does not close does not keep the others open', async (t) => {
  const { out, err, code } = await start(
    `${open}; life.onClose('bad', () => { throw new Error('stuck') }); fail('no')`
  ).end()
  t.equal(code, 1)
  t.match(err, /stuck/)
  t.match(out, /app closed\npool closed/)
})
