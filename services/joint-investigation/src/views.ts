import type { View } from '@wuhu/store'
import type { JointDb } from './tables.ts'
import { assistanceView } from './views/assistances.ts'
import { consultationView } from './views/consultations.ts'
import { evidenceView } from './views/evidence.ts'
import { transferView } from './views/transfers.ts'

/** Rows that follow from the service's own events, in the transaction that appends them. */
export const views: readonly View<JointDb>[] = [assistanceView, consultationView, evidenceView, transferView]
