import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { assistExternal, assistLetter } from './fields.ts'

/** A letter goes out, as a file or on paper, to a body outside the mechanism 跨区域协查. */
export const assistExternalRequested = defineEvent({
  type: 'assist.external-requested.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '向机制外单位发出协查函', en: 'Assistance requested outside' },
  data: {
    ...assistLetter,
    external: work(assistExternal)
  }
})
