import { randomUUIDv7 } from 'node:crypto'
import { baseRules } from '@wuhu/calendar'
import type { DeadlineEvent, Envelope } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { clueId, data, envelopeOf, testDeadlines } from './deadlines.test-setup.ts'
import { deadline } from './domain/deadline.ts'

/** A holiday notice of 2027 that makes 2027-01-04 free too. */
const year2027 = {
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  source: '国务院办公厅',
  daysOff: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'],
  workdays: [],
  replaces: false
}
const december = '2026-12-25T09:00:00.000+08:00'

const imported = (more: object = {}, version = 1): Envelope =>
  envelopeOf('calendar/2027', version, 'calendar.imported.v1', { ...year2027, ...more }, december)

t.test('a date beyond the known years is provisional, until the notice is imported', async (t) => {
  const world = await testDeadlines(t)
  world.clock(december)
  await world.event(clueId(2), 'clue.accepted.v1', data.accepted)
  await world.event(clueId(4), 'clue.assigned.v1', data.assigned('2026-12-30T17:00:00+08:00'))
  const before = (await world.rows()).find(({ rule }) => rule === 'A2')
  t.match(before.state.period, { provisional: true, dueAt: '2027-01-18T23:59:59+08:00' })
  await world.bring(imported())
  await world.deadlines.runDue()
  const after = (await world.rows()).find(({ rule }) => rule === 'A2')
  t.match(after.state.period, { provisional: false, dueAt: '2027-01-19T23:59:59+08:00' })
  t.not(after.state.period.calendarVersion, before.state.period.calendarVersion)
  t.same(await world.log(), ['A2 set', 'A6 set', 'A2 recomputed calendar'], 'and nothing that it does not touch')
  await world.deadlines.runDue()
  t.equal((await world.log()).length, 3)
})

t.test('what came with the program does not come back, nor an older import told again', async (t) => {
  const world = await testDeadlines(t)
  world.clock(december)
  const first = imported()
  await world.bring(first, imported({ daysOff: ['2027-01-01'], replaces: true }, 2), first)
  await world.replica().deadlines.runDue()
  const { rows } = await world.admin.query('select body, version from calendar_years where year = 2027')
  t.match(rows, [{ version: 2, body: { daysOff: ['2027-01-01'] } }])
})

t.test('many open deadlines are recomputed in batches, and none twice', async (t) => {
  const world = await testDeadlines(t)
  world.clock(december)
  const events = []
  for (let n = 0; n < 450; n += 1) events.push(await world.happens(clueId(n), 'clue.accepted.v1', data.accepted))
  await world.bring(...events)
  await world.bring(imported())
  const other = world.replica()
  await Promise.all([world.deadlines.runDue(), other.deadlines.runDue()])
  await world.deadlines.runDue()
  const { rows } = await world.admin.query(
    `select count(*)::int as events, count(distinct stream_id)::int as streams from events where type = 'deadline.recomputed.v1'`
  )
  t.same(rows, [{ events: 450, streams: 450 }])
  t.same((await world.admin.query('select revision, after_id from recomputation')).rows, [
    { revision: 4, after_id: '' }
  ])
})

t.test('a calendar that arrives while clocks start and move misses none of them', async (t) => {
  let meanwhile = async () => {}
  const world = await testDeadlines(t, { meanwhile: () => meanwhile() })
  world.clock(december)
  await world.event(clueId(2), 'clue.accepted.v1', data.accepted)
  let importing = Promise.resolve()
  meanwhile = async () => {
    meanwhile = async () => {}
    importing = (async () => {
      await world.bring(imported())
      await world.replica().deadlines.runDue()
    })()
    const waits = until(
      async () => {
        const { rows } = await world.admin.query(
          `select from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'calendar_years' and not granted`
        )
        return rows.length > 0
      },
      { within: 30_000, what: 'the import to wait' }
    )
    await Promise.race([importing, waits])
    waits.catch(() => undefined)
  }
  await world.bring(
    await world.happens(clueId(2), 'clue.extended.v1', data.extended),
    await world.happens(clueId(4), 'clue.accepted.v1', data.accepted)
  )
  await importing
  await world.deadlines.runDue()
  const periods = (await world.rows()).map(({ state }) => state.period)
  t.same(
    periods.map(({ provisional, dueAt }) => ({ provisional, dueAt })),
    [
      { provisional: false, dueAt: '2027-02-09T23:59:59+08:00' },
      { provisional: false, dueAt: '2027-01-19T23:59:59+08:00' }
    ]
  )
  t.equal(new Set(periods.map(({ calendarVersion }) => calendarVersion)).size, 1)
})

