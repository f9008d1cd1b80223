import { type EventOf, parseActor, type superviseQuarantined } from '@wuhu/contracts'
import type { Apply } from '@wuhu/store'
import { onQuarantine } from '../commands/quarantine.ts'
import type { InfoTables } from '../tables.ts'

type SuperviseQuarantined = EventOf<typeof superviseQuarantined>

/**
 * Events of audit: what was refused there for the mark of a state secret joins the one queue, under the same id.
 * Repeating changes nothing.
 */
export const onAudit: Apply<InfoTables> = async (tx, events) => {
  for (const { event } of events) {
    if (event.type !== 'supervise.quarantined.v1') continue
    const refused = { ...(event.data as SuperviseQuarantined['data']), service: 'audit' as const }
    await onQuarantine(
      tx,
      event.subject.slice('quarantine/'.length),
      { do: 'open', refused },
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
