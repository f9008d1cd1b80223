import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant, PersonRef } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { unmasking } from './fields.ts'

/** Masked fields may be seen by whoever asked, for a while; whoever published them learns of it. */
export const recordUnmasked = defineEvent({
  type: 'record.unmasked.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '查看脱敏内容', en: 'Unmasked' },
  data: {
    ...unmasking,
    approver: work(Type.Optional(PersonRef('同意人代号（第二人）'))),
    until: open(Instant('可查看至'))
  }
})
