import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { PersonRef } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** At least two officers look into it (国令310 art 5). */
export const transferTeamFormed = defineEvent({
  type: 'transfer.team-formed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '组成专案组', en: 'Team formed' },
  data: {
    members: work(Type.Array(PersonRef('办案人员代号'), { minItems: 2, maxItems: 20, description: '不少于两人' }))
  }
})
