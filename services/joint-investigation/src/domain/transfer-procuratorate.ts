import { Refusal } from '@wuhu/decider'
import { leaderIn, type TransferSteps } from './transfer-step.ts'

/** What the procuratorate does 人民检察院: it supervises the filing, decides on prosecution, and sends cases back. */
export const procuratorateSteps: TransferSteps<
  | 'require-explanation'
  | 'order-filing'
  | 'uphold-reasons'
  | 'press'
  | 'prosecute'
  | 'not-prosecute'
  | 'accept-reverse'
  | 'close-reverse'
  | 'give-opinion'
> = {
  'require-explanation': {
    side: 'procuratorate',
    // Asked by the sender or of its own accord, also when the police just do not decide (人民检察院刑事诉讼规则 557-560).
    from: ['supervision-requested', 'not-filed', 'upheld', 'reversed', 'accepted'],
    role: 'leader',
    happens: 'transfer.explanation-required.v1',
    data: ({ said, by }) => ({ ...said, approver: leaderIn(by) })
  },
  'order-filing': {
    side: 'procuratorate',
    from: ['explained'],
    role: 'leader',
    happens: 'transfer.filing-ordered.v1',
    data: ({ said, by }) => ({ ...said, approver: leaderIn(by) })
  },
  'uphold-reasons': {
    side: 'procuratorate',
    from: ['explained'],
    role: 'leader',
    happens: 'transfer.reasons-upheld.v1',
    data: ({ said, by }) => ({ ...said, approver: leaderIn(by) })
  },
  press: {
    side: 'procuratorate',
    from: ['filed', 'handed-over'],
    happens: 'transfer.pressed.v1',
    data: ({ said }) => said
  },
  prosecute: {
    side: 'procuratorate',
    from: ['filed', 'handed-over', 'sent-for-prosecution'],
    role: 'leader',
    happens: 'transfer.prosecuted.v1',
    data: ({ said, by }) => ({ ...said, approver: leaderIn(by) })
  },
  'not-prosecute': {
    side: 'procuratorate',
    from: ['filed', 'handed-over', 'sent-for-prosecution'],
    role: 'leader',
    happens: 'transfer.not-prosecuted.v1',
    data: ({ said, by }, { caseNumber, procuratorate, sender }) => ({
      ...said,
      caseNumber,
      procuratorate,
      ...(sender !== undefined && { administration: sender }),
      approver: leaderIn(by)
    })
  },
  'accept-reverse': {
    side: 'procuratorate',
    from: ['not-prosecuted'],
    happens: 'transfer.reverse-accepted.v1',
    data: ({ said }) => said
  },
  'close-reverse': {
    side: 'procuratorate',
    from: ['reverse-accepted'],
    role: 'leader',
    happens: 'transfer.reverse-closed.v1',
    data: ({ said, by }) => ({ ...said, approver: leaderIn(by) })
  },
  'give-opinion': {
    side: 'procuratorate',
    from: ['reverse-accepted'],
    role: 'leader',
    guard({ to, administrative }, { sender }) {
      if (to === undefined && sender === undefined) {
        throw new Refusal('transfer.opinion-addressee', 'name the agency in to: none has sent this case')
      }
      if (to !== undefined && !administrative)
        throw new Refusal('transfer.not-administrative', `${to} handles no penalties`)
    },
    happens: 'transfer.opinion-received.v1',
    data: ({ said, by, to }, { sender, clue }) => ({
      ...said,
      to: to ?? sender ?? '',
      ...(clue !== undefined && { clue }),
      approver: leaderIn(by)
    })
  }
}
