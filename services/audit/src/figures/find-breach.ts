import type { DeadlineEvent, Envelope } from '@wuhu/contracts'
import type { Transaction } from '@wuhu/store'
import type { Breach } from '../domain/supervision-state.ts'
import { lawOfRule, nameOfRule } from '../supervision-rules.ts'
import type { AuditDb } from '../tables.ts'

type Breached = Extract<DeadlineEvent, { type: 'deadline.breached.v1' }>

/** A missed clock, and the case that it belongs to. */
export interface FoundBreach {
  /** Of the event, and of the supervision that follows from it: a clock is missed once. */
  readonly id: string
  readonly breach: Breach
  readonly caseNumber: string | undefined
}

/** What an event says of a clock that was missed. */
export function breachOf(event: Envelope): FoundBreach {
  const { rule, of, holder, dueAt } = event.data as Breached['data']
  const deadline = event.subject.slice('deadline/'.length)
  const name = nameOfRule(rule)
  const breach = { deadline, rule, law: lawOfRule(rule), of, holder, dueAt, ...(name !== undefined && { name }) }
  return { id: event.id, breach, caseNumber: event.casenumber }
}

/** The missed clock of that id, as the log has it; undefined when it has none. */
export async function findBreach(
  { db }: Pick<Transaction<AuditDb>, 'db'>,
  deadline: string
): Promise<FoundBreach | undefined> {
  const row = await db
    .selectFrom('log')
    .select('body')
    .where('stream_id', '=', `deadline/${deadline}`)
    .where('type', '=', 'deadline.breached.v1')
    .executeTakeFirst()
  return row && breachOf(JSON.parse(row.body.toString('utf8')) as Envelope)
}
