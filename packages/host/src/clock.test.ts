import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { createClock } from './clock.ts'
import { Stop } from './stop.ts'

const day = 86_400_000
const ahead = (now: string) => Date.parse(now) - Date.now()

t.test('without a file it is the time of day, and nothing is said', async (t) => {
  const clock = createClock(undefined, { warn: () => t.fail('nothing to warn of') })
  t.ok(Math.abs(ahead(clock.now())) < 1_000)
  t.same(clock.checks, [])
})

t.test('with a file it is ahead by what the file says, also when that changes, and says so', async (t) => {
  const file = join(t.testdir({ offset: String(day) }), 'offset')
  const said: string[] = []
  const clock = createClock(file, { warn: (_fields: unknown, text?: string) => void said.push(text ?? '') })
  t.match(said, [/CLOCK_OFFSET_FILE is set/])
  t.ok(Math.abs(ahead(clock.now()) - day) < 1_000)
  writeFileSync(`${file}.new`, `-${day}\n`)
  renameSync(`${file}.new`, file)
  await until(() => ahead(clock.now()) < 0)
  t.match(said[1], /was moved/)
  writeFileSync(file, 'half writ')
  await until(async () => (await clock.checks[0]?.check())?.detail.includes(`moved by -${day} ms`))
  t.ok(Math.abs(ahead(clock.now()) + day) < 1_000, 'what is no number changes nothing')
})

t.test('a file that is not there, or holds no number, is a setting gone wrong', async (t) => {
  const folder = t.testdir({ words: 'tomorrow', fraction: '1.5' })
  for (const name of ['words', 'fraction', 'absent']) {
    t.throws(() => createClock(join(folder, name), { warn: () => undefined }), Stop)
  }
})
