import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'

/** The sender handed in what was missing. */
export const transferSupplemented = defineEvent({
  type: 'transfer.supplemented.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '已补正', en: 'Transfer supplemented' },
  data: {
    text: work(Type.Optional(Text(4000, '补正说明'))),
    attachments: work(Type.Optional(assistAttachments))
  }
})
