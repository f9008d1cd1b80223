import { type assistQuarantined, type EventOf, parseActor } from '@wuhu/contracts'
import type { Apply } from '@wuhu/store'
import { onQuarantine } from '../commands/quarantine.ts'
import type { InfoTables } from '../tables.ts'
import { applyOpenWork } from '../views/open-works.ts'
import { applySent } from '../views/sent.ts'
import { onCaseEvent } from './on-case-event.ts'
import { onTransferReturned } from './on-transfer-returned.ts'
import { onTransferSent } from './on-transfer-sent.ts'

type AssistQuarantined = EventOf<typeof assistQuarantined>

/**
 * Events of joint-investigation: what belongs to a case joins its timeline and is known to be open or not; a transfer takes
 * its lead along, to the police and back; what was refused there for the mark of a state secret joins the one queue, under
 * the same id. Repeating changes nothing.
 */
export const onJointInvestigation: Apply<InfoTables> = async (tx, events) => {
  await onCaseEvent(tx, events)
  for (const { event } of events) {
    await applyOpenWork(tx.db, event)
    await applySent(tx.db, [event])
    await onTransferSent(tx, event)
    await onTransferReturned(tx, event)
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
