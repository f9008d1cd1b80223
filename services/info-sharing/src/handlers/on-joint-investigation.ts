import { type assistQuarantined, type EventOf, parseActor } from '@wuhu/contracts'
import type { Apply } from '@wuhu/store'
import { onQuarantine } from '../commands/quarantine.ts'
import type { InfoTables } from '../tables.ts'
import { applyOpenWork } from '../views/open-works.ts'
import { applySent } from '../views/sent.ts'
import { isNew } from './clue-of-transfer.ts'
import { onCaseEvent } from './on-case-event.ts'
import { onTransferReturned } from './on-transfer-returned.ts'
import { onTransferSent } from './on-transfer-sent.ts'

/** What may take a lead to the police, or back. */
const movesClues = /^transfer\.|^deadline\.breached\./
type AssistQuarantined = EventOf<typeof assistQuarantined>

/**
 * Events of joint-investigation: what belongs to a case joins its timeline and is known to be open or not; a transfer takes
 * its lead along, to the police and back; what was refused there for the mark of a state secret joins the one queue, under
 * the same id. Repeating changes nothing.
 */
export const onJointInvestigation: Apply<InfoTables> = async (tx, events) => {
  await onCaseEvent(tx, events)
  for (const { event } of events) {
    // An old event again must not take a lead along that has come back since.
    if (movesClues.test(event.type) && (await isNew(tx, event))) {
      await onTransferSent(tx, event)
      await onTransferReturned(tx, event)
    }
    await applyOpenWork(tx.db, event)
    await applySent(tx.db, [event])
    if (event.type !== 'assist.quarantined.v1') continue
    const data = event.data as AssistQuarantined['data']
    const id = event.subject.slice('quarantine/'.length)
    await onQuarantine(
      tx,
      id,
      { do: 'open', refused: { ...data, service: 'joint-investigation' } },
      {
        service: 'info-sharing',
        actor: parseActor(event.actor),
        now: event.time,
        causationId: event.id,
        correlationId: event.correlationid,
        traceparent: event.traceparent
      }
    )
  }
}
