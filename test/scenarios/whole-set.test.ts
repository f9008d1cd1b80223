import t from 'tap'
import { agencies, type Mail, readMail } from '../stack/mailboxes.ts'
import { settled } from '../stack/settled.ts'
import { startStack } from '../stack/start-stack.ts'
import { type PlayedStory, play } from '../stories/play.ts'
import { publishedCases } from '../stories/published-case.ts'
import { storyOf } from '../stories/story-of.ts'
import { replayOf } from './replay-of.ts'
import { demo, wuhu } from './run-program.ts'

// Every other published case (the others next time), four at a time, and what the auditor and the command line make of them.

const stack = await startStack(t)
const turn = Math.floor(Math.random() * 2)
// The only one in which the police were asked for help is always among them.
const chosen = publishedCases.filter(({ id }, n) => n % 2 === turn || id === 'ts-055')
const waiting = chosen.map((published) => storyOf(published, 2026))
const played: PlayedStory[] = []
/** The number of the n-th case that was opened here. */
const numbered = (n: number) => new RegExp(`^150824-\\d{4}-${String(n).padStart(6, '0')}$`)

async function playOn(): Promise<void> {
  for (let story = waiting.shift(); story; story = waiting.shift()) played.push(await play(stack, story))
}
await Promise.all([playOn(), playOn(), playOn(), playOn()])
await settled(stack)

const boxes = new Map<string, readonly Mail[]>()
for (const agency of agencies) boxes.set(agency, (await readMail(stack, agency, 0)).mails)
const log = await replayOf(stack, '')

t.test('case numbers have no gap, whoever opened them and however many at once', async (t) => {
  const numbers = played.map(({ caseNumber = '' }) => Number(caseNumber.split('-').at(-1)))
  t.same(
    numbers.sort((one, other) => one - other),
    chosen.map((_, n) => n + 1)
  )
})

t.test('every mailbox holds what its agency is in the audience of, once, and nothing else', async (t) => {
  for (const agency of agencies) {
    const mine = log.events.filter(({ event }) => event.audience.split(',').some((one) => one.startsWith(`${agency}:`)))
    const mails = boxes.get(agency) ?? []
    t.same(
      mails.map(({ sequence }) => sequence),
      mails.map((_, n) => n + 1),
      `${agency} has no gap`
    )
    const ids = mails.map(({ event }) => event.id)
    t.equal(new Set(ids).size, ids.length, `${agency} has nothing twice`)
    t.same([...ids].sort(), mine.map(({ event }) => event.id).sort(), agency)
  }
})

t.test('each mailbox has the events of one thing in the order in which they happened', async (t) => {
  for (const [agency, mails] of boxes) {
    const last = new Map<string, number>()
    const late = mails.filter(({ event: { subject, streamversion } }) => {
      const before = last.get(subject) ?? 0
      last.set(subject, streamversion)
      return streamversion <= before
    })
    t.same(late, [], agency)
  }
})

t.test('the log has every event that a command was answered with', async (t) => {
  const answered = played.flatMap(({ steps }) => steps.flatMap(({ answer }) => answer.body.events))
  const logged = new Set(log.events.map(({ event }) => event.id))
  t.ok(answered.length > 150)
  t.same(
    answered.filter(({ id }: { id: string }) => !logged.has(id)),
    []
  )
})

t.test('wuhu', async (t) => {
  const run = (...args: string[]) => wuhu(stack.dataDir, ...args)
  const [first] = played
  const number = first?.caseNumber ?? ''

  t.test('replay gives what the service gives, and the same bytes again', async (t) => {
    const once = await run('replay', '--case', number)
    t.match(once, { code: 0, stderr: '' })
    const { text } = await replayOf(stack, `case=${number}`)
    t.equal(once.stdout.slice(0, text.length), text)
    t.equal((await run('replay', '--case', number)).stdout, once.stdout)
    const police = await run('replay', '--mutual', 'assistance', '--as', 'psb', '--json')
    const types = police.stdout.split('\n').flatMap((line) => /"type":"([a-z.-]+)/.exec(line)?.[1] ?? [])
    t.same(
      types,
      ['requested', 'received', 'accepted', 'replied', 'confirmed', 'closed'].map((verb) => `assist.${verb}.v`)
    )
  })

  t.test('gaps, status and parked find everything in order', async (t) => {
    t.match(await run('gaps', '--deep'), { code: 0 })
    t.match(JSON.parse((await run('status', '--json')).stdout), { ready: true })
    t.same(JSON.parse((await run('parked', 'list', '--json')).stdout), { items: [] })
  })

  t.test('tail --once prints the mailbox', async (t) => {
    const { code, stdout } = await run('tail', '--agency', 'court', '--once', '--json')
    t.equal(code, 0)
    const lines = stdout.trimEnd().split('\n')
    t.same(
      lines.map((line) => JSON.parse(line)),
      boxes.get('court')
    )
  })

  t.test('token is taken by every service; who has no key, and no right, is told so', async (t) => {
    const { stdout } = await run('token', '--agency', 'psb')
    for (const path of ['info-sharing /v1/clues', 'joint-investigation /v1/assistances', 'notifications /v1/mailbox']) {
      const [service = '', route] = path.split(' ')
      const url = `${stack.urls[service as keyof typeof stack.urls]}${route}`
      t.equal((await fetch(url, { headers: { authorization: `Bearer ${stdout.trim()}` } })).status, 200, path)
    }
    t.match(await run('token', '--agency', 'nobody'), { code: 5, stdout: '' })
    t.match(await run('gaps', '--as', 'psb'), { code: 5, stdout: '' })
    t.match(await run('replay', '--case', number, '--bodies'), { code: 2, stdout: '' })
  })
})

t.test('the demo plays on the same stack again, and says what to do when there is none', async (t) => {
  const { code, stdout, stderr } = await demo(stack.dataDir, '--case', 'ts-055', '--json')
  // What it prints is no report when it failed.
  if (!t.same({ code, stderr }, { code: 0, stderr: '' })) return
  const report = JSON.parse(stdout)
  const [{ mailboxes }] = report.received
  t.ok(report.replay.count >= 12)
  t.equal(mailboxes.amr.length, 12)
  t.equal(mailboxes.psb.length, 7)
  t.equal(mailboxes.court.length, 0)
  t.match(report, {
    cases: [{ id: 'ts-055', caseNumber: numbered(chosen.length + 1) }],
    gaps: { complete: true }
  })
  const staged = await demo(stack.dataDir, '--case', 'ts-014-staged', '--json')
  if (!t.same({ code: staged.code, stderr: staged.stderr }, { code: 0, stderr: '' })) return
  const { cases, figures } = JSON.parse(staged.stdout)
  const transferred = cases[0].commands.filter(({ command }: { command: string }) => command.startsWith('transfer.'))
  t.equal(transferred.length, 11, 'a transfer from the team to the prosecution')
  t.ok(transferred.every(({ basis }: { basis: string }) => basis === 'staged'))
  const counted = figures.items.filter((one: { counted: number }) => one.counted > 0)
  t.ok(
    counted.some(({ agency }: { agency: string }) => agency === 'psb'),
    'clocks of the police were counted'
  )
  t.ok(counted.length < figures.items.length, 'and who had none has no data')
  t.match(await demo(`${stack.dataDir}/keys`), { code: 1, stdout: '', stderr: /^没有运行中的系统.* npm start.*\n$/ })
})
