import { defineEvent } from '../../define-event.ts'
import { AgencyCode } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { transferLetter } from './fields.ts'

/** The case goes to the police with the four documents of article 6, and a copy to the procuratorate. */
export const transferSent = defineEvent({
  type: 'transfer.sent.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '移送公安机关', en: 'Transfer sent' },
  data: {
    ...transferLetter,
    to: open(AgencyCode('受移送的公安机关'))
  }
})
