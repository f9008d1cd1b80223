import type { DeadlineEvent, Envelope } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import t from 'tap'
import { clueId, data, testDeadlines } from './deadlines.test-setup.ts'
import { deadline } from './domain/deadline.ts'

const [one, two] = [clueId(1), clueId(2)]
const at = (text: string) => `2026-${text}.000+08:00`

t.test('a clock is set, warned of twice, breached and met late; each of it once', async (t) => {
  const { event, deadlines, clock, log, rows, admin } = await testDeadlines(t)
  await event(two, 'clue.accepted.v1', data.accepted)
  t.same(await log(), ['A2 set'])
  t.equal(await deadlines.runDue(), 0)
  for (const [time, expected] of [
    [at('06-17T09:00:00'), ['A2 warned 1']],
    [at('06-22T09:00:00'), ['A2 warned 2']],
    [at('06-23T23:59:59'), []],
    [at('06-24T00:00:00'), ['A2 breached']]
  ] as const) {
    clock(time)
    const before = (await log()).length
    t.equal(await deadlines.runDue(), expected.length)
    t.equal(await deadlines.runDue(), 0)
    t.same((await log()).slice(before), expected, time)
  }
  await event(two, 'clue.not-filed.v1', data.notFiled, at('06-25T10:00:00'))
  t.same((await log()).at(-1), 'A2 met true')
  const [row] = await rows()
  t.match(row, { status: 'met', version: 5, next_at: null, holder: 'amr', agencies: ['amr', 'psb', 'drc'] })
  const { rows: stored } = await admin.query<{ body: Buffer }>(
    'select body from events where stream_id = $1 order by version',
    [`deadline/${row.id}`]
  )
  const envelopes = stored.map(({ body }) => JSON.parse(body.toString('utf8')) as Envelope)
  t.same(fold(deadline, envelopes as unknown as DeadlineEvent[]), row.state, 'the row is what the events say')
  t.same(
    envelopes.map(({ audience }) => audience),
    [
      'amr:addressee,psb:party',
      'amr:addressee',
      'amr:addressee',
      'amr:addressee,psb:party,drc:conference',
      'amr:addressee,psb:party'
    ]
  )
  t.match(envelopes[0], { actor: 'amr', source: '/services/info-sharing', correlationid: 'test', marking: 'open' })
})

t.test('met in time; a clock that the facts do not ask for is not set', async (t) => {
  const { event, deadlines, clock, log } = await testDeadlines(t)
  await event(two, 'clue.received.v1', data.received)
  await event(two, 'clue.registered.v1', data.registered)
  await event(two, 'clue.accepted.v1', data.accepted)
  await event(two, 'clue.filed.v1', data.filed)
  t.same(
    await log(),
    ['A1 set', 'A1 met false', 'A2 set', 'A2 met false', 'A10 set'],
    'no A3: nobody is known who reported'
  )
  await event(one, 'clue.filed.v1', data.filed)
  t.same((await log()).slice(5), ['A3 set', 'A10 set'])
  clock(at('06-01T12:00:00'))
  t.equal(await deadlines.runDue(), 0)
})

t.test('extended, suspended and resumed; a new start takes the place of the old one', async (t) => {
  const { event, log, rows } = await testDeadlines(t)
  await event(two, 'clue.accepted.v1', data.accepted)
  await event(two, 'clue.extended.v1', data.extended)
  t.equal((await rows())[0].state.period.dueAt, '2026-07-14T23:59:59+08:00')
  await event(two, 'clue.suspended.v1', data.suspended, at('06-08T10:00:00'))
  t.match((await rows())[0], { status: 'suspended', due_at: null, next_at: null })
  await event(two, 'clue.resumed.v1', data.resumed, at('06-10T10:00:00'))
  t.equal((await rows())[0].state.period.dueAt, '2026-07-16T23:59:59+08:00')
  await event(two, 'clue.accepted.v1', data.accepted)
  t.same(await log(), [
    'A2 set',
    'A2 recomputed extension',
    'A2 suspended',
    'A2 recomputed resumption',
    'A2 cancelled superseded',
    'A2 set'
  ])
})

