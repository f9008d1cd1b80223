import t from 'tap'
import { createProgress } from './progress.ts'
import { collector } from './stack.fixture.ts'

t.test('a terminal sees a bar, count and rate, five times a second at most', async (t) => {
  const output = collector(true)
  let now = 0
  const progress = createProgress(output, () => now)
  for (let events = 0; events <= 10_000; events += 100) {
    progress.show(events, () => events / 20_000)
    now += 10
  }
  progress.end(10_100, 'checked')
  const draws = output.text().split('\r').slice(1)
  t.ok(draws.length >= 4 && draws.length <= 7, `${draws.length} draws`)
  t.match(draws[0], /█+░+ +\d+ % /, 'a bar where the share is known')
  t.match(draws.at(-1), /10,100 .* 10,000\/s {2}checked\n$/)
})

t.test('anything else sees nothing', async (t) => {
  const output = collector()
  const progress = createProgress(output, () => 0)
  progress.show(1)
  progress.end(1, 'checked')
  t.equal(output.text(), '')
})
