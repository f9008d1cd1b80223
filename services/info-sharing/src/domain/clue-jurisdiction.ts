import type { ClueEvent } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import type { JurisdictionCommand } from './clue-command.ts'
import { assertAssignee, assertStatus } from './clue-guards.ts'
import type { ClueState } from './clue-state.ts'

/** Who is competent 管辖: a superior (总局令第126号 art 3), or after a dispute 管辖争议 one of two (程序规定 art 15). */
export function decideJurisdiction(command: JurisdictionCommand, state: ClueState): readonly ClueEvent[] {
  assertAssignee(state, command.by)
  switch (command.do) {
    case 'assess-upper': {
      assertStatus(state, ['verifying'])
      const { do: _do, by: _by, ...data } = command
      return state.assessedUpper ? [] : [{ type: 'clue.assessed-upper.v1', data }]
    }
    case 'dispute-jurisdiction': {
      assertStatus(state, ['verifying'])
      const { do: _do, by, ...data } = command
      if ((data.with === undefined) === (data.outside === undefined)) {
        throw new Refusal('clue.dispute-target', 'name either a member (with) or a body outside (outside)')
      }
      if (data.with === by.agency) throw new Refusal('clue.dispute-with-self', 'a dispute is with someone else')
      return state.disputed ? [] : [{ type: 'clue.jurisdiction-disputed.v1', data }]
    }
    case 'settle-jurisdiction': {
      if (!state.disputed) throw new Refusal('clue.no-dispute', 'jurisdiction is not in dispute')
      const { do: _do, by: _by, ...data } = command
      if (data.manner === 'designated' && data.documentNumber === undefined) {
        throw new Refusal('clue.designation-number', 'a designation 指定管辖 has a document number')
      }
      return [{ type: 'clue.jurisdiction-settled.v1', data }]
    }
  }
}
