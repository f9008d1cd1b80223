import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { letterOf } from './fields.ts'

/** The police named papers that are missing. */
export const transferSupplementRequested = defineEvent({
  type: 'transfer.supplement-requested.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '要求补正', en: 'Supplement requested' },
  data: {
    what: work(Text(2000, '需要补正的材料')),
    documentNumber: letterOf('补正通知文号')
  }
})
