import fc from 'fast-check'
import t from 'tap'
import { agencies } from '../stack/mailboxes.ts'
import { settled } from '../stack/settled.ts'
import { startStack } from '../stack/start-stack.ts'
import { busy, createMarks, deeds, doAll, markPattern } from './leak/actions.ts'
import { everythingByHttp, everythingForAdministrators, logsOf } from './leak/channels.ts'
import { mailByNats } from './leak/nats.ts'
import { createOracle } from './leak/oracle.ts'

const seed = Math.floor(Math.random() * 2 ** 31)
const marksIn = (text: string): string[] => [...new Set(text.match(markPattern))]

t.comment(`seed ${seed}`)
const stack = await startStack(t)
const marks = createMarks()
const [plan = []] = fc.sample(deeds, { numRuns: 1, seed })
const made = await doAll(stack, plan, marks.next)
await settled(stack)

t.test('nobody receives, by any channel, what it may not see', async (t) => {
  t.comment(`${marks.count()} marks; done: ${JSON.stringify([...made.done])}`)
  const oracle = await createOracle(stack.databaseUrl)
  let received = 0
  let withheld = 0

  // Of those who take part in little, three ask for each thing by its address; others next time.
  const asking = new Set([
    ...busy,
    ...fc.sample(fc.shuffledSubarray([...agencies], { minLength: 3, maxLength: 3 }), { numRuns: 1, seed }).flat()
  ])
  for (const agency of agencies) {
    const allowed = oracle.allowed(agency)
    const channels = await everythingByHttp(stack, agency, made, asking.has(agency))
    channels.set('NATS', await mailByNats(stack, agency))
    for (const [channel, text] of channels) {
      const leaked = marksIn(text).filter((mark) => !allowed.has(mark))
      const told = leaked.map((mark) => oracle.marked.find((one) => one.mark === mark))
      const what = told.map((one) => `${one?.event.type} [${one?.classes}] of ${one?.event.audience}`)
      t.same(what, [], `${agency} by ${channel}`)
      received += marksIn(text).length
    }
    withheld += new Set(oracle.marked.map(({ mark }) => mark)).size - allowed.size
  }
  t.ok(
    received > 100 && withheld > 100,
    `${received} marks were received, ${withheld} withheld: the test has seen both`
  )

  for (const [role, text] of await everythingForAdministrators(stack, made)) {
    const open = role === 'audit-admin' ? oracle.auditor(false) : new Set()
    t.same(
      marksIn(text).filter((mark) => !open.has(mark)),
      [],
      `${role} sees no case`
    )
  }
  const reading = '/v1/replay?bodies=true&reason=%E5%A4%8D%E6%A0%B8'
  const { text } = await stack.call('amr', 'GET', reading, undefined, { role: 'audit-admin' })
  const readable = oracle.auditor(true)
  t.ok(marksIn(text).length > 20, 'an auditor with a reason reads bodies')
  t.same(
    marksIn(text).filter((mark) => !readable.has(mark)),
    [],
    'and still not who reported'
  )
})

t.test('errors, logs and figures repeat nothing that was sent', async (t) => {
  const mark = 'M999999W'
  const wrong: [string, string, unknown][] = [
    ['POST', '/v1/clues', { title: mark, unheardOf: mark }],
    ['POST', '/v1/clues', { channel: mark, title: mark, allegedAct: mark }],
    ['POST', `/v1/cases/${mark}/close`, { reason: mark }],
    ['POST', '/v1/cases/150824-2026-999999/close', { reason: mark }],
    ['POST', '/v1/assistances', { caseNumber: mark, title: mark }],
    ['GET', `/v1/clues?status=${mark}`, undefined],
    ['POST', '/v1/clues', `{"title":"${mark}`],
    ['POST', '/v1/clues', { channel: 'report', title: `机密★10年 ${mark}`, allegedAct: 'inducement' }]
  ]
  for (const [method, path, body] of wrong) {
    const { status, text } = await stack.call('tax', method, path, body)
    t.ok(status >= 400 && status < 500, `${method} ${path.replace(mark, '…')}: ${status}`)
    t.notOk(text.replaceAll(`"instance":"${path.split('?')[0]}"`, '').includes(mark), 'the answer does not repeat it')
  }
  t.ok(made.leads.length > 0)
  t.same(marksIn(await logsOf(stack)), [], 'no log line has anything of a body')
  for (const service of ['info-sharing', 'joint-investigation', 'notifications', 'audit'] as const) {
    const { text } = await stack.call('amr', 'GET', '/metrics', undefined, { service, role: 'system-admin' })
    t.match(text, /http_server_request_duration/)
    t.same(marksIn(text), [], `figures of ${service}`)
    t.notOk(
      made.leads.some(({ caseNumber }) => text.includes(caseNumber)),
      'nor case numbers'
    )
  }
})
