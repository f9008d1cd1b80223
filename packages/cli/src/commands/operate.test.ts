import { Type } from '@sinclair/typebox'
import { Refusal } from '@wuhu/decider'
import { type App, authenticate, mountOperator, type Operated } from '@wuhu/host'
import t from 'tap'
import { startStack } from '../stack.fixture.ts'

const parkedAt = new Date('2026-06-01T01:00:00Z')

/** The real operator doors over workers whose state the test chooses. */
function operatorDoors({ published = 10, total = 1 }: { published?: number; total?: number } = {}) {
  const unparked: unknown[] = []
  const all = Array.from({ length: total }, (_, index) => ({
    ...{ consumer: 'views', stream: 'INFO_SHARING', sequence: index + 1, eventId: null, type: 'clue.accepted.v1' },
    ...{ caseNumber: 'C-1', error: 'no such clue', behind: index > 0, attempts: 1, parkedAt }
  }))
  const operated: Operated = {
    pool: { query: async () => undefined },
    bus: { health: () => ({ connected: true, detail: 'connected' }) },
    relays: {
      INFO_SHARING: { status: () => ({ state: 'active', published }), lag: async () => ({ events: 2, seconds: 0.4 }) }
    },
    consumers: [
      {
        name: 'views',
        status: () => ({ stream: 'INFO_SHARING', state: 'active', cursor: 8, lastSequence: 10 }),
        parked: async ({ after = 0, limit = 100 } = {}) => all.filter((one) => one.sequence > after).slice(0, limit),
        countParked: async () => ({ parked: total, blocked: 1 }),
        async unpark(request) {
          if (request.sequence > total) return undefined
          if (request.sequence > 1) throw new Refusal('parked.waits', 'sequence 1 is first')
          unparked.push(request)
          return { action: request.action, released: 3 }
        }
      }
    ]
  }
  return { unparked, mount: (app: App) => mountOperator(app, operated) }
}

t.test('status: services, relays, consumers; one that is away makes it fail', async (t) => {
  const up = await startStack(t, operatorDoors().mount)
  const done = await up.run('status')
  t.match(done, { code: 0, stderr: '' })
  t.match(done.stdout, /audit +就绪 ready +http/)
  t.match(done.stdout, /info-sharing +INFO_SHARING +active +10 +2 +0/)
  t.match(done.stdout, /info-sharing\/views +INFO_SHARING +active +8 +2 +1 +1/)
  const json = JSON.parse((await up.run('status', '--json')).stdout)
  t.match(json, { ready: true, services: [{ service: 'info-sharing', reachable: true, relays: [{ published: 10 }] }] })
  t.equal(json.services.length, 4)

  const partly = await startStack(t, operatorDoors().mount, ['audit'])
  t.match(await partly.run('status'), { code: 1, stdout: /audit +无答复/, stderr: /not ready: audit$/m })
  const away = await startStack(t, () => {}, ['info-sharing', 'joint-investigation', 'notifications', 'audit'])
  t.match(await away.run('status'), { code: 3, stderr: /no service answers/ })
  t.match(await up.run('status', '--as', 'psb'), { code: 5 })
})

t.test('parked: list in +08:00, more than a page of one consumer, none', async (t) => {
  const stack = await startStack(t, operatorDoors({ total: 1203 }).mount)
  const json = JSON.parse((await stack.run('parked', 'list', '--service', 'audit', '--json')).stdout)
  t.equal(json.items.length, 1203)
  t.match(json.items[1202], { service: 'audit', sequence: 1203, parkedAt: '2026-06-01T09:00:00.000+08:00' })
  const one = await startStack(t, operatorDoors().mount)
  t.match(
    (await one.run('parked', 'list')).stdout,
    /notifications +views +1 +C-1 +clue\.accepted\.v1 +1 .*no such clue/
  )
  const none = await startStack(t, operatorDoors({ total: 0 }).mount)
  t.match(await none.run('parked', 'list'), { code: 0, stdout: /nothing is parked/ })
})

t.test('parked: retry and skip, and what the service refuses', async (t) => {
  const { mount, unparked } = operatorDoors({ total: 2 })
  const stack = await startStack(t, mount)
  t.match(await stack.run('parked', 'retry', 'audit', 'views', '1'), { code: 0, stdout: /3 behind it/ })
  const skipped = await stack.run('parked', 'skip', 'audit', 'views', '1', '--reason', '重复', '--json')
  t.same(JSON.parse(skipped.stdout), { action: 'skipped', released: 3 })
  t.match(unparked, [{ action: 'retried' }, { action: 'skipped', reason: '重复', operator: /^amr\/U/ }])
  t.match(await stack.run('parked', 'retry', 'audit', 'views', '2'), { code: 1, stderr: /sequence 1 is first/ })
  t.match(await stack.run('parked', 'retry', 'audit', 'views', '9'), { code: 1, stderr: /no such parked event/ })
  t.match(await stack.run('parked', 'skip', 'audit', 'views', '1'), { code: 2, stderr: /--reason/ })
  t.match(await stack.run('parked', 'retry', 'audit', 'views', '1', '--as', 'amr.audit-admin'), { code: 5 })
})

t.test('gaps: proved, lag, and exit code 4 when something is missing', async (t) => {
  const stream = { stream: 'INFO_SHARING', first: 1, last: 10, count: 10, streamLast: 10, lag: 0, parked: 0 }
  const any = { querystring: Type.Object({}, { additionalProperties: true }) }
  const stackWith = (published: number, gaps: object[]) =>
    startStack(t, (app) => {
      operatorDoors({ published }).mount(app)
      app.get('/v1/gaps', { schema: any, onRequest: authenticate('gaps.read') }, async (request) => {
        const deep = (request.query as { deep?: string }).deep === 'true'
        return {
          complete: gaps.length === 0,
          deep,
          log: { last: 10, count: 10 },
          streams: [{ ...stream, ...(deep && { compared: 10 }) }],
          gaps
        }
      })
    })
  const clean = await stackWith(10, [])
  t.match(await clean.run('gaps'), {
    code: 0,
    stdout: /已核实.*proved.*\n.*only lag, not missing: 0 published and not logged yet, 2 committed/
  })
  t.match((await clean.run('gaps', '--deep')).stdout, /10 messages compared/)
  const missing = await stackWith(10, [
    { kind: 'sequence', stream: 'INFO_SHARING', from: 4, to: 4, eventIds: ['id-4'], parked: 0 }
  ])
  t.match(await missing.run('gaps'), { code: 4, stdout: /INFO_SHARING 4: .*id-4/, stderr: /1 gaps/ })
  const lost = await stackWith(12, [])
  const json = await lost.run('gaps', '--json')
  t.equal(json.code, 4)
  t.match(JSON.parse(json.stdout), { complete: false, gaps: [{ kind: 'published-lost', from: 11, to: 12 }] })
  t.match(JSON.parse(json.stderr), { code: 'cli.gaps' })
})
