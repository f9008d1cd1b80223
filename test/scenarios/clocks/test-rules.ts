import { baseRules, type Rule } from '@wuhu/calendar'
import { parseAudience } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import type { Test } from 'tap'
import { type ClockedService, createClockWorld } from './clock-world.ts'
import type { ClockScenario, Step } from './scenario.ts'
import { scenarios } from './services.ts'

type World = Awaited<ReturnType<typeof createClockWorld>>

const before = (instant: string) => shifted(instant, -1)
/** A day ends at the midnight after its last second. */
const after = (instant: string) => shifted(instant, instant.endsWith('T23:59:59+08:00') ? 1 : 0)
const shifted = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString()
const tenMinutesAfter = (instant: string) => shifted(instant, 600)
const pastOf = (events: readonly { type: string }[]) => events.map(({ type }) => type.split('.')[1])
const agenciesIn = (audience = '') =>
  parseAudience(audience)
    .map(({ agency }) => agency)
    .sort()

/**
 * Every rule of a service: met in its last second, breached, met late, moved, stopped, ended. Fails where the rule names an
 * event with which nothing of that was tried.
 */
export async function testRules(t: Test, service: ClockedService): Promise<void> {
  const world = await createClockWorld(t, service)
  for (const rule of baseRules.rules.filter((rule) => rule.service === service.name)) {
    const scenario = scenarios[rule.id]
    if (!scenario) throw new TypeError(`rule ${rule.id} has no scenario`)
    await t.test(`${rule.id} ${rule.zh}`, async (t) => {
      await metInTime(t, world, rule, scenario)
      await breachedAndMetLate(t, world, rule, scenario)
      await moved(t, world, rule, scenario)
      await ended(t, world, rule, scenario)
      const heard = await world.heardBy(rule.id)
      t.same(heard.started, [...rule.startsOn].sort(), 'every event that starts it did')
      t.same(heard.met, [...rule.metBy].sort(), 'every event that meets it did')
    })
  }
}

/** Every way to meet it, in its last second. */
async function metInTime(t: Test, world: World, rule: Rule, scenario: ClockScenario): Promise<void> {
  const { at, due, natural, holder, key, warned, besides } = scenario
  for (const [way, steps] of Object.entries(scenario.meets)) {
    const { scene, told } = await started(world, rule, scenario)
    const [set] = await told()
    t.match(set, {
      type: 'deadline.set.v1',
      time: /./,
      data: {
        ...{ rule: rule.id, of: scene.streamOf(scenario.of), holder, startedAt: at, dueAt: due },
        ...{ provisional: false, rulesVersion: baseRules.version, warnAt: warned.filter((one) => one > at) },
        ...(key !== undefined && { key })
      }
    })
    t.equal(set?.data.naturalDueAt, natural)
    await scene.play(steps, before(due))
    t.same(pastOf(await told()), ['set', 'met'], `met by ${way}`)
    t.match((await told())[1]?.data, { late: false, dueAt: due })
    await world.until(shifted(due, 86_400 * 40))
    t.same(pastOf(await told()), ['set', 'met'], 'and nothing after that')
  }
  if (besides) {
    const { scene } = await started(world, rule, scenario)
    await scene.play(besides, tenMinutesAfter(at))
    await scene.play(Object.values(scenario.meets)[0] ?? [], shifted(at, 1200))
    const statuses = (await scene.rows(rule.id, scenario.of)).map(({ status }) => status)
    t.same(statuses, ['met', 'open'], 'the other one runs on')
  }
}

/** Two reminders to the holder alone, then the breach to all whom it concerns, once; done late it is done. */
async function breachedAndMetLate(t: Test, world: World, rule: Rule, scenario: ClockScenario): Promise<void> {
  const { due, warned, holder, means, lapses } = scenario
  const { scene, told } = await started(world, rule, scenario)
  const past = ['set']
  for (const [index, at] of warned.entries()) {
    await world.until(before(at))
    t.same(pastOf(await told()), past, `nothing before ${at}`)
    await world.until(at)
    past.push('warned')
    const reminder = (await told()).at(-1)
    t.match(reminder, { type: 'deadline.warned.v1', audience: `${holder}:addressee`, data: { threshold: index + 1 } })
  }
  await world.until(before(after(due)))
  t.same(pastOf(await told()), past, 'nothing before its end')
  await world.until(after(due))
  await world.until(shifted(due, 86_400))
  const breaches = (await told()).filter(({ type }) => type === 'deadline.breached.v1')
  t.equal(breaches.length, 1, 'breached once')
  t.match(breaches[0]?.data, { dueAt: due, holder, consequence: rule.onBreach })
  t.match(rule.onBreach, means)
  t.equal(breaches[0]?.casenumber, scene.caseNumber)
  t.same(agenciesIn(breaches[0]?.audience), [...scenario.told].sort(), 'who is told')
  t.equal((await scene.rows(rule.id, scenario.of))[0]?.status, 'breached')
  const late = shifted(due, 86_400 * 2)
  if (lapses) {
    await t.rejects(scene.play(lapses.steps, late), new Refusal(lapses.code, ''), 'too late')
    return
  }
  await scene.play(Object.values(scenario.meets)[0] ?? [], late)
  t.match((await told()).at(-1), { type: 'deadline.met.v1', data: { late: true, dueAt: due } })
}