t.test('a suspension on another ground, and an event of another aggregate, do not concern it', async (t) => {
  const { event, log } = await testDeadlines(t)
  await event(two, 'clue.accepted.v1', data.accepted)
  await event(two, 'clue.suspended.v1', { basis: 'hearing' })
  await event(one, 'clue.filed.v1', data.filed)
  t.same(
    (await log()).filter((line) => line.startsWith('A2')),
    ['A2 set']
  )
})

t.test('the case itself may name the date', async (t) => {
  const { event, deadlines, clock, log, rows } = await testDeadlines(t)
  await event(two, 'clue.assigned.v1', data.assigned('2026-06-10T17:00:00+08:00'))
  t.equal((await rows())[0].state.period.dueAt, '2026-06-10T17:00:00+08:00')
  clock(at('06-10T17:00:00'))
  t.equal(await deadlines.runDue(), 3)
  t.same(await log(), ['A6 set', 'A6 warned 1', 'A6 warned 2', 'A6 breached'])
})

t.test('the same events again change nothing, one by one or all together', async (t) => {
  const { event, bring, log } = await testDeadlines(t)
  const events = [
    await event(two, 'clue.accepted.v1', data.accepted),
    await event(two, 'clue.extended.v1', data.extended),
    await event(two, 'clue.suspended.v1', data.suspended),
    await event(two, 'clue.resumed.v1', data.resumed),
    await event(two, 'clue.accepted.v1', data.accepted),
    await event(two, 'clue.filed.v1', data.filed)
  ]
  const before = await log()
  for (const envelope of events) await bring(envelope)
  await bring(...events)
  t.same(await log(), before)
})

t.test('a whole history at once is what it is one by one', async (t) => {
  const singly = await testDeadlines(t)
  const together = await testDeadlines(t)
  const steps = [
    ['clue.received.v1', data.received],
    ['clue.registered.v1', data.registered],
    ['clue.accepted.v1', data.accepted],
    ['clue.suspended.v1', data.suspended],
    ['clue.resumed.v1', data.resumed],
    ['clue.filed.v1', data.filed]
  ] as const
  const events: Envelope[] = []
  for (const [type, given] of steps) {
    await singly.event(two, type, given)
    events.push(await together.happens(two, type, given))
  }
  await together.bring(...events)
  t.same(await together.log(), await singly.log())
  t.equal((await together.log()).length, 7)
})

t.test('what no consumer has brought yet still counts: nobody is late because the bus is away', async (t) => {
  const { event, happens, bring, deadlines, clock, log } = await testDeadlines(t)
  await event(two, 'clue.accepted.v1', data.accepted)
  const filed = await happens(two, 'clue.filed.v1', data.filed, at('06-20T10:00:00'))
  clock(at('07-01T00:00:00'))
  t.equal(await deadlines.runDue(), 0)
  t.same(await log(), ['A2 set', 'A2 met false'])
  await bring(filed)
  t.same(await log(), ['A2 set', 'A2 met false', 'A10 set'], 'the consumer goes on where the loop could not')
})

t.test('what came too late was missed first, whether the consumer brings it or the loop finds it', async (t) => {
  const { event, happens, deadlines, clock, log } = await testDeadlines(t)
  const [early, later, brought] = [clueId(14), clueId(16), clueId(18)]
  await event(later, 'clue.accepted.v1', data.accepted)
  await event(early, 'clue.assigned.v1', data.assigned('2026-06-10T17:00:00+08:00'))
  await event(brought, 'clue.assigned.v1', data.assigned('2026-06-22T17:00:00+08:00'))
  await happens(later, 'clue.not-filed.v1', data.notFiled, at('06-24T08:00:00'))
  clock(at('06-25T00:00:00'))
  await event(brought, 'clue.not-filed.v1', data.notFiled, at('06-24T09:00:00'))
  t.same((await log()).slice(3), ['A6 warned 1', 'A6 warned 2', 'A6 breached', 'A6 met true'])
  await deadlines.runDue()
  t.same(
    (await log()).slice(7),
    [...['A6 warned 1', 'A6 warned 2', 'A6 breached', 'A2 warned 1', 'A2 warned 2'], ...['A2 breached', 'A2 met true']],
    'and in order of time among the others'
  )
})

