import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** A recipient signed for a notice 签收; its publisher sees who did. */
export const infoReceiptSigned = defineEvent({
  type: 'info.receipt-signed.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '签收', en: 'Receipt signed' },
  data: {
    notice: open(UuidV7('所签收的信息')),
    agency: open(AgencyCode('签收单位')),
    note: work(Type.Optional(Text(500, '签收备注')))
  }
})