t.test('recomputed, fired and met at the same moment: each once, in an order that makes sense', async (t) => {
  const world = await testDeadlines(t, { batch: 7 })
  world.clock(december)
  const clues = Array.from({ length: 60 }, (_, n) => clueId(100 + 2 * n))
  const accepted = []
  for (const clue of clues) accepted.push(await world.happens(clue, 'clue.accepted.v1', data.accepted))
  await world.bring(...accepted)
  // By the old calendar half an hour too late, by the new one in time: the 18th is the last day, or the 19th.
  const met: Envelope[] = []
  for (const clue of clues.slice(0, 30)) {
    met.push(await world.happens(clue, 'clue.not-filed.v1', data.notFiled, '2027-01-19T00:30:00.000+08:00'))
  }
  const replicas = [world, world.replica(), world.replica()]
  world.clock('2027-01-19T01:00:00.000+08:00')
  await Promise.all([
    world.bring(imported()),
    ...replicas.map(({ deadlines }) => deadlines.runDue()),
    ...[0, 10, 20].map((from) => world.bring(...met.slice(from, from + 10)))
  ])
  await world.deadlines.runDue()
  const { rows } = await world.admin.query<{ stream_id: string; bodies: Buffer[] }>(
    `select stream_id, array_agg(body order by version) as bodies from events where type like 'deadline.%' group by 1`
  )
  const states = new Map((await world.rows()).map(({ id, state }) => [`deadline/${id}`, state]))
  for (const { stream_id: stream, bodies } of rows) {
    const events = bodies.map((body) => JSON.parse(body.toString('utf8')) as DeadlineEvent)
    const types = events.map(({ type }) => type.split('.')[1])
    t.same(fold(deadline, events), states.get(stream), types.join())
    t.equal(new Set(types.filter((type) => type !== 'warned')).size, types.filter((type) => type !== 'warned').length)
    t.ok(['met', 'breached', 'warned', 'recomputed'].includes(types.at(-1) ?? ''), types.join())
    const [met, breach, moved] = ['met', 'breached', 'recomputed'].map((type) => types.indexOf(type))
    t.ok(met === -1 || met === types.length - 1, `nothing after the end: ${types}`)
    t.ok(breach === -1 || Number(moved) < Number(breach), `what was declared is not moved: ${types}`)
    const late = events.flatMap((event) => (event.type === 'deadline.met.v1' ? [event.data.late] : []))
    t.same(late, met === -1 ? [] : [breach !== -1], `late when it was missed: ${types}`)
  }
  t.equal(rows.length, 60)
})

t.test('a deadline that is due by the old calendar is looked at with the new one first', async (t) => {
  const world = await testDeadlines(t, { batch: 1 })
  world.clock(december)
  await world.event(clueId(2), 'clue.accepted.v1', data.accepted)
  await world.bring(imported())
  world.clock('2027-01-19T00:00:00.000+08:00')
  await world.deadlines.runDue()
  t.same(await world.log(), ['A2 set', 'A2 recomputed calendar', 'A2 warned 1', 'A2 warned 2'])
  world.clock('2027-01-20T00:00:00.000+08:00')
  await world.deadlines.runDue()
  t.equal((await world.log()).at(-1), 'A2 breached')
})

t.test('rules that the office adopts are for new deadlines; what runs keeps its version', async (t) => {
  const world = await testDeadlines(t)
  await world.event(clueId(2), 'clue.accepted.v1', data.accepted)
  const rules = {
    ...baseRules,
    version: 'house-2',
    rules: baseRules.rules.map((rule) =>
      rule.id === 'A2' ? { ...rule, limit: 5, metBy: ['clue.archived'], cancelledBy: ['clue.returned'] } : rule
    )
  }
  const adopted = { version: 'house-2', rules }
  const event = envelopeOf('time-limits/rules', 1, 'limits.adopted.v1', adopted, world.now())
  await world.bring({ ...event, id: randomUUIDv7() })
  await world.event(clueId(4), 'clue.accepted.v1', data.accepted)
  await world.deadlines.runDue()
  const due = Object.fromEntries(
    (await world.rows()).map(({ subject, state }) => [subject, [state.rulesVersion, state.period.dueAt]])
  )
  t.same(due, {
    [clueId(2)]: [baseRules.version, '2026-06-23T23:59:59+08:00'],
    [clueId(4)]: ['house-2', '2026-06-08T23:59:59+08:00']
  })
  await world.event(clueId(2), 'clue.filed.v1', data.filed)
  await world.event(clueId(4), 'clue.filed.v1', data.filed)
  const a2 = (await world.rows()).flatMap(({ rule, subject, status }) => (rule === 'A2' ? [[subject, status]] : []))
  t.same(Object.fromEntries(a2), { [clueId(2)]: 'met', [clueId(4)]: 'open' }, 'each ends by its own rules')
})
