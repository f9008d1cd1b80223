import { defineEvent } from '../../define-event.ts'
import { UuidV7 } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** The penalty that was decided is public 处罚公示 (行政处罚信息公示规定 art 9), by a notice of the agency that decided it. */
export const cluePenaltyPublished = defineEvent({
  type: 'clue.penalty-published.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '处罚已公示', en: 'Penalty made public' },
  data: { notice: open(UuidV7('公示信息标识')) }
})
