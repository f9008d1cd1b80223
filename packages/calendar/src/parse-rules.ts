import { type DataProblem, InvalidData } from './invalid-data.ts'
import { type Rule, type RuleSet, WrittenRule, WrittenSet } from './rule.ts'
import { shapeProblems } from './shape-problems.ts'

/**
 * A whole set of rules, as the office writes it; each rule comes back with its warnings filled in, and parsing that
 * again changes nothing. @throws InvalidData (a TypeError) with every problem: its rule, its path, a sentence
 */
export function parseRules(json: unknown): RuleSet {
  const outside = shapeProblems(WrittenSet, json)
  if (outside.length > 0) throw new InvalidData('rules', outside)
  const set = json as RuleSet
  const problems = set.rules.flatMap((rule, index) => problemsOf(rule, index))
  const ids = set.rules.map((rule) => rule?.id)
  set.rules.forEach((rule, index) => {
    if (rule?.id !== undefined && ids.indexOf(rule.id) < index) {
      problems.push(problem(rule, index, '/id', '编号重复', 'the id is used twice'))
    }
  })
  if (problems.length > 0) throw new InvalidData('rules', problems)
  return { ...set, rules: set.rules.map((rule) => ({ ...rule, warn: rule.warn ?? set.warn[rule.unit] })) }
}

function problemsOf(rule: Rule, index: number): DataProblem[] {
  const shape = shapeProblems(WrittenRule, rule)
  if (shape.length > 0) return shape.map((found) => ({ ...found, ...placed(rule, index, found.path) }))
  const say = (path: string, message: string, english: string) => problem(rule, index, path, message, english)
  const found: DataProblem[] = []
  const { limit, unit, calendar, settable, extension } = rule
  if ((unit === 'hour') !== (calendar === 'clock')) {
    found.push(say('/calendar', '小时只能按时钟计算，日和月不能', 'hours run by the clock, and nothing else does'))
  }
  if (unit === 'month' && calendar === 'working') {
    found.push(say('/calendar', '月不能按工作日计算', 'months are not counted in working days'))
  }
  if (rule.rollsToWorkingDay && calendar !== 'natural') {
    found.push(say('/rollsToWorkingDay', '只有自然日可以顺延', 'only a natural day rolls to a working day'))
  }
  if (settable && !(settable[0] <= limit && limit <= settable[1])) {
    found.push(say('/settable', '可设范围应包含规定的期限', 'the settable range does not contain the limit'))
  }
  if (rule.limitFrom && !settable) found.push(say('/limitFrom', '缺少可设范围', 'there is no settable range'))
  if (rule.limitFrom && rule.dueFrom) found.push(say('/dueFrom', '与 limitFrom 冲突', 'excludes limitFrom'))
  if (extension && (extension.unit === 'hour') !== (unit === 'hour')) {
    found.push(say('/extension/unit', '与期限的单位不合', 'does not fit the unit of the limit'))
  }
  if (rule.extendedBy && !extension) {
    found.push(say('/extendedBy', '没有规定延期', 'there is no extension to give'))
  }
  return [...found, ...suspensionProblems(rule, say), ...warningProblems(rule, say)]
}

type Say = (path: string, message: string, english: string) => DataProblem

function suspensionProblems({ suspendedBy, resumedBy, unit }: Rule, say: Say): DataProblem[] {
  if (suspendedBy && unit === 'hour') return [say('/suspendedBy', '小时不中止', 'hours never pause')]
  if (suspendedBy && !resumedBy) return [say('/resumedBy', '缺少恢复事件', 'nothing ends the suspension')]
  if (resumedBy && !suspendedBy) return [say('/suspendedBy', '缺少中止事件', 'there is no suspension to end')]
  return []
}

/** 09:00 of a day is 15 hours before its end. */
function warningProblems({ warn, unit }: Rule, say: Say): DataProblem[] {
  if (!warn) return []
  const [first, second] = warn.map(({ before, unit }) => (unit === 'day' ? before * 24 + 15 : before))
  if ((first ?? 0) <= (second ?? 0)) {
    return [say('/warn', '第一次提醒应早于第二次', 'the first warning is not before the second')]
  }
  if (unit === 'hour' && warn.some((one) => one.unit !== 'hour')) {
    return [say('/warn', '按小时计算的期限应按小时提醒', 'hours are warned of in hours')]
  }
  return []
}

function placed(rule: Rule, index: number, path: string) {
  const id: unknown = rule?.id
  return { path: `/rules/${index}${path}`, ...(typeof id === 'string' && { rule: id.slice(0, 8) }) }
}

function problem(rule: Rule, index: number, path: string, message: string, message_en: string): DataProblem {
  return { ...placed(rule, index, path), message, message_en }
}
