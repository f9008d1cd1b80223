import type { ConsultEvent } from '@wuhu/contracts'
import { type Consultation, type ConsultationState, type Proposal, signer } from './consultation-state.ts'

/** What an event means for the consultation. */
export function evolveConsultation(state: ConsultationState, event: ConsultEvent): ConsultationState {
  if (event.type === 'consult.proposed.v1') return proposed(event.data)
  if (state.status === 'none') {
    const learned = learnedFrom(event)
    return learned ? evolveConsultation(learned, event) : state
  }
  switch (event.type) {
    case 'consult.accepted.v1':
      return { ...state, status: 'accepted' }
    case 'consult.declined.v1':
      return { ...state, status: 'declined' }
    case 'consult.invited.v1': {
      const { agencies, meetsAt, place } = event.data
      const invited = Object.fromEntries(agencies.map((agency) => [agency, 'invited' as const]))
      const called = meetsAt !== undefined && place !== undefined && state.meeting === undefined
      const meeting = called && { status: 'convened' as const, meeting: { meetsAt, place } }
      return { ...state, ...meeting, invitations: { ...state.invitations, ...invited } }
    }
    case 'consult.invitation-answered.v1': {
      const { agency, attends } = event.data
      return { ...state, invitations: { ...state.invitations, [agency]: attends ? 'attends' : 'regrets' } }
    }
    case 'consult.materials-ready.v1':
      return { ...state, status: state.status === 'accepted' ? 'materials-ready' : state.status, materials: event.data }
    case 'consult.opinion-given.v1': {
      const { agency, ...opinion } = event.data
      return { ...state, opinions: { ...state.opinions, [agency]: opinion } }
    }
    case 'consult.expert-engaged.v1':
      return { ...state, engaged: [...state.engaged, { expert: event.data.expert }] }
    case 'consult.expert-opinion-received.v1': {
      const opinion = event.data
      const engaged = state.engaged.map((one) => (one.expert === opinion.expert ? { ...one, opinion } : one))
      return { ...state, engaged }
    }
    case 'consult.inquiry-sent.v1': {
      const { inquiry, asked, text } = event.data
      return { ...state, inquiries: [...state.inquiries, { inquiry, asked, text, answered: false }] }
    }
    case 'consult.inquiry-answered.v1':
      return {
        ...state,
        inquiries: ticked(state.inquiries, ({ inquiry }) => inquiry === event.data.inquiry, 'answered')
      }
    case 'consult.convened.v1':
      return { ...state, status: 'convened', meeting: event.data }
    case 'consult.held.v1':
      return { ...state, status: 'held', attendees: event.data.attendees }
    case 'consult.minutes-drafted.v1': {
      const { round, ...draft } = event.data
      return { ...state, status: 'minutes-drafted', minutes: { round, draft, signed: [], dissent: [] } }
    }
    case 'consult.dissent-recorded.v1': {
      const { minutes } = state
      return minutes ? { ...state, minutes: { ...minutes, dissent: [...minutes.dissent, event.data.dissent] } } : state
    }
    case 'consult.signature-given.v1': {
      const { minutes } = state
      return minutes ? { ...state, minutes: { ...minutes, signed: [...minutes.signed, signer(event.data)] } } : state
    }
    case 'consult.minutes-signed.v1':
      return { ...state, status: 'minutes-signed' }
    case 'consult.follow-up-assigned.v1':
      return { ...state, followUps: [...state.followUps, { ...event.data, done: false }] }
    case 'consult.followed-up.v1':
      return { ...state, followUps: ticked(state.followUps, ({ number }) => number === event.data.number, 'done') }
    case 'consult.closed.v1':
      return { ...state, status: 'closed' }
  }
}

const ticked = <T>(list: readonly T[], which: (one: T) => boolean, field: keyof T): T[] =>
  list.map((one) => (which(one) ? { ...one, [field]: true } : one))

/** Whoever was not told of the proposal learns of it by its invitation or by an inquiry, when it was accepted already. */
function learnedFrom(event: ConsultEvent): Consultation | undefined {
  if (event.type === 'consult.invited.v1') {
    const { agencies: _, note: __, meetsAt: ___, place: ____, ...question } = event.data
    return { ...proposed(question), status: 'accepted' }
  }
  if (event.type === 'consult.inquiry-sent.v1') {
    const { inquiry: _, from: __, asked: ___, text: ____, ...question } = event.data
    return { ...proposed(question), status: 'accepted' }
  }
  return undefined
}

function proposed({ cites: _, ...question }: Proposal): Consultation {
  const none = { invitations: {}, opinions: {}, engaged: [], inquiries: [], attendees: [], followUps: [] }
  return { status: 'proposed', question, ...none }
}
