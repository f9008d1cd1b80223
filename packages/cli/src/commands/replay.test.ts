import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Type } from '@sinclair/typebox'
import { type App, authenticate, callerOf } from '@wuhu/host'
import t from 'tap'
import { emptyFolder, startStack } from '../stack.fixture.ts'
import { parseTime } from './replay.ts'

const lines = Array.from(
  { length: 3000 },
  (_, index) => `{"index":${index + 1},"event":{"text":"${'线'.repeat(50)}"}}\n`
)
const body = lines.join('')
const sha256 = createHash('sha256').update(body).digest('hex')
const manifest = (change: object = {}) =>
  `${JSON.stringify({ manifest: { filters: {}, range: { upto: 3000, streams: {} }, count: 3000, sha256, ...change } })}\n`

/** A replay door whose behaviour is the type that is asked for. */
function replayDoor(asked: unknown[]) {
  return (app: App) =>
    app.get(
      '/v1/replay',
      {
        schema: { querystring: Type.Object({}, { additionalProperties: true }) },
        onRequest: authenticate('replay.run')
      },
      async (request, reply) => {
        const { agency, roles } = callerOf(request)
        const role = roles[0]
        asked.push({ agency, role, ...(request.query as object) })
        reply.type('application/x-ndjson; charset=utf-8')
        switch ((request.query as { type?: string }).type) {
          case 'torn':
            return reply.send(body)
          case 'cut': {
            reply.hijack()
            reply.raw.writeHead(200, { 'transfer-encoding': 'chunked' })
            reply.raw.write(body.slice(0, 100_000), () => reply.raw.destroy())
            return reply
          }
          case 'forged':
            return reply.send(body.replace('线', '现') + manifest())
          default:
            return reply.send(Readable.from([body, manifest()], { objectMode: false }))
        }
      }
    )
}

t.test('what comes is passed on byte by byte, as the auditor of the office and with all filters', async (t) => {
  const asked: unknown[] = []
  const stack = await startStack(t, replayDoor(asked))
  const filters =
    '--case C-1 --from 2026-06-01 --to 2026-06-02T08:00:00Z --mutual assistance --agency psb --stream AUDIT --upto 9'
  const done = await stack.run('replay', ...filters.split(' '), '--bodies', '--reason', '核查')
  t.same(done, { code: 0, stdout: body + manifest(), stderr: '' })
  t.same(asked, [
    {
      ...{ role: 'audit-admin', case: 'C-1', from: '2026-06-01T00:00:00+08:00', to: '2026-06-02T08:00:00Z' },
      ...{ mutual: 'assistance', agency: 'psb', stream: 'AUDIT', upto: '9', bodies: 'true', reason: '核查' }
    }
  ])
  t.equal((await stack.run('replay', '--as', 'psb')).code, 0)
  t.match(asked[1], { agency: 'psb', role: 'agency-system' })
})

t.test('a replay that is torn, cut or forged is said in one sentence, with exit code 1', async (t) => {
  const stack = await startStack(t, replayDoor([]))
  for (const [type, says] of [
    ['torn', /manifest is missing/],
    ['cut', /manifest is missing/],
    ['forged', /SHA-256 of the replay/]
  ] as const) {
    const done = await stack.run('replay', '--type', type)
    t.equal(done.code, 1, type)
    t.match(done.stderr, says)
    t.equal(done.stderr.trimEnd().split('\n').length, 1)
  }
})

t.test('a file appears when it is whole and checked, and not before', async (t) => {
  const stack = await startStack(t, replayDoor([]))
  const folder = await emptyFolder(t)
  const file = join(folder, 'replay.ndjson')
  t.equal((await stack.run('replay', '--type', 'forged', '--output', file)).code, 1)
  t.same(await readdir(folder), ['replay.ndjson.part'])
  t.same(await stack.run('replay', '--output', file), { code: 0, stdout: '', stderr: '' })
  t.same(await readdir(folder), ['replay.ndjson'])
  t.equal(await readFile(file, 'utf8'), body + manifest())
  const nowhere = await stack.run('replay', '--output', join(folder, 'no', 'such', 'folder'))
  t.match(nowhere, { code: 1, stderr: /ENOENT/ })
})

t.test('refusals: a role that may not, bodies without a reason, a time that is none', async (t) => {
  const stack = await startStack(t, replayDoor([]))
  t.match(await stack.run('replay', '--as', 'amr.system-admin'), { code: 5, stderr: /access|role system-admin/ })
  t.match(await stack.run('replay', '--bodies'), { code: 2, stderr: /--reason/ })
  t.match(await stack.run('replay', '--from', 'yesterday'), { code: 2, stderr: /RFC 3339/ })
  const refused = await stack.run('replay', '--as', 'amr.system-admin', '--json')
  t.match(JSON.parse(refused.stderr), { status: 403, code: 'access.denied' })
})

t.test('a date is its midnight in +08:00', async (t) => {
  t.equal(parseTime('2026-06-01'), '2026-06-01T00:00:00+08:00')
  t.equal(parseTime('2026-06-01T01:02:03.5Z'), '2026-06-01T01:02:03.5Z')
  for (const wrong of ['2026-13-01', '2026-06-01T00:00:00', 'now', '']) t.throws(() => parseTime(wrong))
})
