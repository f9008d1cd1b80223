import t from 'tap'
import { createLog } from './host.fixture.ts'
import { correlationIdOf, newId, newTraceparent, traceIdOf } from './trace.ts'

t.test('credentials are cut out, and what a database quotes', async (t) => {
  const { lines, logger } = createLog()
  logger.info(
    { req: { headers: { authorization: 'Bearer abc' } }, password: 'abc', seed: 'abc', more: { token: 'abc' } },
    'x'
  )
  const database = Object.assign(new Error('duplicate key: (uscc)=(abc)'), {
    severity: 'ERROR',
    code: '23505',
    detail: 'abc',
    table: 'clues'
  })
  logger.error({ err: database }, 'failed')
  logger.error({ err: new Error('outer', { cause: database }) }, 'failed')
  t.notMatch(lines.join(''), /abc/)
  t.match(JSON.parse(lines[1] ?? ''), { level: 'error', err: { code: '23505', table: 'clues', stack: /at / } })
  t.match(JSON.parse(lines[2] ?? ''), { err: { message: 'outer', cause: { code: '23505' } } })
})

t.test('a trace goes on, or begins where what came is none', async (t) => {
  const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00'
  t.equal(traceIdOf(newTraceparent(parent)), '0af7651916cd43dd8448eb211c80319c')
  t.match(newTraceparent(parent), /-00$/, 'what the caller does not sample stays so')
  for (const bad of [undefined, '', 'x', `00-${'0'.repeat(32)}-b7ad6b7169203331-00`, `ff-${parent.slice(3)}`]) {
    t.match(newTraceparent(bad), /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
  }
})

t.test('a request has a name', async (t) => {
  t.equal(correlationIdOf('order-7'), 'order-7')
  for (const bad of [undefined, '', 'two words', 'x'.repeat(65)]) {
    t.match(correlationIdOf(bad), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
  t.ok(Math.abs(Number.parseInt(newId().slice(0, 13).replace('-', ''), 16) - Date.now()) < 60_000)
})
