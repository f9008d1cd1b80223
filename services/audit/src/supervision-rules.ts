import { baseRules, type RuleSet } from '@wuhu/calendar'
import type { Transaction } from '@wuhu/store'
import data from './data/supervision.json' with { type: 'json' }
import type { SupervisionRules } from './domain/supervision-state.ts'
import type { AuditDb } from './tables.ts'

/** Clocks that no conference takes up, and why. */
export const unsupervised: Readonly<Record<string, string>> = data.unsupervised

/** What a clock is called, in the rules that came with the program. */
export const nameOfRule = (id: string): string | undefined => baseRules.rules.find((rule) => rule.id === id)?.zh

/**
 * Where a rule stands, as a card cites it: its Chinese sources with their articles 条, without the notes for the people who
 * keep the rules. A time limit that no law has is the office's own.
 */
export function lawOfRule(id: string): string {
  const source = baseRules.rules.find((rule) => rule.id === id)?.source ?? ''
  const cited = source
    .split(/[;:]/)
    .map((one) => one.replace(/ \(.*$/, '').trim())
    .filter((one) => /^\d*[\u4e00-\u9fa5]/.test(one))
    .map((one) => one.replace(/ ?(\d+)$/, '第$1条'))
  return cited.length === 0 ? '办公室工作时限' : cited.join('；')
}

/** The days that a card may give: what rule E1 allows, as the office adopted it last. */
export async function supervisionRulesIn({ db }: Pick<Transaction<AuditDb>, 'db'>): Promise<SupervisionRules> {
  const adopted = await db
    .selectFrom('time_limit_versions')
    .select('body')
    .where('base', '=', false)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { days: daysOf(adopted?.body ?? baseRules), unsupervised }
}

function daysOf({ rules }: RuleSet): SupervisionRules['days'] {
  const rule = rules.find(({ id }) => id === 'E1')
  if (!rule) throw new TypeError('the rules have no E1')
  const [min, max] = rule.settable ?? [rule.limit, rule.limit]
  return { min, max }
}
