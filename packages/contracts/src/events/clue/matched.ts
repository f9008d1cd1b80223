import { defineEvent } from '../../define-event.ts'
import { UuidV7 } from '../../formats.ts'
import { investigation, work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** Another lead resembles this one. Which one is not told to the parties until the office merges them. */
export const clueMatched = defineEvent({
  type: 'clue.matched.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索比对', en: 'Clue matched' },
  data: {
    other: investigation(UuidV7('相似线索标识')),
    basis: work(Reason('比对依据'))
  }
})
