import { defineEvent } from '../../define-event.ts'
import { AgencyCode, UuidV7 } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { MatchKindList } from './fields.ts'

/**
 * Another agency holds a clue with the same identifiers: whose it is and what is in it, this does not say. Each side
 * gets a copy of its own, and the two copies have nothing in common but the kinds.
 */
export const matchFound = defineEvent({
  type: 'match.found.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '其他单位有相同线索', en: 'Another agency holds a matching clue' },
  data: {
    agency: open(AgencyCode('本单位')),
    clue: open(UuidV7('本单位的线索')),
    kinds: open(MatchKindList())
  }
})
