import { Refusal } from '@wuhu/decider'
import type { TransferCommand } from './transfer-command.ts'
import {
  type Transfer,
  type TransferDataOf,
  type TransferSide,
  type TransferState,
  type TransferStatus,
  transferStatuses
} from './transfer-state.ts'
import { headIn, type TransferSteps } from './transfer-step.ts'

type Lapsing = Extract<TransferCommand, { lapsed: boolean }>

/** From here the agency may go on with its own procedure: the police do not pursue the case. */
const cameBack = ['not-filed', 'upheld', 'reasons-upheld', 'withdrawal-notified'] as const

type Outcome = TransferDataOf<'transfer.closed.v1'>['outcome']
/** Who closes what has ended, and how it has ended. */
const ends: Partial<Record<TransferStatus, { side: TransferSide; outcome: Outcome }>> = {
  refused: { side: 'sender', outcome: 'not-transferred' },
  rerouted: { side: 'sender', outcome: 'rerouted' },
  'returned-to-administration': { side: 'sender', outcome: 'returned' },
  prosecuted: { side: 'procuratorate', outcome: 'prosecuted' },
  'reverse-closed': { side: 'procuratorate', outcome: 'no-penalty' },
  'opinion-answered': { side: 'procuratorate', outcome: 'answered' }
}

const over: readonly string[] = ['closed', ...Object.keys(ends), ...cameBack, 'withdrawn']

/** Whether no police has it or will get it, unless the procuratorate has them file it after all. */
export const hasEnded = ({ status }: TransferState): boolean => over.includes(status)

/** What the agency does that transfers 移送机关. */
export const senderSteps: TransferSteps<
  | 'form-team'
  | 'report'
  | 'approve'
  | 'refuse'
  | 'send'
  | 'supplement'
  | 'hand-over-exhibits'
  | 'request-reconsideration'
  | 'request-supervision'
  | 'return-to-administration'
  | 'answer-opinion'
  | 'copy-penalty'
  | 'close'
> = {
  'form-team': {
    side: 'sender',
    from: ['suspected', 'team-formed'],
    guard({ said }) {
      if (new Set(said.members).size < 2)
        throw new Refusal('transfer.team-too-small', 'a team has two officers or more')
    },
    happens: 'transfer.team-formed.v1',
    data: ({ said }) => said
  },
  report: {
    side: 'sender',
    // After a refusal, new facts may be reported to the head again.
    from: ['team-formed', 'refused'],
    happens: 'transfer.reported.v1',
    data: ({ said }) => said
  },
  approve: {
    side: 'sender',
    from: ['reported'],
    role: 'head',
    happens: 'transfer.approved.v1',
    data: ({ said, by }) => ({ ...said, approver: headIn(by) })
  },
  refuse: {
    side: 'sender',
    from: ['reported'],
    role: 'head',
    happens: 'transfer.refused.v1',
    data: ({ said, by }) => ({ ...said, approver: headIn(by) })
  },
  send: {
    side: 'sender',
    from: ['approved'],
    guard({ said, toPolice }) {
      if (!toPolice) throw new Refusal('transfer.not-to-police', 'a transfer goes to the police')
      const { appraisals, noAppraisal } = said.documents
      if (appraisals.length === 0 && noAppraisal === undefined) {
        throw new Refusal(
          'transfer.appraisal-unexplained',
          'name the appraisals, or say in noAppraisal why there are none'
        )
      }
    },
    happens: 'transfer.sent.v1',
    data: ({ said, by }, { caseNumber, procuratorate, clue }) => ({
      ...said,
      caseNumber,
      sender: by.agency,
      procuratorate,
      ...(clue !== undefined && { clue })
    })
  },
  supplement: {
    side: 'sender',
    from: ['supplement-requested'],
    happens: 'transfer.supplemented.v1',
    data: ({ said }) => said
  },
  'hand-over-exhibits': {
    side: 'sender',
    // Also when the procuratorate decided at once: the court needs them as well.
    from: ['filed', 'sent-for-prosecution', 'prosecuted'],
    holds: (_command, { handedOver }) => handedOver,
    happens: 'transfer.exhibits-handed-over.v1',
    data: ({ said }) => said
  },
  'request-reconsideration': {
    side: 'sender',
    from: ['not-filed'],
    guard: requireRight,
    happens: 'transfer.reconsideration-requested.v1',
    data: ({ said }) => said
  },
  'request-supervision': {
    side: 'sender',
    from: ['not-filed', 'upheld'],
    guard(command, { status }) {
      if (status === 'not-filed') requireRight(command)
    },
    happens: 'transfer.supervision-requested.v1',
    data: ({ said }) => said
  },
  'return-to-administration': {
    side: 'sender',
    from: cameBack,
    happens: 'transfer.returned-to-administration.v1',
    data: ({ said }, { clue }) => ({ ...said, ...(clue !== undefined && { clue }) })
  },
  'answer-opinion': {
    side: 'sender',
    // An answer that the matter is still in progress is followed by another.
    from: ['opinion-received', 'opinion-answered'],
    happens: 'transfer.opinion-answered.v1',
    data: ({ said }) => said
  },
  'copy-penalty': {
    side: 'sender',
    // Also of one that has ended: the decision often comes last.
    from: transferStatuses,
    holds: ({ said }, { penalties }) => penalties.includes(said.documentNumber),
    happens: 'transfer.penalty-copied.v1',
    data: ({ said, police }, state) => ({ ...said, copyTo: [state.police ?? police, state.procuratorate] })
  },
  close: {
    side: closer,
    from: Object.keys(ends) as TransferStatus[],
    holds: (_command, { status }) => status === 'closed',
    happens: 'transfer.closed.v1',
    data({ said }, { status }) {
      const { outcome } = ends[status] ?? {}
      if (!outcome) throw new TypeError(`a transfer that is ${status} has not ended`)
      return { ...said, outcome }
    }
  }
}

/** Of what is closed already, whoever closed it. */
function closer({ status, outcome }: Transfer): TransferSide {
  const ending = ends[status] ?? Object.values(ends).find((one) => one.outcome === outcome)
  return ending?.side ?? 'sender'
}

/** 国令310 art 9: within three days of the notice; after that the right has lapsed. */
function requireRight({ lapsed }: Lapsing): void {
  if (lapsed) throw new Refusal('transfer.right-lapsed', 'the time to ask (B9) has run out')
}
