import t from 'tap'
import { startStack } from './start-stack.ts'

t.test('the stack runs, survives kill -9 of a service, and knows its members', async (t) => {
  const began = performance.now()
  const stack = await startStack(t)
  t.comment(`started in ${Math.round(performance.now() - began)} ms`)
  const listed = await stack.call('court', 'GET', '/v1/agencies')
  t.equal(listed.status, 200)
  t.equal(listed.body.items.length, 21)
  const service = stack.services['joint-investigation']
  const before = service.pid()
  await service.kill9()
  t.notOk(service.running())
  await service.start()
  t.not(service.pid(), before)
  t.equal((await stack.call('psb', 'GET', '/v1/assistances')).status, 200)
})
