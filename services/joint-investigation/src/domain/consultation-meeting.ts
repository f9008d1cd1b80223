import type { ConsultEvent } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { assertConvener, assertOffice, assertStatus, same } from './consultation-guards.ts'
import { type Consultation, type On, participates, signer } from './consultation-state.ts'

/** Sets the time and place, or moves them. */
export function convene(command: On<'convene'>, state: Consultation, now: string): ConsultEvent[] {
  assertConvener(state, command)
  const { meeting } = command
  if (same(state.meeting, meeting)) return []
  assertStatus(state, ['materials-ready', 'convened'])
  if (Date.parse(meeting.meetsAt) <= Date.parse(now)) {
    throw new Refusal('consultation.meets-in-past', 'a meeting is called for a time to come')
  }
  return [{ type: 'consult.convened.v1', data: meeting }]
}

/** A consultation is between agencies: of those who take part at least two were there. */
export function hold(command: On<'hold'>, state: Consultation, now: string): ConsultEvent[] {
  assertOffice(command)
  const { heldAt, attendees, offices } = command
  if (state.status === 'held' && same(state.attendees, attendees)) return []
  assertStatus(state, ['convened'])
  if (Date.parse(heldAt) > Date.parse(now)) throw new Refusal('consultation.held-in-future', 'it is not held yet')
  if (attendees.some(({ agency }) => !participates(state, agency, offices))) {
    throw new Refusal('consultation.attendee-not-invited', 'attendees are of agencies that take part')
  }
  if (new Set(attendees.map(signer)).size !== attendees.length) {
    throw new Refusal('consultation.attendee-twice', 'an attendee is named once')
  }
  if (new Set(attendees.map(({ agency }) => agency)).size < 2) {
    throw new Refusal('consultation.one-agency', 'a consultation is between two agencies at least')
  }
  return [{ type: 'consult.held.v1', data: { heldAt, attendees: [...attendees] } }]
}

/** The minutes 纪要. A changed draft is a new round: signatures under the old one do not count. */
export function draftMinutes(command: On<'draft-minutes'>, state: Consultation): ConsultEvent[] {
  assertOffice(command)
  assertStatus(state, ['held', 'minutes-drafted'])
  const { text, conclusion } = command
  const number = command.number ?? state.minutes?.draft.number
  if (number === undefined) throw new Refusal('consultation.number-needed', 'minutes carry a document number')
  const draft = { number, text, conclusion }
  if (same(state.minutes?.draft, draft)) return []
  return [{ type: 'consult.minutes-drafted.v1', data: { round: (state.minutes?.round ?? 0) + 1, ...draft } }]
}

/** Each attendee signs in person; who does not agree says so by name. The last signature makes the minutes stand. */
export function signMinutes({ by, dissent }: On<'sign-minutes'>, state: Consultation): ConsultEvent[] {
  const attendee = state.attendees.find((one) => one.agency === by.agency && one.person === by.person)
  if (!attendee) throw new Refusal('consultation.attendees-only', 'minutes are signed by who attended: name it in by')
  const { minutes } = state
  const signed = minutes?.signed ?? []
  if (signed.includes(signer(attendee))) {
    const said = minutes?.dissent.find((one) => signer(one) === signer(attendee))?.opinion
    if (said === dissent) return []
    throw new Refusal('consultation.signed-before', 'the attendee has signed this draft')
  }
  assertStatus(state, ['minutes-drafted'])
  if (!minutes) throw new TypeError('minutes are drafted before they are signed')
  const { agency, person, name } = attendee
  const { round, draft } = minutes
  const own = dissent === undefined ? [] : [{ agency, person, name, opinion: dissent }]
  const events: ConsultEvent[] = [
    ...own.map((one) => ({ type: 'consult.dissent-recorded.v1', data: { round, dissent: one } }) as const),
    { type: 'consult.signature-given.v1', data: { agency, person, round } }
  ]
  if (signed.length + 1 < state.attendees.length) return events
  const { number, conclusion } = draft
  const { attendees } = state
  const data = { round, number, conclusion, attendees: [...attendees], dissent: [...minutes.dissent, ...own] }
  return [...events, { type: 'consult.minutes-signed.v1', data }]
}
