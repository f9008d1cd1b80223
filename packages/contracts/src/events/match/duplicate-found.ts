import { defineEvent } from '../../define-event.ts'
import { AgencyCode, UuidV7 } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { MatchKindList } from './fields.ts'

/** Two clues of one agency have the same identifiers. */
export const matchDuplicateFound = defineEvent({
  type: 'match.duplicate-found.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '本单位线索重复', en: 'A clue of our own is the same' },
  data: {
    agency: open(AgencyCode('本单位')),
    clue: open(UuidV7('本单位的线索')),
    duplicateOf: open(UuidV7('本单位先前的线索')),
    kinds: open(MatchKindList())
  }
})
