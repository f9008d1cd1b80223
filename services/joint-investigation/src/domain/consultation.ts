import type { ConsultEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { evolveConsultation } from './consultation-evolve.ts'
import {
  ahead,
  assertInvolved,
  assertOffice,
  assertParticipant,
  assertProposerOrOffice,
  assertRegistered,
  assertStatus,
  same,
  underWay
} from './consultation-guards.ts'
import { answerInquiry, engage, inquire, receiveExpertOpinion } from './consultation-help.ts'
import { convene, draftMinutes, hold, signMinutes } from './consultation-meeting.ts'
import { assignFollowUp, close, followUp } from './consultation-outcome.ts'
import type { Consultation, ConsultationCommand, ConsultationState, On } from './consultation-state.ts'

/** 会商 from the question to the last follow-up. Advice only: nothing here decides on a case. */
export const consultation: Decider<ConsultationState, ConsultationCommand, ConsultEvent> = {
  initial: { status: 'none' },
  decide(command, state, now) {
    if (command.do === 'propose') return propose(command, state)
    assertInvolved(state, command)
    return follow(command, state, now)
  },
  evolve: evolveConsultation
}

function propose({ by, offices, ...command }: On<'propose'>, state: ConsultationState): ConsultEvent[] {
  if (state.status !== 'none') throw new Refusal('consultation.exists', `is ${state.status}`)
  if (!command.core && !offices.includes(by.agency)) {
    throw new Refusal('consultation.core-only', 'the five core agencies and the office propose consultations')
  }
  const { proposal, general, citable } = command
  if (proposal.caseNumber === undefined && !general) {
    throw new Refusal('consultation.case-needed', 'name the case, or say that the question is general')
  }
  if (proposal.caseNumber !== undefined && general) {
    throw new Refusal('consultation.general-with-case', 'a general question belongs to no case')
  }
  if (!citable) throw new Refusal('consultation.cited-unknown', 'there is no such earlier consultation')
  return [{ type: 'consult.proposed.v1', data: { proposer: by.agency, ...proposal } }]
}

function follow(command: Exclude<ConsultationCommand, On<'propose'>>, state: Consultation, now: string) {
  switch (command.do) {
    case 'accept':
      return accept(command, state)
    case 'decline':
      return decline(command, state)
    case 'invite':
      assertOffice(command)
      assertStatus(state, ahead)
      return invite(command, state)
    case 'answer-invitation':
      return answerInvitation(command, state)
    case 'bring-materials':
      return bringMaterials(command, state)
    case 'give-opinion':
      return giveOpinion(command, state)
    case 'engage':
      return engage(command, state, now)
    case 'receive-expert-opinion':
      return receiveExpertOpinion(command, state, now)
    case 'inquire':
      return inquire(command, state)
    case 'answer-inquiry':
      return answerInquiry(command, state)
    case 'convene':
      return convene(command, state, now)
    case 'hold':
      return hold(command, state, now)
    case 'draft-minutes':
      return draftMinutes(command, state)
    case 'sign-minutes':
      return signMinutes(command, state)
    case 'assign-follow-up':
      return assignFollowUp(command, state, now)
    case 'follow-up':
      return followUp(command, state)
    case 'close':
      return close(command, state)
  }
}

function accept(command: On<'accept'>, state: Consultation): ConsultEvent[] {
  assertOffice(command)
  const { by, note, invite: agencies } = command
  if (state.status === 'accepted' && agencies.every((one) => state.invitations[one] !== undefined)) return []
  assertStatus(state, ['proposed'])
  const accepted = { type: 'consult.accepted.v1', data: { office: by.agency, ...noted(note) } } as const
  if (agencies.length === 0) return [accepted]
  const { offices, registered } = command
  return [accepted, ...invite({ do: 'invite', by, offices, agencies, registered }, state)]
}

function decline(command: On<'decline'>, state: Consultation): ConsultEvent[] {
  assertOffice(command)
  if (state.status === 'declined') return []
  assertStatus(state, ['proposed'])
  return [{ type: 'consult.declined.v1', data: { office: command.by.agency, reason: command.reason } }]
}

function invite({ agencies, note, registered, offices }: On<'invite'>, state: Consultation): ConsultEvent[] {
  assertRegistered(registered)
  const { question, invitations, meeting } = state
  if (agencies.some((one) => one === question.proposer || offices.includes(one))) {
    throw new Refusal('consultation.own-invitation', 'proposer and office take part without an invitation')
  }
  const added = agencies.filter((one) => invitations[one] === undefined)
  if (added.length === 0) return []
  // Nobody has told them yet when the agencies meet.
  const called = meeting && { meetsAt: meeting.meetsAt, place: meeting.place }
  return [{ type: 'consult.invited.v1', data: { ...question, agencies: added, ...noted(note), ...called } }]
}

function answerInvitation({ by, attends, reason }: On<'answer-invitation'>, state: Consultation): ConsultEvent[] {
  const invitation = state.invitations[by.agency]
  if (invitation === undefined) throw new Refusal('consultation.not-invited', 'the agency was not invited')
  if (invitation === (attends ? 'attends' : 'regrets')) return []
  assertStatus(state, ahead)
  if (!attends && reason === undefined) throw new Refusal('consultation.reason-needed', 'regrets say why')
  const why = reason !== undefined && { reason }
  return [{ type: 'consult.invitation-answered.v1', data: { agency: by.agency, attends, ...why } }]
}

function bringMaterials(command: On<'bring-materials'>, state: Consultation): ConsultEvent[] {
  assertProposerOrOffice(state, command)
  if (same(state.materials, command.materials)) return []
  assertStatus(state, ahead)
  return [{ type: 'consult.materials-ready.v1', data: command.materials }]
}

function giveOpinion(command: On<'give-opinion'>, state: Consultation): ConsultEvent[] {
  assertParticipant(state, command)
  const { by, opinion } = command
  if (same(state.opinions[by.agency], opinion)) return []
  assertStatus(state, underWay)
  return [{ type: 'consult.opinion-given.v1', data: { agency: by.agency, ...opinion } }]
}

const noted = (note: string | undefined) => (note === undefined ? {} : { note })
