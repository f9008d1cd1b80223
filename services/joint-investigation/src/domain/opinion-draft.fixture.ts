import type { OpinionDraftEvent } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { guest, past } from './consultation.fixture.ts'
import { consultation } from './consultation.ts'
import type { OpinionDraftCommand } from './opinion-draft.ts'

export const drafted: OpinionDraftEvent = {
  type: 'consult.opinion-drafted.v1',
  data: { agency: 'justice', text: '初稿' }
}

/** A guest of a consultation under way writes its opinion. */
export const draftOpinion: OpinionDraftCommand = {
  do: 'draft-opinion',
  ...guest,
  on: fold(consultation, past.accepted),
  text: drafted.data.text
}
