import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'
import { exhibits, letterOf } from './fields.ts'

/** Exhibits and other material of the filed case went to the police (国令310 art 12). */
export const transferExhibitsHandedOver = defineEvent({
  type: 'transfer.exhibits-handed-over.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '移交涉案物品', en: 'Exhibits handed over' },
  data: {
    exhibits: work(exhibits),
    documentNumber: letterOf('查封、扣押物品移送告知书文号'),
    attachments: work(Type.Optional(assistAttachments))
  }
})
