import { createDirectoryView } from '@wuhu/access'
import type { Apply } from '@wuhu/store'
import type { Authorities } from '../commands/authorities.ts'
import type { JointTables } from '../tables.ts'
import { candidateView } from '../views/candidates.ts'
import { caseView } from '../views/cases.ts'
import { concernedView } from '../views/concerned.ts'
import { penaltyView } from '../views/penalties.ts'
import { onClueFiled } from './on-clue-filed.ts'

const directory = createDirectoryView()

/** Events of info-sharing become the directory, the case register, the pool of experts and the penalties as this service knows them. */
export const onInfoSharing: Apply<JointTables> = async (tx, events) => {
  for (const { event } of events) {
    await directory.apply(tx.db, event)
    await caseView.apply(tx.db, event)
    await concernedView.apply(tx.db, event)
    await candidateView.apply(tx.db, event)
    await penaltyView.apply(tx.db, event)
  }
}

/**
 * The same, and what follows: a clue filed with signs of a crime becomes a suspicion. The clocks hear of all of it last, in
 * the same order, so that they find the suspicion when they hear of a penalty in its case.
 */
export function followInfoSharing(authorities: Authorities, clocks?: Apply<JointTables>): Apply<JointTables> {
  const suspect = onClueFiled(authorities)
  return async (tx, events) => {
    await onInfoSharing(tx, events)
    await suspect(tx, events)
    await clocks?.(tx, events)
  }
}
