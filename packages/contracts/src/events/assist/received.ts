import { defineEvent } from '../../define-event.ts'
import { AgencyCode } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** The addressee signed for the letter. */
export const assistReceived = defineEvent({
  type: 'assist.received.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '签收协查函', en: 'Assistance request received' },
  data: { addressee: open(AgencyCode({ description: '签收单位' })) }
})
