import { documentRoutes, findCopies, type ThingWithDocuments } from '@wuhu/documents'
import type { App, NotFound } from '@wuhu/host'
import { unknownConsultation } from '../commands/consultation-call.ts'
import { type Deps, unknownAssistance } from '../commands/context.ts'
import { unknownTransfer } from '../commands/transfer-context.ts'
import type { JointTables } from '../tables.ts'
import { assistanceDocuments } from './documents-assistance.ts'
import { consultationDocuments } from './documents-consultation.ts'
import { transferDocuments } from './documents-transfer.ts'

type Thing = ThingWithDocuments<JointTables>

/** Documents 文书 of assistances, transfers and consultations, for whoever took part. */
export function jointDocumentRoutes(app: App, { store }: Pick<Deps, 'store'>): void {
  documentRoutes(app, {
    store,
    things: [
      {
        name: 'assistance',
        path: '/v1/assistances',
        action: 'assistance.read',
        tag: 'assistances',
        title: { zh: '协查', en: 'an assistance' },
        rules: assistanceDocuments,
        find: copiesOf('assistance', unknownAssistance)
      },
      {
        name: 'transfer',
        path: '/v1/transfers',
        action: 'transfer.read',
        tag: 'transfers',
        title: { zh: '移送', en: 'a transfer' },
        rules: transferDocuments,
        find: copiesOf('transfer', unknownTransfer)
      },
      {
        name: 'consultation',
        path: '/v1/consultations',
        action: 'consultation.read',
        tag: 'consultations',
        title: { zh: '会商', en: 'a consultation' },
        rules: consultationDocuments,
        find: copiesOf('consultation', unknownConsultation)
      }
    ]
  })
}

/** Copies by audience; a stranger is told what it would be told if there were no such thing. */
const copiesOf =
  (stream: string, unknown: () => NotFound): Thing['find'] =>
  async (reading, agency, id) => {
    const found = await findCopies(reading, `${stream}/${id}`, agency)
    if (found.copies.length === 0) throw unknown()
    return found
  }
