import { type clueFiled, type Envelope, type EventOf, parseActor } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import type { Apply } from '@wuhu/store'
import { type Authorities, isAdministrative, procuratorateFor } from '../commands/authorities.ts'
import type { Tx } from '../commands/context.ts'
import { decideTransfer } from '../commands/transfer-context.ts'
import { transfer } from '../domain/transfer.ts'
import { hasEnded } from '../domain/transfer-sender.ts'
import type { TransferState } from '../domain/transfer-state.ts'
import type { JointTables } from '../tables.ts'

type ClueFiled = EventOf<typeof clueFiled>

/**
 * An agency filed a clue with signs of a crime: that a crime is suspected is noted for it, and its clock to form a team
 * begins. Filed again after a reopening, with the transfer of the last time at its end, it is another suspicion; while that
 * transfer is under way, it is the same. Repeating the event changes nothing.
 */
export function onClueFiled(authorities: Authorities): Apply<JointTables> {
  return async (tx, events) => {
    for (const { event } of events) {
      if (event.type !== 'clue.filed.v1' || event.casenumber === undefined) continue
      const { crimeSigns } = event.data as ClueFiled['data']
      const { agency } = parseActor(event.actor)
      if (!crimeSigns || !isAdministrative(authorities, agency)) continue
      const clue = event.subject.slice('clue/'.length)
      const id = await newTransferOf(tx, clue, event)
      if (id === undefined) continue
      await decideTransfer(tx, {
        id,
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

/**
 * The id of the transfer that the filing begins: the first has the clue's, a later one the filing's. Undefined when there
 * is one already: begun by this very event, or not at its end when the clue was filed.
 */
async function newTransferOf(tx: Tx, clue: string, filing: Envelope): Promise<string | undefined> {
  const before = await tx.db.selectFrom('transfers').select('id').where('clue', '=', clue).orderBy('id').execute()
  for (const { id } of before) {
    const { events } = await tx.read(`transfer/${id}`)
    if (events[0]?.causationid === filing.id) return undefined
    const past = events.filter(({ time }) => Date.parse(time) <= Date.parse(filing.time))
    const state: TransferState = fold(transfer, past as never)
    if (!hasEnded(state)) return undefined
  }
  return before.length === 0 ? clue : filing.id
}
