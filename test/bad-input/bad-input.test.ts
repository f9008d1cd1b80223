import t, { type Test } from 'tap'
import { openNatsDoor } from '../scenarios/ask-by-nats.ts'
import { type RawAnswer, speak } from './ask.ts'
import { assertRefused } from './assert-refused.ts'
import { brokenHttp, unfinished } from './broken-http.ts'
import { send, sendMessage } from './send.ts'
import { createCounter, logLines } from './stored.ts'
import { strangers } from './strangers.ts'
import { createWorld, lead } from './world.ts'
import { wrongAddresses } from './wrong-addresses.ts'
import { wrongAssistances } from './wrong-assistances.ts'
import { wrongBodies } from './wrong-bodies.ts'
import { wrongCases } from './wrong-cases.ts'
import { wrongDirectory } from './wrong-directory.ts'
import { wrongHeaders } from './wrong-headers.ts'
import { wrongMessages } from './wrong-messages.ts'
import { wrongNotices } from './wrong-notices.ts'
import { wrongReadings } from './wrong-readings.ts'
import type { Refused } from './wrong-request.ts'
import { wrongRoles } from './wrong-roles.ts'
import { wrongSteps } from './wrong-steps.ts'
import { wrongTokens } from './wrong-tokens.ts'

const world = await createWorld(t)
const { stack } = world
const counter = await createCounter(stack.databaseUrl)
t.teardown(counter.close)
const door = openNatsDoor(stack)
t.teardown(door.close)

const endless = unfinished(await stack.token('science'))
const endlessAnswer = speak(stack.urls[endless.service], endless.bytes, { within: 60_000 })
endlessAnswer.catch(() => {})

/** Asks every row in turn: each gets exactly its refusal, and leaves nothing behind. */
async function refuse<Row extends Refused & { readonly what: string }>(
  t: Test,
  rows: readonly Row[],
  sender: (row: Row) => Promise<RawAnswer>,
  instance: (row: Row) => string
) {
  for (const row of rows) {
    await t.test(row.what, async (t) => {
      const before = await counter.count()
      assertRefused(t, await sender(row), row, instance(row))
      t.same(await counter.count(), before, 'nothing is stored')
    })
  }
}

const tables = {
  'wrong bodies': wrongBodies(),
  'wrong tokens': await wrongTokens(world),
  'wrong headers': wrongHeaders(world),
  'wrong addresses': wrongAddresses(world),
  'wrong steps': wrongSteps(world),
  'wrong cases': wrongCases(world),
  'wrong notices': wrongNotices(world),
  strangers: strangers(world),
  'wrong directory': wrongDirectory(world),
  'wrong roles': wrongRoles(),
  'wrong assistances': wrongAssistances(world),
  'wrong readings': wrongReadings(world)
}
for (const [name, rows] of Object.entries(tables)) {
  t.test(name, (t) =>
    refuse(
      t,
      rows,
      (row) => send(world, row),
      ({ send }) => send.split(' ')[1]?.split('?')[0] ?? ''
    )
  )
}

t.test('wrong messages', async (t) => {
  const rows = await wrongMessages(world)
  await refuse(
    t,
    rows,
    (row) => sendMessage(world, door, row),
    ({ instance }) => instance ?? ''
  )
  await t.rejects(door.ask('cmd.science.clue.invent', {}), /no responders/)
})

t.test('broken HTTP', async (t) => {
  await refuse(
    t,
    brokenHttp(await stack.token('science')),
    ({ service, bytes }) => speak(stack.urls[service], bytes),
    () => '/'
  )
})

t.test('what looks like an attack and is a text is kept as a text', async (t) => {
  const title = `Robert'); drop table events; -- \${jndi:ldap://x} {{7*7}} <script>alert(1)</script> ../../etc/passwd 𠮷`
  const before = await counter.count()
  const made = await stack.call('science', 'POST', '/v1/clues', { ...lead, title })
  t.equal(made.status, 201, made.text)
  const read = await stack.call('science', 'GET', `/v1/clues/${made.body.id}`)
  t.equal(read.body.clue.title, title)
  const number = (caseNumber: string) => Number(caseNumber.split('-').at(-1))
  t.equal(number(made.body.caseNumber), number(world.caseNumber) + 1, 'no refusal used up a case number')
  const after = await counter.count()
  t.equal(after['info_sharing.events'], (before['info_sharing.events'] ?? 0) + 3, 'the counter sees what is stored')
})

t.test('a request that never ends is ended', async (t) => {
  assertRefused(t, await endlessAnswer, endless, '/')
})

t.test('afterwards every service is well, and its log has neither data nor traces', async (t) => {
  for (const [name, url] of Object.entries(stack.urls)) {
    t.equal((await fetch(`${url}/health/ready`)).status, 200, `${name} is ready`)
    t.ok(stack.services[name as keyof typeof stack.services].running(), `${name} runs`)
  }
  const lines = await logLines(stack)
  t.ok(lines.some(({ msg }) => msg === 'answered'))
  const of = (pattern: RegExp, among = lines) => among.filter(({ text }) => pattern.test(text)).map(({ text }) => text)
  const ofRequests = lines.filter(({ requestId }) => requestId !== undefined)
  t.same(of(/planted-7f3a9c|植入标记|9144030019220382|张三|13800138000|drop table/), [], 'no data')
  t.same(of(/"stack"|\.ts:\d/, ofRequests), [], 'no traces')
  t.same(of(/"level":"(error|fatal)"/, ofRequests), [], 'no errors')
  t.same(of(/eyJ[A-Za-z0-9_-]{10}|SU[A-Z2-7]{56}/), [], 'no credentials')
})
