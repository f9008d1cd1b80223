import { until } from '@wuhu/test-support'
import t from 'tap'
import { closed, type TestApp, testApp } from './app.test-setup.ts'
import type { GapReport } from './gaps/gap-report.ts'

const gaps = async (stack: TestApp, query = '') => {
  const answer = await stack.get('auditor', `/v1/gaps${query}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<GapReport>()
}

t.test('a whole log is complete, also when compared message by message', async (t) => {
  const stack = await testApp(t)
  await stack.publish('INFO_SHARING', ...Array.from({ length: 2_100 }, (_, n) => closed(`A-${n % 7}`)))
  await stack.publish('JOINT_INVESTIGATION', closed('J-1'))
  const report = await gaps(stack, '?deep=true')
  t.match(report, { complete: true, deep: true, gaps: [], log: { last: 2_104, count: 2_104 } })
  t.match(report.streams, [
    { stream: 'INFO_SHARING', first: 1, last: 2_103, count: 2_103, streamLast: 2_103, lag: 0, compared: 2_103 },
    { stream: 'JOINT_INVESTIGATION', count: 1 },
    { stream: 'NOTIFICATIONS', first: 0, last: 0, count: 0 },
    { stream: 'AUDIT', count: 0 }
  ])
  t.equal((await stack.get('operator', '/v1/gaps')).statusCode, 200)
  t.equal((await stack.get('psb', '/v1/gaps')).statusCode, 403)
  t.equal((await stack.get('auditor', '/v1/gaps?deep=perhaps')).statusCode, 400)
})

t.test('a parked event is a gap that is named', async (t) => {
  const stack = await testApp(t)
  const [unknown] = await stack.publish('INFO_SHARING', closed('A-1', { type: 'case.unheard-of.v1' }), closed('A-2'))
  await until(async () => (await gaps(stack)).log.count === 4)
  const report = await gaps(stack)
  t.equal(report.complete, false)
  t.strictSame(report.gaps, [
    { kind: 'sequence', stream: 'INFO_SHARING', from: 4, to: 4, eventIds: [unknown?.id], parked: 1 }
  ])
})

t.test('a parked event at the very end is a gap too', async (t) => {
  const stack = await testApp(t)
  await stack.publish('INFO_SHARING', closed('A-1', { type: 'case.unheard-of.v1' }))
  await until(async () => (await gaps(stack)).streams[0]?.parked === 1)
  t.match(await gaps(stack), { complete: false, gaps: [{ kind: 'sequence', from: 4, to: 4, parked: 1 }] })
})

t.test('a version that never came is named with case and publisher', async (t) => {
  const stack = await testApp(t)
  await stack.publish('INFO_SHARING', closed('A-1'), closed('A-1', { version: 4 }), closed('B-1', { version: 2 }))
  await stack.recorded(6)
  t.match((await gaps(stack)).gaps, [
    { kind: 'version', streamId: 'case/A-1', from: 2, to: 3, caseNumber: 'A-1', publisher: 'amr' },
    { kind: 'version', streamId: 'case/B-1', from: 1, to: 1 }
  ])
})

t.test('tampering by somebody who can switch the trigger off is found', async (t) => {
  const stack = await testApp(t)
  await stack.publish('INFO_SHARING', closed('A-1'), closed('A-2'), closed('A-3'), closed('A-4'))
  await stack.recorded(7)
  const change = async (sql: string) => {
    await stack.pool.query(`begin; alter table audit.log disable trigger log_append_only; ${sql};
      alter table audit.log enable always trigger log_append_only; commit`)
  }
  await change(`update audit.log set body = body || ' '::bytea where sequence = 5`)
  t.match((await gaps(stack)).gaps, [{ kind: 'body', index: 5, stream: 'INFO_SHARING', sequence: 5 }])
  await change(`update audit.log set sha256 = sha256(body) where sequence = 5`)
  t.equal((await gaps(stack)).complete, true, 'the log alone cannot know')
  t.match((await gaps(stack, '?deep=true')).gaps, [
    { kind: 'differs', stream: 'INFO_SHARING', sequence: 5, what: 'body' }
  ])
  await change('delete from audit.log where sequence in (6, 7)')
  t.match((await gaps(stack)).gaps, [
    { kind: 'sequence', from: 6, to: 7 },
    { kind: 'index', from: 6, to: 7 }
  ])
})

t.test('a stream that lost its tail is told apart from the log', async (t) => {
  const stack = await testApp(t)
  await stack.publish('INFO_SHARING', closed('A-1'), closed('A-2'))
  await stack.recorded(5)
  stack.broker.truncate('INFO_SHARING', 3)
  t.match((await gaps(stack)).gaps, [{ kind: 'stream-behind', stream: 'INFO_SHARING', from: 4, to: 5 }])
})
