import type { Actor, OpinionDraftEvent } from '@wuhu/contracts'
import type { Decider } from '@wuhu/decider'
import { assertInvolved, assertParticipant, assertStatus, underWay } from './consultation-guards.ts'
import type { ConsultationState, Given } from './consultation-state.ts'

/** What an agency means to say, as far as it has written it. */
export type OpinionDraftState = { readonly status: 'none' } | { readonly status: 'drafted'; readonly text: string }

export interface OpinionDraftCommand extends Given {
  readonly do: 'draft-opinion'
  /** The consultation as it stands. */
  readonly on: ConsultationState
  readonly text: string
}

/**
 * 书面意见草稿 of one agency on one consultation, on a stream of its own: to the other agencies the consultation is the same
 * with a draft and without, its version included.
 */
export const opinionDraft: Decider<OpinionDraftState, OpinionDraftCommand, OpinionDraftEvent> = {
  initial: { status: 'none' },
  decide(command, state) {
    const { on, by, text } = command
    assertInvolved(on, command)
    assertParticipant(on, command)
    if (state.status === 'drafted' && state.text === text) return []
    assertStatus(on, underWay)
    return [{ type: 'consult.opinion-drafted.v1', data: { agency: by.agency, text } }]
  },
  evolve: (_state, { data }) => ({ status: 'drafted', text: data.text })
}

/** `opinion-draft/<consultation>/<agency>` */
export const draftStream = (consultation: string, { agency }: Pick<Actor, 'agency'>) =>
  `opinion-draft/${consultation}/${agency}`