t.test(
  'a date that lay in the past already is missed at once, with no reminder; one that passed meanwhile, in order',
  async (t) => {
    const { event, happens, bring, deadlines, clock, log } = await testDeadlines(t)
    await event(two, 'clue.assigned.v1', data.assigned('2026-05-20T17:00:00+08:00'))
    t.equal(await deadlines.runDue(), 1)
    t.same(await log(), ['A6 set', 'A6 breached'])
    const assigned = await happens(clueId(4), 'clue.assigned.v1', data.assigned('2026-06-10T17:00:00+08:00'))
    clock(at('06-12T00:00:00'))
    await bring(assigned)
    await deadlines.runDue()
    t.same((await log()).slice(2), ['A6 set', 'A6 warned 1', 'A6 warned 2', 'A6 breached'])
  }
)

t.test('after days of standing still all is caught up in order of time, over all deadlines', async (t) => {
  const { event, deadlines, clock, log, admin } = await testDeadlines(t, { batch: 3 })
  const days = ['10', '05', '08', '06', '09', '07', '11']
  for (const [n, day] of days.entries()) {
    await event(clueId(10 + n), 'clue.assigned.v1', data.assigned(`2026-06-${day}T17:00:00+08:00`))
  }
  const set = (await log()).length
  clock(at('06-12T00:00:00'))
  t.equal(await deadlines.runDue(), days.length * 3)
  const { rows } = await admin.query<{ body: Buffer }>(
    `select body from events where type like 'deadline.%' order by seq`
  )
  const times = rows.slice(set).map(({ body }) => {
    const { type, data } = JSON.parse(body.toString('utf8')) as Envelope<{
      dueAt: string
      threshold?: number
      of: string
    }>
    return { type, ...data }
  })
  const breaches = times.filter(({ type }) => type === 'deadline.breached.v1').map(({ dueAt }) => dueAt)
  t.same(breaches, breaches.toSorted())
  const { rows: states } = await admin.query('select subject, state from deadlines')
  const warnAt = new Map(states.map(({ subject, state }) => [subject, state.period.warnAt as string[]]))
  const moments = times.map(({ threshold, of, dueAt }) =>
    threshold === undefined ? dueAt : ((threshold === 2 ? warnAt.get(of)?.at(-1) : warnAt.get(of)?.[0]) ?? '')
  )
  t.same(moments, moments.toSorted(), 'reminders and breaches of all of them interleaved')
})

t.test('a clock without a holder is nobody’s: the event cannot be applied', async (t) => {
  const { store, deadlines, happens } = await testDeadlines(t)
  const envelope = await happens(two, 'clue.accepted.v1', data.accepted)
  const { createDeadlines } = await import('./index.ts')
  const lost = createDeadlines({
    ...{ store, service: 'info-sharing', log: { info: () => undefined, warn: () => undefined } },
    now: () => at('06-01T09:00:00'),
    resolve: async (_tx, events) =>
      events.map(({ subject }) => [{ subject, roles: {}, involved: [], facts: { verifying: true } }])
  })
  const received = { event: envelope, stream: 'INFO_SHARING', sequence: 1, body: new Uint8Array(), keys: [] }
  await t.rejects(
    store.transaction((tx) => lost.apply(tx, [received])),
    /rule A2: .* no agency in the role assignee/
  )
  await deadlines.runDue()
})
