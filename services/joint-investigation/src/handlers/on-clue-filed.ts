import { type clueFiled, type EventOf, parseActor } from '@wuhu/contracts'
import type { Apply } from '@wuhu/store'
import { type Authorities, isAdministrative, procuratorateFor } from '../commands/authorities.ts'
import { decideTransfer } from '../commands/transfer-context.ts'
import type { JointTables } from '../tables.ts'

type ClueFiled = EventOf<typeof clueFiled>

/**
 * An agency filed a clue with signs of a crime: that a crime is suspected is noted for it, once a clue, and its clock to
 * form a team begins. The transfer has the clue's id, so that repeating the event finds it there.
 */
export function onClueFiled(authorities: Authorities): Apply<JointTables> {
  return async (tx, events) => {
    for (const { event } of events) {
      if (event.type !== 'clue.filed.v1' || event.casenumber === undefined) continue
      const { crimeSigns } = event.data as ClueFiled['data']
      const { agency } = parseActor(event.actor)
      if (!crimeSigns || !isAdministrative(authorities, agency)) continue
      const clue = event.subject.slice('clue/'.length)
      await decideTransfer(tx, {
        id: clue,
        command: {
          do: 'suspect',
          by: { agency },
          said: { ...crimeSigns, caseNumber: event.casenumber, procuratorate: procuratorateFor(authorities), clue },
          administrative: true
        },
        context: {
          service: 'joint-investigation',
          actor: { agency },
          now: event.time,
          causationId: event.id,
          correlationId: event.correlationid,
          traceparent: event.traceparent
        }
      })
    }
  }
}
