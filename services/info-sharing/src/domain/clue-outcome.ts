import type { ClueEvent } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import type { OutcomeCommand } from './clue-command.ts'
import { approverOf, assertAssignee, assertIntake, assertStatus, assertUnderway } from './clue-guards.ts'
import type { ClueState } from './clue-state.ts'

/** House limit of rule A10 (程序规定 art 64): the time to decide is extended once. */
const extensionsAllowed = 1
/** Clocks of agencies' systems may differ by this much, in milliseconds. */
const clockSkew = 60_000

/** From the filed case to its decision, to the police and back, and what the reporter is told. */
export function decideOutcome(command: OutcomeCommand, state: ClueState, now: string): readonly ClueEvent[] {
  switch (command.do) {
    case 'inform-reporter': {
      assertIntake(state, command.by)
      if (!state.reporterKnown) throw new Refusal('clue.no-reporter', 'no identified reporter is on record')
      if (state.outcome !== 'filed' && state.outcome !== 'not-filed' && state.outcome !== 'transferred') {
        throw new Refusal('clue.undecided', 'there is no decision to tell the reporter of')
      }
      const { do: _do, by: _by, ...data } = command
      assertPast(data.informedOn, now)
      return state.informed ? [] : [{ type: 'clue.reporter-informed.v1', data }]
    }
    case 'extend-penalty': {
      assertAssignee(state, command.by)
      assertUnderway(state)
      const { person, role } = approverOf(command.by)
      if (role !== 'agency-head') throw new Refusal('clue.head-only', 'needs role agency-head in by')
      if (state.penaltyExtensions >= extensionsAllowed) {
        throw new Refusal('clue.penalty-extended-already', 'the time to decide was extended once')
      }
      return [{ type: 'clue.penalty-extended.v1', data: { reason: command.reason, approver: { person, role } } }]
    }
    case 'decide-penalty': {
      assertAssignee(state, command.by)
      assertUnderway(state)
      const { do: _do, by, ...data } = command
      assertPast(data.decidedOn, now)
      if (data.outcome === 'penalty' && data.documentNumber === undefined) {
        throw new Refusal('clue.penalty-number', 'a penalty has a document number')
      }
      if (data.outcome !== 'penalty' && data.fineYuan !== undefined) {
        throw new Refusal('clue.fine-without-penalty', 'only a penalty fines')
      }
      return [{ type: 'clue.penalty-decided.v1', data: { ...data, approver: approverOf(by) } }]
    }
    case 'publish-penalty': {
      assertAssignee(state, command.by)
      if (state.penalty !== 'penalty') throw new Refusal('clue.no-penalty', 'no penalty was decided')
      return state.published ? [] : [{ type: 'clue.penalty-published.v1', data: { notice: command.notice } }]
    }
    case 'transfer': {
      assertAssignee(state, command.by)
      if (state.outcome === 'transferred' && state.transfer === command.transfer) return []
      assertStatus(state, ['verifying', 'suspended', 'filed', 'concluded', 'feedback-given'])
      if (state.status === 'feedback-given' && state.outcome !== 'filed') {
        throw new Refusal('clue.wrong-status', `is ${state.status} after ${state.outcome}; possible after filed`)
      }
      const { transfer, to } = command
      return [{ type: 'clue.transferred.v1', data: { transfer, to } }]
    }
    case 'take-back': {
      assertAssignee(state, command.by)
      if (state.outcome !== 'transferred' || state.transfer !== command.transfer) return []
      const { transfer, ground } = command
      return [{ type: 'clue.taken-back.v1', data: { transfer, ground } }]
    }
  }
}

/** The day, in Beijing time, has begun. */
function assertPast(date: string, now: string): void {
  if (Date.parse(`${date}T00:00:00+08:00`) > Date.parse(now) + clockSkew) {
    throw new Refusal('clue.date-in-future', 'the day has not come yet')
  }
}
