import { type assistQuarantined, type EventOf, parseActor } from '@wuhu/contracts'
import type { Apply } from '@wuhu/store'
import { onQuarantine } from '../commands/quarantine.ts'
import type { InfoTables } from '../tables.ts'
import { onCaseEvent } from './on-case-event.ts'

type AssistQuarantined = EventOf<typeof assistQuarantined>

/**
 * Events of joint-investigation: what belongs to a case joins its timeline, what was refused there for the mark of a state
 * secret joins the one queue, under the same id. Repeating changes nothing.
 */
export const onJointInvestigation: Apply<InfoTables> = async (tx, events) => {
  await onCaseEvent(tx, events)
  for (const { event } of events) {
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
