import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { until } from '@wuhu/test-support'
import pg from 'pg'
import t from 'tap'
import { clueId, data, testDeadlines } from './deadlines.test-setup.ts'

const count = 60
/** All of them are due, with both their reminders. */
const later = '2026-06-12T00:00:00.000+08:00'

type Test = Pick<typeof t, 'equal' | 'ok' | 'same'>
type World = Awaited<ReturnType<typeof testDeadlines>>

async function many(world: World): Promise<void> {
  const events = []
  for (let n = 0; n < count; n += 1) {
    events.push(await world.happens(clueId(100 + n), 'clue.assigned.v1', data.assigned('2026-06-10T17:00:00+08:00')))
  }
  await world.bring(...events)
}

function child(t: { teardown(action: () => unknown): void }, world: World): ChildProcess {
  const process = fork(fileURLToPath(new URL('./replica.fixture.ts', import.meta.url)), [world.own, later])
  t.teardown(() => process.kill('SIGKILL'))
  return process
}

/** Each warned twice and breached once, and its row says so. */
async function eachOnce(t: Test, world: World) {
  const { rows } = await world.admin.query<{ versions: number; types: number }>(
    `select count(*)::int as versions, count(distinct concat(type, (convert_from(body, 'UTF8')::jsonb #>> '{data,threshold}')))::int as types
     from events where stream_id like 'deadline/%' group by stream_id`
  )
  t.equal(rows.length, count)
  t.ok(
    rows.every(({ versions, types }) => versions === 4 && types === 4),
    'set, warned, warned, breached'
  )
  const { rows: states } = await world.admin.query('select distinct status, version, next_at from deadlines')
  t.same(states, [{ status: 'breached', version: 4, next_at: null }])
}

const breached = (world: World) => async () => {
  const { rows } = await world.admin.query(`select count(*)::int from deadlines where status = 'breached'`)
  return rows[0]?.count === count
}

t.test('several replicas fire each deadline once', async (t) => {
  const world = await testDeadlines(t, { batch: 7 })
  await many(world)
  const replicas = [world, ...Array.from({ length: 3 }, () => world.replica())]
  world.clock(later)
  const fired = await Promise.all(replicas.map(({ deadlines }) => deadlines.runDue()))
  t.equal(
    fired.reduce((sum, one) => sum + one, 0),
    count * 3
  )
  await eachOnce(t, world)
})

/** Holds up a process in the middle: it has appended nothing yet, and has locked what it is about to fire. */
async function heldInTheMiddle(world: World, act: () => void): Promise<void> {
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  try {
    await client.query('begin; lock table one.outbox in exclusive mode')
    const waits = async () => {
      const { rows } = await world.admin.query(
        `select from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'outbox' and not l.granted`
      )
      return rows.length > 0
    }
    await until(waits, { within: 60_000, what: 'the process to come to its middle' })
    act()
  } finally {
    await client.end()
  }
}

t.test('a process that is killed in the middle leaves nothing half done', async (t) => {
  const world = await testDeadlines(t)
  await many(world)
  const process = child(t, world)
  await heldInTheMiddle(world, () => process.kill('SIGKILL'))
  world.clock(later)
  world.deadlines.start()
  await until(breached(world), { within: 30_000 })
  await eachOnce(t, world)
})

t.test(
  'a process that stands still in the middle holds nobody up for long, and repeats nothing when it wakes',
  async (t) => {
    const world = await testDeadlines(t)
    await many(world)
    const process = child(t, world)
    await heldInTheMiddle(world, () => process.kill('SIGSTOP'))
    const begun = performance.now()
    world.clock(later)
    world.deadlines.start()
    await until(breached(world), { within: 30_000 })
    t.ok(performance.now() - begun < 3_000, 'soon')
    const woken = once(process, 'message')
    process.kill('SIGCONT')
    t.same(await woken, ['put out', undefined])
    await eachOnce(t, world)
  }
)

t.test('what is due fires within a second, though nobody asks', async (t) => {
  const world = await testDeadlines(t)
  const seconds = 1_500
  const due = Date.now() + seconds
  const replica = world.replica()
  world.clock(new Date().toISOString())
  await world.event(clueId(1), 'clue.assigned.v1', data.assigned(new Date(due).toISOString()))
  const moving = setInterval(() => world.clock(new Date().toISOString()), 5)
  t.teardown(() => clearInterval(moving))
  replica.deadlines.start()
  const fired = await until(async () => ((await world.log()).some((line) => line === 'A6 breached') ? Date.now() : 0))
  t.ok(fired >= due && fired - due < 1_000, `${fired - due} ms after`)
})
