import { baseRules, type DataProblem, type Rule, type RuleSet } from '@wuhu/calendar'
import { definitionOf } from '@wuhu/contracts'

/**
 * What a well-formed rule names that nobody knows: an event, a field of one, a kind of object, a role, a fact. Such a
 * rule would never run, and nobody would notice. Objects, roles and facts are known as far as the rules that came with
 * the program use them, because code of the owning service stands behind each.
 */
export function unknownNames({ rules }: RuleSet): DataProblem[] {
  return rules.flatMap((rule, index) =>
    [...eventProblems(rule), ...fieldProblems(rule), ...ownerProblems(rule)].map(([path, message, message_en]) => ({
      rule: rule.id,
      path: `/rules/${index}${path}`,
      message,
      message_en
    }))
  )
}

type Problem = readonly [path: string, message: string, english: string]

function eventProblems(rule: Rule): Problem[] {
  const { startsOn, metBy, cancelledBy = [], extendedBy = [], resumedBy = [], suspendedBy = [] } = rule
  const named = Object.entries({ startsOn, metBy, cancelledBy, extendedBy, resumedBy })
  const lists = named.flatMap(([field, types]) =>
    types.flatMap((type, index): Problem[] => (eventOf(type) ? [] : [noEvent(`/${field}/${index}`)]))
  )
  const suspending = suspendedBy.flatMap(({ event }, index): Problem[] =>
    eventOf(event) ? [] : [noEvent(`/suspendedBy/${index}/event`)]
  )
  return [...lists, ...suspending]
}

function fieldProblems({ object, startsOn, metBy, limitFrom, dueFrom, key }: Rule): Problem[] {
  const lacking = (field: string, name: string | undefined, types: readonly string[]): Problem[] =>
    name === undefined || types.every((type) => !eventOf(type) || hasField(type, name))
      ? []
      : [[`/${field}`, '事件没有这个字段', 'an event has no such field']]
  return [
    ...lacking('limitFrom', limitFrom, startsOn),
    ...lacking('dueFrom', dueFrom, startsOn),
    ...lacking('key', key, [...startsOn.filter((type) => !named(object, type, key)), ...metBy])
  ]
}

/** Whether the owning service names the item that such a start is about, where the event does not. */
function named(object: string, start: string, key: string | undefined): boolean {
  return baseRules.rules.some((rule) => rule.object === object && rule.key === key && rule.startsOn.includes(start))
}

function ownerProblems({ object, service, holder, informs, when = {} }: Rule): Problem[] {
  const alike = baseRules.rules.filter((rule) => rule.object === object)
  if (alike.length === 0) return [['/object', '没有这种业务对象', 'there is no such object']]
  const found: Problem[] = []
  if (alike[0]?.service !== service)
    found.push(['/service', '业务对象不属于该服务', 'the object is of another service'])
  const roles = ['office', 'procuratorate', ...alike.flatMap((rule) => [rule.holder, ...rule.informs])]
  if (!roles.includes(holder)) found.push(['/holder', '业务对象没有这个角色', 'the object has no such role'])
  informs.forEach((role, index) => {
    if (!roles.includes(role)) found.push([`/informs/${index}`, '业务对象没有这个角色', 'the object has no such role'])
  })
  const facts = alike.flatMap((rule) => Object.keys(rule.when ?? {}))
  for (const fact of Object.keys(when)) {
    if (!facts.includes(fact)) found.push([`/when/${fact}`, '业务对象没有这个事实', 'the object has no such fact'])
  }
  return found
}

const eventOf = (type: string) => definitionOf(`${type}.v1`)
const hasField = (type: string, name: string) => name in (eventOf(type)?.data.properties ?? {})
const noEvent = (path: string): Problem => [path, '没有这种事件', 'there is no such event']
