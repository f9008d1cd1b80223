import { Type } from '@sinclair/typebox'
import { beijingTime } from '@wuhu/contracts'
import { defineQuery, NotFound, type QueryDefinition } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import type { Kysely } from 'kysely'
import type { DeadlineTables } from './tables.ts'
import { createTimeLimits } from './time-limits.ts'

const strict = { additionalProperties: false }

/** What clocks run by, for everybody: `GET /v1/time-limits` and `GET /v1/calendar`. */
export function timeLimitQueries<DB extends DeadlineTables>({
  store
}: {
  readonly store: Store<DB>
}): QueryDefinition[] {
  const timeLimits = createTimeLimits()
  const db = store.db as unknown as Kysely<DeadlineTables>

  const rules = defineQuery({
    name: 'time-limits.get',
    path: '/v1/time-limits',
    action: 'calendar.read',
    tag: 'time-limits',
    title: { zh: '时限规则', en: 'Time limits' },
    description: {
      zh: '现行规则，或者指定版本的规则。计时中的时限按其开始时的版本。',
      en: 'The rules in force, or those of a version. What runs keeps the version that it started under.'
    },
    query: Type.Object({ version: Type.Optional(Type.String({ maxLength: 32, description: '规则版本' })) }, strict),
    answer: Type.Object(
      {
        version: Type.String(),
        note: Type.Optional(Type.String()),
        warn: Type.Unknown({ description: '各单位时限的两次提醒' }),
        rules: Type.Array(Type.Unknown()),
        versions: Type.Array(
          Type.Object(
            { version: Type.String(), adoptedAt: Type.Optional(Type.String()), current: Type.Boolean() },
            strict
          ),
          { description: '历次版本，先后为序' }
        )
      },
      strict
    ),
    async execute({ query: { version } }) {
      const current = (await timeLimits.read(db)).rules
      const all = await db.selectFrom('time_limit_versions').selectAll().orderBy('revision').execute()
      const asked = version === undefined ? current : all.find((one) => one.version === version)?.body
      if (!asked) throw new NotFound('limits.unknown', 'there is no such version')
      const versions = all.map(({ version, adopted_at: at }) => ({
        version,
        ...(at && { adoptedAt: beijingTime(at) }),
        current: version === current.version
      }))
      const { note, warn, rules } = asked
      return { body: { version: asked.version, ...(note !== undefined && { note }), warn, rules, versions } }
    }
  })

  const calendar = defineQuery({
    name: 'calendar.get',
    path: '/v1/calendar',
    action: 'calendar.read',
    tag: 'time-limits',
    title: { zh: '工作日历', en: 'Working-day calendar' },
    description: {
      zh: '已导入放假安排的年份；其余年份的时限为暂定，待通知公布后重算。',
      en: 'The years whose holiday notices are known. Dates beyond them are provisional until the notice is imported.'
    },
    answer: Type.Object(
      {
        version: Type.String(),
        years: Type.Array(Type.Unknown({ description: '年份、文号、来源、放假日、调休上班日、地方假日' }))
      },
      strict
    ),
    async execute() {
      const { calendar } = await timeLimits.read(db)
      const years = await db.selectFrom('calendar_years').selectAll().orderBy('year').execute()
      return { body: { version: calendar.version, years: years.map(({ body }) => body) } }
    }
  })
  return [rules, calendar]
}
