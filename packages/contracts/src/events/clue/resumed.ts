import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** What verification waited for is there. */
export const clueResumed = defineEvent({
  type: 'clue.resumed.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索恢复', en: 'Clue resumed' },
  data: {
    reason: work(Reason('恢复依据'))
  }
})
