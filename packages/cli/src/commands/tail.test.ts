import { Type } from '@sinclair/typebox'
import { type App, authenticate, callerOf } from '@wuhu/host'
import t from 'tap'
import { startStack } from '../stack.fixture.ts'

const event = (sequence: number) => ({
  ...{ type: 'clue.accepted.v1', time: '2026-06-01T09:00:00.000+08:00', casenumber: `150824-2026-00000${sequence}` }
})
const frame = (sequence: number) =>
  `id: ${sequence}\nevent: mail\ndata: ${JSON.stringify({ sequence, event: event(sequence) })}\n\n`
const any = { querystring: Type.Object({}, { additionalProperties: true }) }

/** Each connection is given what the next script says: text to send, then the connection is cut, ended or kept. */
type Script = { readonly send: string; readonly then: 'cut' | 'end' | 'keep' } | { readonly status: number }

interface Connection {
  readonly agency: string
  readonly jti: string
  readonly lastEventId: unknown
}

function streamDoor(scripts: readonly Script[], connections: Connection[]) {
  return (app: App) =>
    app.get('/v1/mailbox/stream', { schema: any, onRequest: authenticate('mailbox.read') }, async (request, reply) => {
      const { agency, jti } = callerOf(request)
      const script = scripts[connections.length]
      connections.push({ agency, jti, lastEventId: request.headers['last-event-id'] })
      if (!script) throw new Error('one connection more than the test expects')
      if ('status' in script) return reply.code(script.status).send('{}')
      reply.hijack()
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
      reply.raw.write(script.send, () => {
        if (script.then === 'cut') reply.raw.destroy()
        else if (script.then === 'end') reply.raw.end()
      })
      return reply
    })
}

t.test('one line an event: sequence, time, case, Chinese title, type', async (t) => {
  const stack = await startStack(t, streamDoor([{ send: `retry: 1000\n\n${frame(1)}${frame(2)}`, then: 'keep' }], []))
  const done = await stack.run('tail', '--agency', 'psb', '--limit', '2')
  t.match(done, { code: 0, stderr: '' })
  const lines = done.stdout.trimEnd().split('\n')
  t.equal(lines.length, 2)
  t.match(
    lines[0],
    /^ +1 {2}2026-06-01T09:00:00.000\+08:00 {2}150824-2026-000001 +\p{Script=Han}+ +clue\.accepted\.v1$/u
  )
})

t.test('a cut connection is resumed behind the last event, with a new token; nothing comes twice', async (t) => {
  const connections: Connection[] = []
  const scripts: Script[] = [
    { send: frame(4) + frame(5), then: 'cut' },
    { status: 503 },
    { send: `event: heartbeat\ndata: {}\n\nevent: end\ndata: {"reason":"token-expired"}\n\n`, then: 'end' },
    { send: frame(5) + frame(6), then: 'keep' }
  ]
  const stack = await startStack(t, streamDoor(scripts, connections))
  const done = await stack.run('tail', '--agency', 'psb', '--after', '3', '--limit', '3', '--json')
  t.equal(done.code, 0)
  const mails = done.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.same(
    mails,
    [4, 5, 6].map((sequence) => ({ sequence, event: event(sequence) }))
  )
  t.same(
    connections.map(({ lastEventId }) => lastEventId),
    ['3', '5', '5', '5']
  )
  t.equal(new Set(connections.map(({ jti }) => jti)).size, 4)
  t.equal(connections[0]?.agency, 'psb')
  t.equal(done.stderr.split('\n').filter((line) => line.includes('reconnecting')).length, 2)
})

t.test('a key that is refused later ends it; so does a service that was never there', async (t) => {
  const scripts: Script[] = [{ send: frame(1), then: 'end' }, { status: 401 }]
  const stack = await startStack(t, streamDoor(scripts, []))
  t.match(await stack.run('tail', '--agency', 'psb'), { code: 5, stdout: /clue\.accepted/, stderr: /401/ })
  const away = await startStack(t, () => {}, ['notifications'])
  t.match(await away.run('tail', '--agency', 'psb'), { code: 3, stderr: /notifications at .* does not answer/ })
  t.match(await away.run('tail', '--agency', 'court'), { code: 5, stderr: /court\.agency-system\.nk/ })
})

t.test('--once reads all pages and ends', async (t) => {
  const asked: unknown[] = []
  const stack = await startStack(t, (app) =>
    app.get('/v1/mailbox', { schema: any, onRequest: authenticate('mailbox.read') }, async (request) => {
      const { after } = request.query as { after: string }
      asked.push(after)
      const sequence = Number(after) + 1
      return { items: sequence > 3 ? [] : [{ sequence, event: event(sequence) }], last: sequence }
    })
  )
  const done = await stack.run('tail', '--agency', 'amr', '--once', '--json')
  t.equal(done.code, 0)
  t.same(
    done.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).sequence),
    [1, 2, 3]
  )
  t.same(asked, ['0', '1', '2', '3'])
})
