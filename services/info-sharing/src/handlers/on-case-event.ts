import type { Apply } from '@wuhu/store'
import type { InfoTables } from '../tables.ts'
import { addToTimeline } from '../views/timeline.ts'

/** What other services did on a case joins its timeline; repeating changes nothing. */
export const onCaseEvent: Apply<InfoTables> = async (tx, events) => {
  for (const { event, body } of events) await addToTimeline(tx.db, [event], [body])
}
