import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Type } from '@sinclair/typebox'
import { createVerifier } from '@wuhu/access'
import { type App, authenticate } from '@wuhu/host'
import t from 'tap'
import { type SampleStack, startStack } from './stack.fixture.ts'

const bin = join(import.meta.dirname, '..', 'bin', 'wuhu.mjs')
const any = { querystring: Type.Object({}, { additionalProperties: true }) }
// Makes this Node say that it is an older one: what the script sees when npx starts it with the machine's own.
const asNode20 = `--import=data:text/javascript,Object.defineProperty(process,'version',{value:'v20.0.0'})`

/** The real script in a process of its own. */
function start(stack: SampleStack, args: readonly string[], nodeArgs: readonly string[] = []) {
  const child = spawn(process.execPath, [...nodeArgs, bin, ...args], {
    env: { WUHU_DATA: stack.data },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  return { child, ended, stderr: text(child.stderr) }
}

for (const [name, nodeArgs] of [
  ['Node 24', []],
  ['an older Node', [asNode20]]
] as const) {
  t.test(`started by ${name}: a token that our services accept, exit codes, signals`, async (t) => {
    const endless = (app: App) =>
      app.get(
        '/v1/mailbox/stream',
        { schema: any, onRequest: authenticate('mailbox.read') },
        async (_request, reply) => {
          reply.hijack()
          reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
          reply.raw.write('id: 1\nevent: mail\ndata: {"sequence":1,"event":{"type":"x.y.v1","time":"now"}}\n\n')
          return reply
        }
      )
    const stack = await startStack(t, endless)

    const token = start(stack, ['token', '--agency', 'psb', '--json'], nodeArgs)
    const printed = JSON.parse(await text(token.child.stdout))
    t.same(await token.ended, [0, null])
    t.equal(await token.stderr, '', 'no warnings')
    t.match(printed, { agency: 'psb', role: 'agency-system', expiresAt: /\+08:00$/ })
    const answer = await fetch(`${stack.url}/v1/mailbox/stream`, {
      headers: { authorization: `Bearer ${printed.token}` }
    })
    t.equal(answer.status, 200)
    await answer.body?.cancel()
    const verify = createVerifier({ audience: 'wuhu', lookupKey: async () => undefined })
    await t.rejects(verify(printed.token), { code: 'token.unknown-key' }, 'and nobody else does')

    t.same(await start(stack, ['token', '--agency', 'court'], nodeArgs).ended, [5, null])

    const tail = start(stack, ['tail', '--agency', 'psb', '--json'], nodeArgs)
    await once(tail.child.stdout, 'data')
    tail.child.kill('SIGTERM')
    t.same(await tail.ended, [null, 'SIGTERM'])
  })
}

t.test('a reader that leaves ends the replay quietly', async (t) => {
  const line = `{"index":1,"event":"${'x'.repeat(1000)}"}\n`
  const stack = await startStack(t, (app) =>
    app.get('/v1/replay', { schema: any, onRequest: authenticate('replay.run') }, async (_request, reply) => {
      reply.hijack()
      reply.raw.writeHead(200)
      const more = () => {
        while (!reply.raw.destroyed && reply.raw.write(line));
      }
      reply.raw.on('drain', more)
      more()
      return reply
    })
  )
  const replay = start(stack, ['replay'])
  await once(replay.child.stdout, 'data')
  replay.child.stdout.destroy()
  t.same(await replay.ended, [141, null])
  t.equal(await replay.stderr, '')
})
