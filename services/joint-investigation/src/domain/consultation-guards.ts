import { Refusal } from '@wuhu/decider'
import {
  type Consultation,
  type ConsultationCommand,
  type ConsultationState,
  type ConsultationStatus,
  type Given,
  involved,
  participates
} from './consultation-state.ts'

/** From acceptance to the last signature. */
export const underWay: readonly ConsultationStatus[] = [
  'accepted',
  'materials-ready',
  'convened',
  'held',
  'minutes-drafted'
]
/** From acceptance to the meeting. */
export const ahead: readonly ConsultationStatus[] = ['accepted', 'materials-ready', 'convened']

/** @throws Refusal naming what it is and what it would have to be */
export function assertStatus({ status }: Consultation, allowed: readonly ConsultationStatus[]): void {
  if (!allowed.includes(status)) {
    throw new Refusal('consultation.wrong-status', `is ${status}; possible when ${allowed.join(', ')}`)
  }
}

/** Whoever has no part is answered as if there were nothing. */
export function assertInvolved(state: ConsultationState, { by, offices }: Given): asserts state is Consultation {
  if (!involved(state, by.agency, offices)) throw new Refusal('consultation.unknown', 'there is no such consultation')
}

const officeRoles: readonly (string | undefined)[] = ['office-head', 'office-staff', 'deputy-convener']

/** 办公室: the agency that runs it, and in it the head, the staff, or the deputy convener 副召集人. */
export function assertOffice({ by, offices }: ConsultationCommand): void {
  if (!offices.includes(by.agency)) throw new Refusal('consultation.office-only', 'only the office does this')
  if (!officeRoles.includes(by.role)) {
    throw new Refusal('consultation.role', 'needs role office-head, office-staff or deputy-convener in by')
  }
}

/** A deputy convener of any agency that takes part may call the meeting 召集专题会商, and so may the office. */
export function assertConvener(state: Consultation, command: ConsultationCommand): void {
  const { by, offices } = command
  if (by.role === 'deputy-convener' && participates(state, by.agency, offices)) return
  assertOffice(command)
}

/** Whose question it is, or the office for it. */
export function assertProposerOrOffice({ question }: Consultation, { by, offices }: ConsultationCommand): void {
  if (question.proposer !== by.agency && !offices.includes(by.agency)) {
    throw new Refusal('consultation.proposer-only', 'only the proposing agency or the office does this')
  }
}

export function assertParticipant(state: Consultation, { by, offices }: Given): void {
  if (!participates(state, by.agency, offices)) {
    throw new Refusal('consultation.participants-only', 'only agencies that take part do this')
  }
}

export function assertRegistered(registered: boolean): void {
  if (!registered) throw new Refusal('agency.unknown', 'the directory has no such agency')
}

/** Facts are written in one order: the schema's. */
export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
