import t from 'tap'
import written from './data/time-limits.json' with { type: 'json' }
import { baseRules, type InvalidData, parseRules } from './index.ts'

type Written = Record<string, unknown>
const rules = written.rules as unknown as Written[]

/** The set with one rule changed; a field of `undefined` is taken out. */
const changed = (id: string, change: Written): unknown =>
  JSON.parse(
    JSON.stringify({ ...written, rules: rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) })
  )

const problemsOf = (json: unknown): string[] => {
  try {
    parseRules(json)
    return []
  } catch (error) {
    return (error as InvalidData).problems.map(
      ({ rule, path }) => `${rule ?? '-'} ${path.replace(/^\/rules\/\d+/, '')}`
    )
  }
}

t.test('the rules that come with the project are sound', async (t) => {
  t.equal(baseRules.rules.length, rules.length)
  t.same(parseRules(baseRules), baseRules, 'parsing again changes nothing')
  for (const rule of baseRules.rules) t.equal(rule.warn.length, 2, rule.id)
  t.same(baseRules.rules.find(({ id }) => id === 'B3')?.warn, written.warn.hour, 'thresholds of its unit')
})

t.test('what cannot be computed by is refused, with its rule and its place', async (t) => {
  const wrong: [string, string, Written, string[]][] = [
    ['unknown field', 'A1', { colour: 'red' }, ['A1 /colour']],
    ['missing field', 'A1', { metBy: undefined }, ['A1 /metBy']],
    ['nothing starts it', 'A1', { startsOn: [] }, ['A1 /startsOn']],
    ['a version in an event type', 'A1', { startsOn: ['clue.received.v1'] }, ['A1 /startsOn/0']],
    ['id twice', 'A2', { id: 'A1' }, ['A1 /id']],
    ['one threshold', 'A1', { warn: [{ before: 1, unit: 'day' }] }, ['A1 /warn']],
    [
      'thresholds in the wrong order',
      'A1',
      {
        warn: [
          { before: 1, unit: 'day' },
          { before: 3, unit: 'day' }
        ]
      },
      ['A1 /warn']
    ],
    [
      'hours warned of in days',
      'B3',
      {
        warn: [
          { before: 1, unit: 'day' },
          { before: 2, unit: 'hour' }
        ]
      },
      ['B3 /warn']
    ],
    ['range without the limit', 'E1', { settable: [11, 20] }, ['E1 /settable']],
    ['range upside down', 'E1', { settable: [20, 5] }, ['E1 /settable']],
    ['limit from the event without a range', 'E1', { settable: undefined }, ['E1 /limitFrom']],
    ['date and number from the event', 'E1', { dueFrom: 'dueOn' }, ['E1 /dueFrom']],
    ['hours by the working day', 'B3', { calendar: 'working' }, ['B3 /calendar']],
    ['days by the clock', 'A1', { calendar: 'clock' }, ['A1 /calendar']],
    ['months of working days', 'E2', { calendar: 'working' }, ['E2 /calendar']],
    ['rolling working days', 'A1', { rollsToWorkingDay: true }, ['A1 /rollsToWorkingDay']],
    ['extended without an extension', 'A1', { extendedBy: ['clue.extended'] }, ['A1 /extendedBy']],
    [
      'extension in another unit',
      'A2',
      { extension: { limit: 5, unit: 'hour', approver: 'x', times: 1 } },
      ['A2 /extension/unit']
    ],
    [
      'extension never given',
      'A2',
      { extension: { limit: 5, unit: 'day', approver: 'x', times: 0 } },
      ['A2 /extension/times']
    ],
    ['suspended for ever', 'A2', { resumedBy: undefined }, ['A2 /resumedBy']],
    ['resumed without suspension', 'A2', { suspendedBy: undefined }, ['A2 /suspendedBy']],
    [
      'hours that pause',
      'B3',
      { suspendedBy: [{ event: 'clue.suspended' }], resumedBy: ['clue.resumed'] },
      ['B3 /suspendedBy']
    ],
    ['two at once', 'A1', { limit: -1, holder: '' }, ['A1 /limit', 'A1 /holder']]
  ]
  for (const [what, id, change, expected] of wrong) t.same(problemsOf(changed(id, change)), expected, what)
  t.same(problemsOf({ ...written, version: '' }), ['- /version'])
  t.same(problemsOf({ ...written, rules: [] }), ['- /rules'])
  t.same(problemsOf({ ...written, rules: [null, ...rules] }), ['- '])
  t.same(problemsOf({ ...written, title: 'x' }), ['- /title'])
  for (const json of [null, 'text', 7]) t.same(problemsOf(json), ['- '], JSON.stringify(json))
})

t.test('a problem is a sentence in two languages that repeats no value', async (t) => {
  t.throws(() => parseRules(changed('A2', { resumedBy: undefined })), {
    name: 'InvalidData',
    message: 'rule A2 at /rules/1/resumedBy: nothing ends the suspension.',
    problems: [{ message: '缺少恢复事件', message_en: 'nothing ends the suspension' }]
  })
})
