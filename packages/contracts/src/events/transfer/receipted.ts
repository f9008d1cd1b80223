import { defineEvent } from '../../define-event.ts'
import { AgencyCode } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { letterOf } from './fields.ts'

/** The police signed for it 移送书回执. Incomplete papers are no reason not to (国令310 art 7). */
export const transferReceipted = defineEvent({
  type: 'transfer.receipted.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '签收移送', en: 'Transfer receipted' },
  data: {
    police: open(AgencyCode('签收的公安机关')),
    receiptNumber: letterOf('移送书回执文号')
  }
})
