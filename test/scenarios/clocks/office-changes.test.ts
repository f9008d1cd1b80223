import { baseRules } from '@wuhu/calendar'
import t from 'tap'
import { createClockWorld } from './clock-world.ts'
import type { Step } from './scenario.ts'
import { clocked, scenarios } from './services.ts'

/** A notice as it could come: Monday 4 January off as well, a Saturday later in the month worked. */
const imported: Step = {
  ...{ heard: 'calendar.imported', on: 'calendar', by: 'amr' },
  data: {
    ...{ year: 2027, notice: '国办发明电〔2026〕9号', source: '测试用' },
    daysOff: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'],
    ...{ workdays: ['2027-01-23'], replaces: false }
  }
}

/** By hand: four working days are left of December; without the notice only 1 January is known to be off. */
const acrossNewYear: Readonly<Record<string, { at: string; provisional: string; known: string }>> = {
  A2: { at: '2026-12-25', provisional: '2027-01-18', known: '2027-01-19' },
  B2: { at: '2026-12-30', provisional: '2027-01-04', known: '2027-01-05' },
  C2b: { at: '2026-12-25', provisional: '2027-01-11', known: '2027-01-12' },
  E1: { at: '2026-12-25', provisional: '2027-01-04', known: '2027-01-05' }
}
const endOf = (date: string) => `${date}T23:59:59+08:00`

for (const service of Object.values(clocked)) {
  t.test(`${service.name}: a year becomes known`, async (t) => {
    const world = await createClockWorld(t, service)
    const crossing = []
    for (const { id, service: owner } of baseRules.rules) {
      const [scenario, days] = [scenarios[id], acrossNewYear[id]]
      if (owner !== service.name || !scenario || !days) continue
      const scene = world.scene()
      await scene.play([...scenario.before, scenario.start], `${days.at}T10:00:00+08:00`)
      crossing.push({ ...days, told: () => scene.told(id, scenario.of) })
    }
    t.ok(crossing.length > 0, 'a rule of the service crosses New Year')
    for (const { provisional, told } of crossing) {
      t.match((await told()).at(-1)?.data, { dueAt: endOf(provisional), provisional: true })
    }

    await world.scene().play([imported], '2026-12-31T10:00:00+08:00')
    await world.until('2026-12-31T10:00:01+08:00')
    for (const { provisional, known, told } of crossing) {
      const recomputed = (await told()).filter(({ type }) => type === 'deadline.recomputed.v1')
      t.match(
        recomputed.map(({ data }) => data),
        [{ cause: 'calendar', previousDueAt: endOf(provisional), dueAt: endOf(known), provisional: false }]
      )
    }
    const counts = await Promise.all(crossing.map(async ({ told }) => (await told()).length))
    await world.scene().play([imported], '2026-12-31T11:00:00+08:00')
    await world.until('2026-12-31T11:00:01+08:00')
    const again = await Promise.all(crossing.map(async ({ told }) => (await told()).length))
    t.same(again, counts, 'the same notice again changes nothing')

    await world.until(endOf('2027-01-30'))
    for (const { known, told } of crossing) {
      t.match((await told()).at(-1), { type: 'deadline.breached.v1', data: { dueAt: endOf(known) } })
    }
  })
}

t.test('rules of the office: what runs keeps its own, what starts goes by the new ones', async (t) => {
  const scenario = scenarios.A1
  if (!scenario) throw new TypeError('A1 has its scenario')
  const world = await createClockWorld(t, clocked['info-sharing'])
  const start = [...scenario.before, scenario.start]
  const [first, second] = [world.scene(), world.scene()]
  await first.play(start, '2026-06-22T10:00:00+08:00')
  const rules = baseRules.rules.map((rule) => (rule.id === 'A1' ? { ...rule, limit: 3 } : rule))
  const data = { version: '2026-07', rules: { ...baseRules, version: '2026-07', rules } }
  await world
    .scene()
    .play([{ heard: 'limits.adopted', on: 'time-limits', by: 'amr', data }], '2026-06-22T11:00:00+08:00')
  await second.play(start, '2026-06-22T12:00:00+08:00')
  t.match(
    (await first.told('A1', 'clue')).map(({ data }) => data),
    [{ dueAt: endOf('2026-06-23'), rulesVersion: baseRules.version }]
  )
  t.match(
    (await second.told('A1', 'clue')).map(({ data }) => data),
    [{ dueAt: endOf('2026-06-25'), rulesVersion: '2026-07' }]
  )
})
