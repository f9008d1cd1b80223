import type { EventOf, RecordEvent, recordUnmaskRequested } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

export type Asked = EventOf<typeof recordUnmaskRequested>['data']

export type UnmaskingState =
  | { readonly status: 'none' }
  | { readonly status: 'requested' | 'refused'; readonly asked: Asked }
  | { readonly status: 'granted'; readonly asked: Asked; readonly until: string }

/** The officer who agrees or does not. */
interface Second {
  readonly agency: string
  readonly person?: string | undefined
  readonly role?: string | undefined
}

export type UnmaskingCommand =
  | {
      readonly do: 'ask'
      readonly asked: Asked
      readonly rule: 'reason' | 'second-person' | 'never'
      readonly until: string
    }
  | { readonly do: 'approve'; readonly by: Second; readonly until: string }
  | { readonly do: 'refuse'; readonly by: Second; readonly reason: string }

const leaders = ['agency-head', 'agency-leader']

/**
 * Seeing what is masked, on record: personal data with a reason, what touches the trade secret with a second person, a
 * leader 负责人 of the same agency who is not the one that asked.
 */
export const unmasking: Decider<UnmaskingState, UnmaskingCommand, RecordEvent> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.do === 'ask') {
      const { asked, rule, until } = command
      if (rule === 'never') throw new Refusal('unmasking.never', 'these fields are not unmasked here')
      if (rule === 'reason') return [{ type: 'record.unmasked.v1', data: { ...asked, until } }]
      if (asked.person === undefined) throw new Refusal('unmasking.person', 'say in by which officer asks')
      return [{ type: 'record.unmask-requested.v1', data: asked }]
    }
    const { by } = command
    if (state.status === 'none' || state.asked.requester !== by.agency) {
      throw new Refusal('unmasking.unknown', 'there is no such request')
    }
    if (by.person === undefined || by.role === undefined || !leaders.includes(by.role)) {
      throw new Refusal('unmasking.approver', 'the second person is a leader of the agency, by name')
    }
    if (by.person === state.asked.person) throw new Refusal('unmasking.same-person', 'a second person decides')
    const decided = command.do === 'approve' ? 'granted' : 'refused'
    if (state.status === decided) return []
    if (state.status !== 'requested') throw new Refusal('unmasking.decided', `it is ${state.status}`)
    const { asked } = state
    if (command.do === 'approve') {
      return [{ type: 'record.unmasked.v1', data: { ...asked, approver: by.person, until: command.until } }]
    }
    const { caseNumber, event } = asked
    return [{ type: 'record.unmask-refused.v1', data: { caseNumber, event, by: by.person, reason: command.reason } }]
  },

  evolve(state, event) {
    switch (event.type) {
      case 'record.unmask-requested.v1':
        return { status: 'requested', asked: event.data }
      case 'record.unmasked.v1': {
        const { approver: _, until, ...asked } = event.data
        return { status: 'granted', asked, until }
      }
      case 'record.unmask-refused.v1':
        return state.status === 'none' ? state : { status: 'refused', asked: state.asked }
    }
  }
}
