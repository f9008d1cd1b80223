import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { stackClock } from './stack-clock.ts'
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
  await t.rejects(stack.clock.advance({ days: 1 }), TypeError, 'its clock is the machine’s')
})

t.test('the clock of a stack goes on, and not back', async (t) => {
  const file = join(t.testdir(), 'clock-offset')
  const clock = await stackClock(file, () => [])
  t.equal(await readFile(file, 'utf8'), '0')
  const before = clock.now().getTime()
  const moved = await clock.advance({ days: 1, hours: 2, minutes: 3 })
  const offset = Number(await readFile(file, 'utf8'))
  t.equal(offset, (26 * 60 + 3) * 60_000)
  t.ok(moved.getTime() >= before + offset)
  const to = new Date(moved.getTime() + 3_600_000)
  t.ok(Math.abs((await clock.to(to)).getTime() - to.getTime()) < 1_000)
  await t.rejects(clock.to(new Date(before)), RangeError)
})
