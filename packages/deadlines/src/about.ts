import type { Envelope } from '@wuhu/contracts'
import type { StoreTables, Transaction } from '@wuhu/store'

/** What an event means for the clocks of one aggregate: who plays which role, and what holds, when it happened. */
export interface About {
  /** The aggregate that the clock runs on: `transfer/<id>`. */
  readonly subject: string
  readonly caseNumber?: string | undefined
  /**
   * Agency, or agencies, by the name of the role that rules speak of; `office` among them. An empty list: nobody in the
   * mechanism, so that no clock is held against it.
   */
  readonly roles: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Agencies that follow the clock besides its holder. */
  readonly involved: readonly string[]
  /** What holds. Under the name of a rule's key: the item that its clock is about, where the event itself names none. */
  readonly facts: Readonly<Record<string, string | boolean | undefined>>
}

/**
 * The service's knowledge of its aggregates: for each event, in order, the aggregates whose clocks it starts, ends or
 * stops, mostly its own one. Folds its aggregates' streams up to the event, so that repeating gives the same.
 */
export type Resolve<DB> = (
  tx: Transaction<DB & StoreTables>,
  events: readonly Envelope[]
) => Promise<readonly (readonly About[])[]>

/** The agencies of a role; undefined when it is not known who plays it. */
export function agenciesOf({ roles }: About, role: string): readonly string[] | undefined {
  const found = roles[role]
  return typeof found === 'string' ? [found] : found
}
