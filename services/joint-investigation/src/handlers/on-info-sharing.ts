import { createDirectoryView } from '@wuhu/access'
import type { Apply } from '@wuhu/store'
import type { JointTables } from '../tables.ts'
import { caseView } from '../views/cases.ts'

const directory = createDirectoryView()

/** Events of info-sharing become the directory and the case register as this service knows them. */
export const onInfoSharing: Apply<JointTables> = async (tx, events) => {
  for (const { event } of events) {
    await directory.apply(tx.db, event)
    await caseView.apply(tx.db, event)
  }
}
