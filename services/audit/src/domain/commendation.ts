import type { EventOf, workCommended } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { type Acting, requireOffice, requireRegistered, type Standing } from './acting.ts'

type CommendedEvent = EventOf<typeof workCommended>

export interface CommendationState {
  readonly status: 'none' | 'commended'
}

export interface CommendationCommand {
  readonly do: 'commend'
  readonly by: Acting
  readonly agency: Standing
  readonly words: Pick<CommendedEvent['data'], 'title' | 'text' | 'documentNumber'>
}

/** 通报表扬: also an assessment, so not of court or procuratorate either. */
export const commendation: Decider<CommendationState, CommendationCommand, CommendedEvent> = {
  initial: { status: 'none' },
  decide({ by, agency, words }, state) {
    const approver = requireOffice(by, ['convener', 'office-head'])
    requireRegistered(agency)
    if (!agency.assessable) throw new Refusal('assessment.not-assessable', 'court and procuratorate are not assessed')
    if (state.status === 'commended') throw new Refusal('commendation.exists', 'it is commended')
    const data = { agency: agency.agency, issuer: by.agency, ...words, approver }
    return [{ type: 'work.commended.v1', data }]
  },
  evolve: () => ({ status: 'commended' })
}
