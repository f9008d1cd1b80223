import { defineEvent } from '../../define-event.ts'
import { AgencyCode, UuidV7 } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** The case went to the police 移送公安, by a transfer 移送 that has a workflow of its own. */
export const clueTransferred = defineEvent({
  type: 'clue.transferred.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索移送公安', en: 'Clue transferred to the police' },
  data: {
    transfer: open(UuidV7('移送标识')),
    to: open(AgencyCode('接收移送的公安机关'))
  }
})
