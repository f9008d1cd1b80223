import type { ClueEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import type { ClueCommand } from './clue-command.ts'
import {
  approverOf,
  assertAhead,
  assertAssignee,
  assertDecided,
  assertIntake,
  assertOffice,
  assertStatus,
  isUnderway
} from './clue-guards.ts'
import { decideJurisdiction } from './clue-jurisdiction.ts'
import { decideOutcome } from './clue-outcome.ts'
import { type ClueState, evolveClue, noClue, senders } from './clue-state.ts'
import { assertNoOpenWork } from './open-work.ts'

/** Before an agency works on the lead, it may still be merged or assigned. */
const waiting = ['registered', 'returned', 'reopened'] as const
const live = [...waiting, 'assigned', 'verifying', 'suspended'] as const
const decided = ['filed', 'not-filed', 'referred', 'concluded', 'transferred'] as const
/** Belong to a filed case: before the filing there is nothing to hear, publish or stay. */
const afterFiling: readonly string[] = ['hearing', 'public-notice', 'stay']

/** House limit of rule A2 (市场监督管理行政处罚程序规定 art 18): the time to verify is extended once. */
const extensionsAllowed = 1
/** Clocks of agencies' systems may differ by this much, in milliseconds. */
const clockSkew = 60_000

/**
 * A lead 线索, from the first note to the archive. Anyone registers its own; the office matches, merges and assigns;
 * the named agency accepts or returns, verifies, and its responsible head decides whether to open a case, and how it
 * ends. No amount of money gates anything: suspicion is enough (国令310 art 3). The way to the police is a workflow of its
 * own, which leaves from `verifying` or a filed case and may come back there.
 */
export const clue: Decider<ClueState, ClueCommand, ClueEvent> = {
  initial: noClue,

  decide(command, state, now) {
    switch (command.do) {
      case 'receive': {
        if (state.status !== 'none') throw new Refusal('clue.exists', 'there is such a clue already')
        if (Date.parse(command.clue.receivedAt) > Date.parse(now) + clockSkew) {
          throw new Refusal('clue.received-in-future', 'a clue cannot have been received later than now')
        }
        const { by, clue: written, caseNumber } = command
        const received: ClueEvent = { type: 'clue.received.v1', data: { intake: by.agency, ...written } }
        return caseNumber === undefined ? [received] : [received, registeredAs(caseNumber, written.title)]
      }
      case 'register':
        assertIntake(state, command.by)
        assertStatus(state, ['draft'])
        return [registeredAs(command.caseNumber, state.title)]
      case 'match':
        assertOffice(command)
        assertStatus(state, live)
        if (state.matches.includes(command.other)) return []
        return [{ type: 'clue.matched.v1', data: { other: command.other, basis: command.basis } }]
      case 'merge':
        assertOffice(command)
        assertStatus(state, waiting)
        return [{ type: 'clue.merged.v1', data: { into: command.into, reason: command.reason } }]
      case 'absorb': {
        assertOffice(command)
        assertStatus(state, live)
        const { clue: absorbed, intakes, reason } = command
        return [{ type: 'clue.merged.v1', data: { absorbed, intakes: [...intakes], reason } }]
      }
      case 'assign': {
        assertOffice(command)
        assertStatus(state, waiting)
        const { to, dueAt, instruction } = command
        assertAhead(dueAt, now)
        const { title } = state
        return [
          { type: 'clue.assigned.v1', data: { to, dueAt, title, ...(instruction !== undefined && { instruction }) } }
        ]
      }
      case 'accept': {
        assertAssignee(state, command.by)
        assertStatus(state, ['assigned'])
        const { handlers } = command
        return [{ type: 'clue.accepted.v1', data: { ...(handlers && { handlers }) } }]
      }
      case 'return':
        assertAssignee(state, command.by)
        assertStatus(state, ['assigned'])
        return [{ type: 'clue.returned.v1', data: { reason: command.reason } }]
      case 'extend': {
        assertAssignee(state, command.by)
        assertStatus(state, ['verifying'])
        const approver = approverOf(command.by)
        if (state.extensions >= extensionsAllowed) throw new Refusal('clue.extended-already', 'it was extended once')
        const { dueAt, reason } = command
        if (Date.parse(dueAt) <= Date.parse(state.dueAt ?? now)) {
          throw new Refusal('clue.due-not-later', 'an extension ends later than the time limit that it extends')
        }
        return [{ type: 'clue.extended.v1', data: { dueAt, reason, approver } }]
      }
      case 'suspend': {
        assertAssignee(state, command.by)
        if (!isUnderway(state)) assertStatus(state, ['verifying'])
        const { basis, note } = command
        if (afterFiling.includes(basis) && state.status === 'verifying') {
          throw new Refusal('clue.basis-after-filing', `${basis} suspends a filed case only`)
        }
        if (basis === 'other' && note === undefined) {
          throw new Refusal('clue.basis-unexplained', 'basis "other" needs a note that explains it')
        }
        return [{ type: 'clue.suspended.v1', data: { basis, ...(note !== undefined && { note }) } }]
      }
      case 'resume':
        assertAssignee(state, command.by)
        assertStatus(state, ['suspended'])
        return [{ type: 'clue.resumed.v1', data: { reason: command.reason } }]
      case 'file': {
        assertAssignee(state, command.by)
        assertStatus(state, ['verifying'])
        const { do: _do, by, ...written } = command
        return [{ type: 'clue.filed.v1', data: { ...written, approver: approverOf(by) } }]
      }
      case 'not-file': {
        assertAssignee(state, command.by)
        assertStatus(state, ['verifying'])
        const { ground, reason } = command
        return [{ type: 'clue.not-filed.v1', data: { ground, reason, approver: approverOf(command.by) } }]
      }
      case 'refer': {
        assertAssignee(state, command.by)
        assertStatus(state, ['verifying'])
        const { to, outside, ground, documentNumber } = command
        if ((to === undefined) === (outside === undefined)) {
          throw new Refusal('clue.referral-target', 'name either a member (to) or a body outside (outside)')
        }
        if (to === command.by.agency) throw new Refusal('clue.referral-to-self', 'a clue is referred to someone else')
        return [
          {
            type: 'clue.referred.v1',
            data: {
              ...(to !== undefined && { to }),
              ...(outside !== undefined && { outside }),
              ground,
              ...(documentNumber !== undefined && { documentNumber })
            }
          }
        ]
      }
      case 'feedback':
        assertAssignee(state, command.by)
        assertStatus(state, [...decided, 'feedback-given'])
        return [{ type: 'clue.feedback-given.v1', data: { to: senders(state), outcome: command.outcome } }]
      case 'archive': {
        if (!command.offices.includes(command.by.agency)) assertAssignee(state, command.by)
        assertStatus(state, ['feedback-given'])
        assertDecided(state)
        assertNoOpenWork('clue', command.openWork)
        const { note } = command
        return [{ type: 'clue.archived.v1', data: { ...(note !== undefined && { note }) } }]
      }
      case 'reopen': {
        const { by, offices, reason } = command
        if (!offices.includes(by.agency) && !senders(state).includes(by.agency)) assertAssignee(state, by)
        assertStatus(state, ['not-filed', 'referred', 'concluded', 'feedback-given', 'archived'])
        return [{ type: 'clue.reopened.v1', data: { reason } }]
      }
      case 'assess-upper':
      case 'dispute-jurisdiction':
      case 'settle-jurisdiction':
        return decideJurisdiction(command, state)
      case 'inform-reporter':
      case 'extend-penalty':
      case 'decide-penalty':
      case 'publish-penalty':
      case 'transfer':
      case 'take-back':
        return decideOutcome(command, state, now)
    }
  },

  evolve: evolveClue
}

const registeredAs = (caseNumber: string, title: string): ClueEvent => ({
  type: 'clue.registered.v1',
  data: { caseNumber, title }
})
