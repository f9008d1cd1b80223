import { defineEvent } from '../../define-event.ts'
import { AgencyCode, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Reason } from '../clue/fields.ts'

/** One side of a match asks the other for access. From now on the other knows who asks; who was asked, nobody says. */
export const matchAccessAsked = defineEvent({
  type: 'match.access-asked.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '请求查阅匹配线索', en: 'Access to a matching clue asked for' },
  data: {
    clue: open(UuidV7('本单位的线索')),
    asker: open(AgencyCode('请求单位')),
    reason: work(Reason('请求理由'))
  }
})
