import { baseRules, parseRules } from '@wuhu/calendar'
import { dataProblems } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { elsewhere, limitsCommands as example, staff } from './calendar.fixture.ts'
import { limits } from './limits.ts'
import { unknownNames } from './limits-known.ts'

const command = example.adopt
const { rules } = command
const adopted = { type: 'limits.adopted.v1' as const, data: { version: '2027-01', note: '试用', rules } }
const stored = JSON.parse(JSON.stringify(adopted)) as typeof adopted

t.test('a set of rules is adopted once, under a new version', async (t) => {
  given(limits, []).when(command).then([adopted])
  given(limits, [stored]).when(command).then([])
  given(limits, [stored])
    .when({ ...command, rules: { ...rules, note: '又改' } })
    .refuses('limits.version-taken')
  given(limits, [])
    .when({ ...command, rules: { ...rules, version: baseRules.version } })
    .refuses('limits.version-taken')
  given(limits, [])
    .when({ ...command, rules: baseRules })
    .then([])
  t.same(dataProblems('limits.adopted.v1', stored.data), [])
  t.same(parseRules(stored.data.rules), rules, 'what is stored can be computed by')
})

t.test('a version that was in force never names other rules again', async (t) => {
  const second = { ...adopted, data: { ...adopted.data, version: '2027-02', rules: { ...rules, version: '2027-02' } } }
  given(limits, [stored, second]).when(command).refuses('limits.version-taken')
  given(limits, [stored, second])
    .when({ ...command, rules: baseRules })
    .refuses('limits.version-taken')
  t.same(fold(limits, [stored, second]).versions, [baseRules.version, '2027-01', '2027-02'])
})

t.test('it is of the head of the office', async () => {
  given(limits, [])
    .when({ ...command, by: staff })
    .refuses('calendar.role')
  given(limits, [])
    .when({ ...command, by: elsewhere })
    .refuses('calendar.office-only')
})

t.test('the rules that come with the program name only what there is', async (t) => {
  t.same(unknownNames(baseRules), [])
})

t.test('a rule that would never run is found out', async (t) => {
  const wrong: [string, object, string[]][] = [
    ['A1', { startsOn: ['clue.invented'] }, ['/startsOn/0']],
    ['A2', { suspendedBy: [{ event: 'clue.paused' }] }, ['/suspendedBy/0/event']],
    ['A2', { resumedBy: ['clue.resumed', 'clue.woken'] }, ['/resumedBy/1']],
    ['E1', { limitFrom: 'weeks' }, ['/limitFrom']],
    ['A6', { dueFrom: 'until' }, ['/dueFrom']],
    ['D2', { key: 'letter' }, ['/key']],
    ['B16', { startsOn: ['clue.penalty-decided', 'transfer.reported'] }, ['/key']],
    ['B1', { object: 'move' }, ['/object']],
    ['B1', { service: 'audit' }, ['/service']],
    ['B1', { holder: 'mayor', informs: ['office', 'mayor'] }, ['/holder', '/informs/1']],
    ['C1', { when: { inside: true } }, ['/when/inside']]
  ]
  for (const [id, change, paths] of wrong) {
    const index = baseRules.rules.findIndex((rule) => rule.id === id)
    const changed = baseRules.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule))
    const found = unknownNames({ ...baseRules, rules: changed })
    t.same(
      found.map(({ rule, path }) => [rule, path]),
      paths.map((path) => [id, `/rules/${index}${path}`])
    )
  }
})
