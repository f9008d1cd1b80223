import type { ConsultEvent } from '@wuhu/contracts'
import { beijingTime } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { conflictsOf } from './conflict-of-interest.ts'
import { assertProposerOrOffice, assertStatus, same, underWay } from './consultation-guards.ts'
import type { Consultation, On } from './consultation-state.ts'

/**
 * An expert or an institution is asked. One who stands near a company or person of the case, or one that the proposal
 * names, is refused without a way around: 回避 is not for the office to waive.
 */
export function engage(command: On<'engage'>, state: Consultation, now: string): ConsultEvent[] {
  assertProposerOrOffice(state, command)
  const { candidate, purpose } = command
  if (!candidate) throw new Refusal('expert.unknown', 'there is no such expert or institution')
  if (state.engaged.some(({ expert }) => expert === candidate.id)) return []
  assertStatus(state, underWay)
  if (candidate.validUntil !== undefined && candidate.validUntil < beijingTime(now).slice(0, 10)) {
    throw new Refusal('expert.not-valid', 'the entry is no longer valid')
  }
  const concerned = [...command.concerned, ...(state.question.companies ?? [])]
  const conflicts = conflictsOf(candidate, concerned)
  if (conflicts.length > 0) {
    throw new Refusal('consultation.conflict-of-interest', `stands near the matter by ${conflicts.join(', ')}`)
  }
  const { kind, id, name, employer } = candidate
  const institution = kind === 'expert' ? employer : name
  const data = {
    kind,
    expert: id,
    ...(kind === 'expert' && { name }),
    ...(institution !== undefined && { institution }),
    purpose,
    compared: concerned.length
  }
  return [{ type: 'consult.expert-engaged.v1', data }]
}

/**
 * What came of it 专家意见、鉴定意见, once, whatever has become of the consultation meanwhile: an appraisal takes its time.
 * It moves nothing but this list. That an appraisal is there, whoever suspended a clue for it says by resuming the clue.
 */
export function receiveExpertOpinion(
  command: On<'receive-expert-opinion'>,
  state: Consultation,
  now: string
): ConsultEvent[] {
  assertProposerOrOffice(state, command)
  const { expert, kind, receivedOn, conclusion, file } = command.opinion
  const engaged = state.engaged.find((one) => one.expert === expert)
  if (!engaged) throw new Refusal('consultation.expert-not-engaged', 'that expert or institution was not engaged')
  const recordedBy = engaged.opinion?.recordedBy ?? command.by.agency
  const opinion = { expert, kind, recordedBy, receivedOn, conclusion, ...(file !== undefined && { file }) }
  if (engaged.opinion) {
    if (same(engaged.opinion, opinion)) return []
    throw new Refusal('consultation.expert-opinion-before', 'its opinion is on record already')
  }
  if (receivedOn > beijingTime(now).slice(0, 10)) {
    throw new Refusal('consultation.received-in-future', 'that day has not come yet')
  }
  return [{ type: 'consult.expert-opinion-received.v1', data: opinion }]
}

/** 证据、标准咨询: only the procuratorate is asked this way. The question goes along, which it may not have seen. */
export function inquire(command: On<'inquire'>, state: Consultation): ConsultEvent[] {
  assertProposerOrOffice(state, command)
  const { by, asked, text, procuratorate } = command
  if (state.inquiries.some((one) => one.asked === asked && one.text === text && !one.answered)) return []
  assertStatus(state, underWay)
  if (!procuratorate) throw new Refusal('consultation.not-procuratorate', 'inquiries go to the procuratorate')
  if (asked === by.agency) throw new Refusal('consultation.own-inquiry', 'an agency does not ask itself')
  const inquiry = state.inquiries.length + 1
  return [{ type: 'consult.inquiry-sent.v1', data: { ...state.question, inquiry, from: by.agency, asked, text } }]
}

/** The answer is welcome whatever has become of the consultation meanwhile. */
export function answerInquiry({ by, inquiry, answer }: On<'answer-inquiry'>, state: Consultation): ConsultEvent[] {
  const sent = state.inquiries.find((one) => one.inquiry === inquiry && one.asked === by.agency)
  if (!sent) throw new Refusal('consultation.inquiry-unknown', 'the agency was sent no such inquiry')
  if (sent.answered) return []
  return [{ type: 'consult.inquiry-answered.v1', data: { inquiry, asked: by.agency, answer } }]
}
