import { Refusal } from '@wuhu/decider'
import { leaderIn, letterOf, type TransferSteps } from './transfer-step.ts'

/** What the police do 公安机关. There is no refusing of a receipt: incomplete papers are asked for (国令310 art 7). */
export const policeSteps: TransferSteps<
  | 'receipt'
  | 'request-supplement'
  | 'reroute'
  | 'accept'
  | 'extend-filing'
  | 'file'
  | 'not-file'
  | 'reconsider'
  | 'explain'
  | 'withdraw'
  | 'notify-withdrawal'
  | 'send-for-prosecution'
> = {
  receipt: {
    side: 'police',
    from: ['sent'],
    happens: 'transfer.receipted.v1',
    data: ({ said, by }) => ({ ...said, police: by.agency })
  },
  'request-supplement': {
    side: 'police',
    from: ['receipted', 'supplemented'],
    happens: 'transfer.supplement-requested.v1',
    data: ({ said }) => said
  },
  reroute: {
    side: 'police',
    from: ['receipted', 'supplement-requested', 'supplemented'],
    guard({ said, toPolice, by }, { former }) {
      if ((said.to === undefined) === (said.outside === undefined)) {
        throw new Refusal('transfer.reroute-target', 'name one organ: to, or outside')
      }
      if (said.to === undefined) return
      if (said.to === by.agency || former.includes(said.to)) {
        throw new Refusal('transfer.reroute-circle', 'those police have had the case; it does not go in circles')
      }
      if (!toPolice) throw new Refusal('transfer.not-to-police', 'a transfer goes to the police')
    },
    happens: 'transfer.rerouted.v1',
    data: ({ said, by }, state) => ({ ...letterOf(state), ...said, from: by.agency })
  },
  accept: {
    side: 'police',
    // Also while papers are missing: they are no reason to keep the case waiting.
    from: ['receipted', 'supplement-requested', 'supplemented'],
    happens: 'transfer.accepted.v1',
    data: ({ said }) => ({ ...said, policeStatus: 'accepted' })
  },
  'extend-filing': {
    side: 'police',
    from: ['accepted'],
    role: 'leader',
    guard(_command, { extended }) {
      if (extended) throw new Refusal('transfer.extended-before', 'the time to decide on filing is extended once')
    },
    happens: 'transfer.filing-extended.v1',
    data: ({ said, by }) => ({ ...said, approver: leaderIn(by) })
  },
  file: {
    side: 'police',
    from: ['accepted', 'reversed', 'explanation-required', 'explained', 'filing-ordered'],
    role: 'leader',
    happens: 'transfer.filed.v1',
    data: ({ said, by }) => ({ ...said, policeStatus: 'filed', approver: leaderIn(by) })
  },
  'not-file': {
    side: 'police',
    from: ['accepted'],
    role: 'leader',
    happens: 'transfer.not-filed.v1',
    data: ({ said, by }) => ({ ...said, policeStatus: 'not-filed', approver: leaderIn(by) })
  },
  reconsider: {
    side: 'police',
    from: ['reconsideration-requested'],
    role: 'leader',
    happens: 'transfer.reconsidered.v1',
    data: ({ said, by }) => ({ ...said, approver: leaderIn(by) })
  },
  explain: {
    side: 'police',
    from: ['explanation-required'],
    happens: 'transfer.explained.v1',
    data: ({ said }) => said
  },
  withdraw: {
    side: 'police',
    from: ['filed', 'handed-over', 'sent-for-prosecution'],
    role: 'leader',
    happens: 'transfer.withdrawn.v1',
    data: ({ said, by }) => ({ ...said, policeStatus: 'withdrawn', approver: leaderIn(by) })
  },
  'notify-withdrawal': {
    side: 'police',
    from: ['withdrawn'],
    happens: 'transfer.withdrawal-notified.v1',
    data: ({ said }) => said
  },
  'send-for-prosecution': {
    side: 'police',
    from: ['filed', 'handed-over'],
    role: 'leader',
    happens: 'transfer.sent-for-prosecution.v1',
    data: ({ said }) => ({ ...said, policeStatus: 'sent-for-prosecution' })
  }
}
