import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import {
  approver,
  days,
  issuer,
  optionalDocumentNumber,
  reason,
  subject,
  superviseDocument,
  target,
  title
} from './fields.ts'

/** A person confirmed it, and the card goes out. `days` is the period of rule E1. */
export const superviseIssued = defineEvent({
  type: 'supervise.issued.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '督办', en: 'Supervision issued' },
  data: {
    target,
    issuer,
    subject,
    document: open(superviseDocument),
    documentNumber: optionalDocumentNumber,
    title,
    reason,
    demand: work(Text(2000, '督办要求')),
    days,
    approver
  }
})