/** Extended, as often as the rule allows; stopped and going on; not stopped by what concerns other clocks. */
async function moved(t: Test, world: World, rule: Rule, scenario: ClockScenario): Promise<void> {
  const { at, due, extended, suspended = [], runsOn } = scenario
  t.equal(extended !== undefined, rule.extendedBy !== undefined, 'an extension is tried where the rule has one')
  t.equal(suspended.length > 0, rule.suspendedBy !== undefined, 'a suspension is tried where the rule has one')
  if (extended) {
    const { scene, told } = await started(world, rule, scenario)
    await scene.play(extended.by, tenMinutesAfter(at))
    t.match((await told()).at(-1), {
      type: 'deadline.recomputed.v1',
      data: { cause: 'extension', previousDueAt: due, dueAt: extended.due }
    })
    await world.until(after(due))
    t.notOk(pastOf(await told()).includes('breached'), 'the old end does not count')
    await world.until(after(extended.due))
    t.match((await told()).at(-1), { type: 'deadline.breached.v1', data: { dueAt: extended.due } })
  }
  for (const { by, from, back, until, due: end } of suspended) {
    const { scene, told } = await started(world, rule, scenario)
    await scene.play([by], from)
    t.match((await told()).at(-1), { type: 'deadline.suspended.v1', data: { suspendedAt: from } })
    t.match((await scene.rows(rule.id, scenario.of))[0], { status: 'suspended', due_at: null })
    await scene.play([back], until)
    t.match((await told()).at(-1), { type: 'deadline.recomputed.v1', data: { cause: 'resumption', dueAt: end } })
    await world.until(after(end))
    t.match((await told()).at(-1), { type: 'deadline.breached.v1', data: { dueAt: end } })
  }
  if (runsOn) {
    const { scene, told } = await started(world, rule, scenario)
    await scene.play(runsOn, tenMinutesAfter(at))
    t.same(pastOf(await told()), ['set'], 'other reasons do not stop it')
  }
}

/** Cancelled, started again, and never started where it does not apply. */
async function ended(t: Test, world: World, rule: Rule, scenario: ClockScenario): Promise<void> {
  const { at, due, cancelled = [], also = {}, again, notFor = {} } = scenario
  t.equal(cancelled.length > 0, rule.cancelledBy !== undefined, 'an end is tried where the rule has one')
  t.ok(rule.when === undefined || Object.keys(notFor).length > 0, 'a case is tried to which the rule does not apply')
  for (const steps of cancelled) {
    const { scene, told } = await started(world, rule, scenario)
    await scene.play(steps, tenMinutesAfter(at))
    const past = await told()
    t.match(past.at(-1), { type: 'deadline.cancelled.v1', data: { cause: 'event' } })
    t.same(
      pastOf(past.slice(0, -1)).filter((happened) => happened !== 'suspended'),
      ['set']
    )
    await world.until(shifted(due, 86_400 * 40))
    t.same(pastOf(await told()), pastOf(past), 'and nothing after that')
  }
  if (again) {
    const { scene } = await started(world, rule, scenario)
    await scene.play(again.steps, again.at)
    const newest = (await scene.rows(rule.id, scenario.of)).at(-1)
    t.match(newest, { status: 'open', holder: again.holder })
    t.equal(newest?.due_at?.getTime(), Date.parse(again.due))
  }
  for (const [way, steps] of Object.entries(also)) {
    const scene = world.scene()
    await scene.play(steps, at)
    t.match((await scene.told(rule.id, scenario.of))[0], { type: 'deadline.set.v1', data: { dueAt: due } }, way)
  }
  for (const [what, steps] of Object.entries(notFor)) {
    const scene = world.scene()
    const begun = async () =>
      (await scene.told(rule.id, scenario.of)).filter(({ type }) => type === 'deadline.set.v1').length
    await scene.play(steps.slice(0, -1), at)
    const before = await begun()
    await scene.play(steps.slice(-1), at)
    t.equal(await begun(), before, `no clock for ${what}`)
  }
}

async function started(world: World, rule: Rule, { before, start, at, of }: ClockScenario) {
  const scene = world.scene()
  const steps: Step[] = [...before, start]
  await scene.play(steps, at)
  return { scene, told: () => scene.told(rule.id, of) }
}
