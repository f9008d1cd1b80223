import { baseCalendar, baseRules } from '@wuhu/calendar'
import t from 'tap'
import { type Client, testService } from '../app.test-setup.ts'
import { lead, leader, officeStaff } from '../routes/clues.fixture.ts'

const must = async (asked: ReturnType<Client['post']>) => {
  const { status, body } = await asked
  if (status !== 200) throw new Error(JSON.stringify(body))
}

t.test('the clocks of clues, from the real service', async (t) => {
  let now = '2026-06-01T09:00:00.000+08:00'
  const { join, deadlines, told, admin } = await testService(t, { now: () => now, clocks: true })
  const amr = await join('amr')
  const [tax, psb, science] = [await join('tax'), await join('psb'), await join('science')]
  const received = await tax.post('/v1/clues', { ...lead, receivedAt: now, register: true })
  t.equal(received.status, 201, JSON.stringify(received.body))
  const { id } = received.body
  const step = async (client: Client, name: string, body: object = {}) => {
    const reply = await client.post(`/v1/clues/${id}/${name}`, body)
    t.equal(reply.status, 200, `${name}: ${JSON.stringify(reply.body)}`)
    await told()
  }
  await step(amr, 'assign', { to: 'tax', dueAt: '2026-06-20T17:00:00+08:00', by: officeStaff })
  await step(tax, 'accept', { by: { person: 't-1', role: 'handler' } })
  const list = async (client: Client, query = '') => {
    const { status, body } = await client.get(`/v1/deadlines?of=clue/${id}${query}`)
    t.equal(status, 200, JSON.stringify(body))
    return body.items.map(({ rule, state, dueAt }: Record<string, string>) => [rule, state, dueAt].join(' '))
  }

  await t.test('who holds it, follows it or is told of it sees it, soonest due first; nobody else', async (t) => {
    const all = [
      'A1 met 2026-06-02T23:59:59.000+08:00',
      'A6 open 2026-06-20T17:00:00.000+08:00',
      'A2 open 2026-06-23T23:59:59.000+08:00'
    ]
    t.same(await list(tax), all)
    t.same(await list(amr), all, 'the office')
    t.same(await list(psb), [])
    t.same(await list(science), [])
  })

  await t.test('by state, holder and date, page by page', async (t) => {
    t.same((await list(tax, '&state=open')).length, 2)
    t.same((await list(tax, '&agency=amr')).length, 0)
    t.same(await list(tax, '&due-before=2026-06-10T00:00:00%2B08:00'), ['A1 met 2026-06-02T23:59:59.000+08:00'])
    const first = await tax.get('/v1/deadlines?limit=2')
    t.equal(first.body.items.length, 2)
    const second = await tax.get(`/v1/deadlines?limit=2&after=${first.body.next}`)
    t.match(second.body.items, [{ rule: 'A2', title: '核查并决定立案或不予立案', provisional: false, holder: 'tax' }])
    t.notOk(second.body.next)
    t.equal((await tax.get('/v1/deadlines?after=nonsense')).status, 400)
  })

  await t.test('audit administrators see all, and that is put on record', async (t) => {
    const auditor = await join('amr', 'audit-admin')
    t.equal((await list(auditor)).length, 3)
    const { body } = await auditor.get('/v1/reads?agency=amr')
    t.match(body.items.at(-1), { classes: ['open'], roles: ['audit-admin'] })
  })

  await t.test('what is due happens by itself, and the reporter is to be told of the decision', async (t) => {
    now = '2026-06-20T17:00:00.000+08:00'
    await deadlines.runDue()
    t.same(await list(tax, '&state=breached'), ['A6 breached 2026-06-20T17:00:00.000+08:00'])
    await step(tax, 'not-file', { ground: 'no-fault', reason: '无主观过错', by: leader })
    t.same(await list(tax), [
      'A1 met 2026-06-02T23:59:59.000+08:00',
      'A6 met 2026-06-20T17:00:00.000+08:00',
      'A2 met 2026-06-23T23:59:59.000+08:00',
      'A3 open 2026-06-26T23:59:59.000+08:00'
    ])
  })

  await t.test('a draft is its writer’s alone, and that a reporter is known the intake agency’s', async (t) => {
    const draft = await science.post('/v1/clues', { ...lead, receivedAt: now, register: false })
    const path = `/v1/clues/${draft.body.id}`
    const clocksOf = async (client: Client) => {
      const { body } = await client.get(`/v1/deadlines?of=clue/${draft.body.id}`)
      return body.items.map(({ rule, state }: Record<string, string>) => `${rule} ${state}`)
    }
    await told()
    now = '2026-06-24T09:00:00.000+08:00'
    await deadlines.runDue()
    t.same(await clocksOf(science), ['A1 breached'])
    t.same(await clocksOf(amr), [], 'not even the office learns of it')
    await must(science.post(`${path}/register`))
    await must(amr.post(`${path}/assign`, { to: 'psb', dueAt: '2026-07-20T17:00:00+08:00', by: officeStaff }))
    await must(psb.post(`${path}/accept`, { by: { person: 'p-1', role: 'handler' } }))
    await must(psb.post(`${path}/not-file`, { ground: 'no-fault', reason: '无主观过错', by: leader }))
    await told()
    t.same(await clocksOf(science), ['A1 met', 'A3 open', 'A2 met', 'A6 met'])
    t.same(await clocksOf(psb), ['A2 met', 'A6 met'])
    t.same(await clocksOf(amr), ['A3 open', 'A2 met', 'A6 met'])
  })

  await t.test('everybody may look up rules and calendar', async (t) => {
    const limits = await science.get('/v1/time-limits')
    t.match(limits.body, { version: baseRules.version, versions: [{ version: baseRules.version, current: true }] })
    t.equal(limits.body.rules.length, baseRules.rules.length)
    t.equal((await science.get('/v1/time-limits?version=none')).status, 404)
    const calendar = await admin.get('/v1/calendar')
    t.equal(calendar.body.version, baseCalendar.version)
    t.ok(calendar.body.years.length >= 3)
  })
})
