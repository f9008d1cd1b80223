import { type TObject, Type } from '@sinclair/typebox'
import { type CalendarYear, InvalidData, parseCalendarYear, parseRules, type RuleSet } from '@wuhu/calendar'
import { type AudienceEntry, audienceOf, calendarImported, limitsAdopted } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand, Problem } from '@wuhu/host'
import { execute } from '@wuhu/store'
import { calendar } from '../domain/calendar.ts'
import { limits } from '../domain/limits.ts'
import { unknownNames } from '../domain/limits-known.ts'
import { answer, by, contextOf, type Deps, offices, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const optionally = Type.Optional(by)
const { replaces: _replaces, ...notice } = (calendarImported.data as TObject).properties

/** Commands that change what time limits are computed by: holiday notices and rules. */
export function calendarCommands({ store, now }: Deps): CommandDefinition[] {
  const importYear = defineCommand({
    name: 'calendar.import',
    path: '/v1/calendar/years',
    action: 'calendar.change',
    intake: true,
    tag: 'time-limits',
    status: 201,
    title: { zh: '导入放假安排', en: "Import a year's holiday notice" },
    description: {
      zh: '由办公室主任办理。未办结的时限随即重算。年份已导入而内容不同的，须写明 replaces 为更正。',
      en: 'By the head of the office. Open deadlines are computed anew. Another content for a year that is there needs `replaces`.'
    },
    body: Type.Object(
      { ...notice, replaces: Type.Optional(Type.Boolean({ description: '是否更正已导入的年份' })), by: optionally },
      strict
    ),
    answer,
    async execute(call) {
      const { by: _, replaces = false, ...written } = call.body
      const parsed = checked<CalendarYear>(() => parseCalendarYear(written))
      const id = String(parsed.year)
      const done = await store.once(call, async (tx) => {
        const audience = await conference(tx, call.actor.agency)
        const { version, events } = await execute(tx, {
          decider: calendar,
          streamId: `calendar/${id}`,
          command: { do: 'import', by: call.actor, offices: await offices(tx), notice: parsed, replaces },
          expectedVersion: call.expectedVersion,
          context: contextOf(call, now()),
          describe: () => ({ audience })
        })
        return { id, version, status: 'imported', events: events.map(({ id, type }) => ({ id, type })) }
      })
      return { body: done.answer, version: done.answer.version, location: '/v1/calendar', replayed: done.replayed }
    }
  })

  const adopt = defineCommand({
    name: 'calendar.adopt-limits',
    path: '/v1/time-limits',
    action: 'calendar.change',
    intake: true,
    tag: 'time-limits',
    status: 201,
    title: { zh: '启用时限规则', en: 'Adopt time limits' },
    description: {
      zh: '由办公室主任办理，一次提交全部规则，格式同 GET /v1/time-limits。已开始的时限仍按原版本规则。',
      en: 'By the head of the office: the whole set, as GET /v1/time-limits gives it. What runs already keeps its version.'
    },
    body: Type.Object(
      {
        version: limitsAdopted.data.properties.version,
        note: limitsAdopted.data.properties.note,
        warn: Type.Unknown({ description: '各单位时限的两次提醒' }),
        rules: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200, description: '全部规则' }),
        by: optionally
      },
      strict
    ),
    answer,
    async execute(call) {
      const { by: _, ...written } = call.body
      const rules = checked<RuleSet>(() => {
        const parsed = parseRules(written)
        const problems = unknownNames(parsed)
        if (problems.length > 0) throw new InvalidData('rules', problems)
        return parsed
      })
      const done = await store.once(call, async (tx) => {
        const audience = await conference(tx, call.actor.agency)
        const { version, events } = await execute(tx, {
          decider: limits,
          streamId: 'time-limits/rules',
          command: { do: 'adopt', by: call.actor, offices: await offices(tx), rules },
          expectedVersion: call.expectedVersion,
          context: contextOf(call, now()),
          describe: () => ({ audience })
        })
        return { id: rules.version, version, status: 'adopted', events: events.map(({ id, type }) => ({ id, type })) }
      })
      return { body: done.answer, version: done.answer.version, location: '/v1/time-limits', replayed: done.replayed }
    }
  })

  return [importYear, adopt]
}

/** @throws Problem 400 with the place of everything that is wrong */
function checked<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof InvalidData)) throw error
    const errors = error.problems.map(({ rule, path, message, message_en }) => ({
      in: 'body' as const,
      path,
      message: rule === undefined ? message : `${rule}：${message}`,
      message_en: rule === undefined ? message_en : `${rule}: ${message_en}`
    }))
    throw new Problem(400, 'request.invalid', 'see errors', errors)
  }
}

/** Everybody's clocks go by it. */
async function conference({ db }: Pick<Tx, 'db'>, publisher: string): Promise<AudienceEntry[]> {
  const known = await db.selectFrom('directory_agencies').select('code').orderBy('code').execute()
  const everybody = known.map(({ code }) => ({ agency: code, ground: 'conference' as const }))
  return audienceOf({ agency: publisher, ground: 'publisher' }, ...everybody)
}
