import type { assessScored, EventOf } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { type Acting, requireOffice, requireRegistered, type Standing } from './acting.ts'

type ScoredEvent = EventOf<typeof assessScored>

export type AssessmentState =
  | { readonly status: 'none' }
  | { readonly status: 'scored'; readonly score: number; readonly snapshot: string }

export interface AssessmentCommand {
  readonly do: 'score'
  readonly by: Acting
  readonly agency: Standing
  readonly month: string
  readonly score: number
  readonly note?: string
  /** SHA-256 of the last snapshot of the month, if it counted anything of the agency. */
  readonly snapshot: string | undefined
}

/** 考核 of one agency and month: by the convener or the head of the office, on counted events, never of court or procuratorate. */
export const assessment: Decider<AssessmentState, AssessmentCommand, ScoredEvent> = {
  initial: { status: 'none' },
  decide({ by, agency, month, score, note, snapshot }, state) {
    const approver = requireOffice(by, ['convener', 'office-head'])
    requireRegistered(agency)
    if (!agency.assessable) throw new Refusal('assessment.not-assessable', 'court and procuratorate are not assessed')
    if (snapshot === undefined)
      throw new Refusal('assessment.no-data', 'no snapshot of the month counted anything of it')
    if (state.status === 'scored') {
      if (state.score === score && state.snapshot === snapshot) return []
      if (state.snapshot === snapshot) throw new Refusal('assessment.scored', 'it is scored on this snapshot')
    }
    const rest = { snapshot, ...(note !== undefined && { note }), approver }
    return [{ type: 'assess.scored.v1', data: { agency: agency.agency, issuer: by.agency, month, score, ...rest } }]
  },
  evolve(_state, { data }) {
    return { status: 'scored', score: data.score, snapshot: data.snapshot }
  }
}
