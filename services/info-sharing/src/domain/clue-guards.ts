import type { Actor } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import type { ClueState, ClueStatus } from './clue-state.ts'

/** @throws Refusal `clue.wrong-status` naming what it is and what it would have to be */
export function assertStatus(state: ClueState, allowed: readonly ClueStatus[]): void {
  if (allowed.some((status) => status === state.status)) return
  throw new Refusal('clue.wrong-status', `is ${state.status}; possible when ${allowed.join(', ')}`)
}

/** 在办案件: filed and not decided yet; feedback on the way changes nothing. */
export const isUnderway = ({ status, outcome, penalty }: ClueState): boolean =>
  outcome === 'filed' && penalty === undefined && (status === 'filed' || status === 'feedback-given')

/** @throws Refusal unless a case was filed that waits for its decision */
export function assertUnderway(state: ClueState): void {
  if (isUnderway(state)) return
  throw new Refusal('clue.not-underway', `is ${state.status}; possible for a filed case that is not decided yet`)
}

/** @throws Refusal for a filed case that still waits for its decision: it does not end without one */
export function assertDecided(state: ClueState): void {
  if (isUnderway(state)) throw new Refusal('clue.underway', 'the case that was filed is not decided yet')
}

/** 办公室: the agency that runs it, and in it the head or staff. */
export function assertOffice({ by, offices }: { by: Actor; offices: readonly string[] }): void {
  if (!offices.includes(by.agency)) throw new Refusal('clue.office-only', 'only the office does this')
  if (by.role !== 'office-head' && by.role !== 'office-staff') {
    throw new Refusal('clue.role', 'needs role office-head or office-staff in by')
  }
}

/** 经办机关: the agency that the office named. */
export function assertAssignee(state: ClueState, by: Actor): void {
  if (state.assignee !== by.agency)
    throw new Refusal('clue.assignee-only', 'only the agency that it is assigned to does this')
}

/** The agency that wrote the draft. */
export function assertIntake(state: ClueState, by: Actor): void {
  if (state.intake !== by.agency) throw new Refusal('clue.intake-only', 'only the agency that received it does this')
}

/** @throws Refusal when the time limit is already over */
export function assertAhead(dueAt: string, now: string): void {
  if (Date.parse(dueAt) <= Date.parse(now)) throw new Refusal('clue.due-in-past', 'a time limit ends later than now')
}

/** 负责人: who approves for an agency; a liaison or handler never does. */
export function approverOf({ person, role }: Actor): { person: string; role: 'agency-head' | 'agency-leader' } {
  if (person !== undefined && (role === 'agency-head' || role === 'agency-leader')) return { person, role }
  throw new Refusal('clue.role', 'needs role agency-head or agency-leader in by')
}
