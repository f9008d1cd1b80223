import type { Actor } from '@wuhu/contracts'
import type { TransferDataOf } from './transfer-state.ts'

/** What each command makes happen. */
export interface TransferHappens {
  suspect: 'transfer.suspected.v1'
  'form-team': 'transfer.team-formed.v1'
  report: 'transfer.reported.v1'
  approve: 'transfer.approved.v1'
  refuse: 'transfer.refused.v1'
  send: 'transfer.sent.v1'
  supplement: 'transfer.supplemented.v1'
  'hand-over-exhibits': 'transfer.exhibits-handed-over.v1'
  'request-reconsideration': 'transfer.reconsideration-requested.v1'
  'request-supervision': 'transfer.supervision-requested.v1'
  'return-to-administration': 'transfer.returned-to-administration.v1'
  'answer-opinion': 'transfer.opinion-answered.v1'
  'copy-penalty': 'transfer.penalty-copied.v1'
  close: 'transfer.closed.v1'
  receipt: 'transfer.receipted.v1'
  'request-supplement': 'transfer.supplement-requested.v1'
  reroute: 'transfer.rerouted.v1'
  accept: 'transfer.accepted.v1'
  'extend-filing': 'transfer.filing-extended.v1'
  file: 'transfer.filed.v1'
  'not-file': 'transfer.not-filed.v1'
  reconsider: 'transfer.reconsidered.v1'
  explain: 'transfer.explained.v1'
  withdraw: 'transfer.withdrawn.v1'
  'notify-withdrawal': 'transfer.withdrawal-notified.v1'
  'send-for-prosecution': 'transfer.sent-for-prosecution.v1'
  'start-reverse': 'transfer.not-prosecuted.v1'
  'require-explanation': 'transfer.explanation-required.v1'
  'order-filing': 'transfer.filing-ordered.v1'
  'uphold-reasons': 'transfer.reasons-upheld.v1'
  press: 'transfer.pressed.v1'
  prosecute: 'transfer.prosecuted.v1'
  'not-prosecute': 'transfer.not-prosecuted.v1'
  'accept-reverse': 'transfer.reverse-accepted.v1'
  'close-reverse': 'transfer.reverse-closed.v1'
  'give-opinion': 'transfer.opinion-received.v1'
}

type Said<Name extends keyof TransferHappens, Known extends string = never> = {
  readonly said: Omit<TransferDataOf<TransferHappens[Name]>, Known>
}

/** What each command brings: what its giver says, and what the service knows for it. */
interface Brings {
  /** `administrative`: the agency is none of police, procuratorate or court, which transfer nothing to themselves. */
  suspect: Said<'suspect', 'sender'> & { readonly administrative: boolean }
  'form-team': Said<'form-team'>
  report: Said<'report'>
  approve: Said<'approve', 'approver'>
  refuse: Said<'refuse', 'approver'>
  /** `toPolice`: the addressee is police, and the directory knows it. */
  send: Said<'send', 'caseNumber' | 'sender' | 'procuratorate' | 'clue'> & { readonly toPolice: boolean }
  supplement: Said<'supplement'>
  'hand-over-exhibits': Said<'hand-over-exhibits'>
  /** `lapsed`: the three days to ask have passed, so the right is gone (国令310 art 9). */
  'request-reconsideration': Said<'request-reconsideration'> & { readonly lapsed: boolean }
  'request-supervision': Said<'request-supervision'> & { readonly lapsed: boolean }
  'return-to-administration': Said<'return-to-administration', 'clue'>
  'answer-opinion': Said<'answer-opinion'>
  /** `police`: who gets the copy while no police has the case. */
  'copy-penalty': Said<'copy-penalty', 'copyTo'> & { readonly police: string }
  close: Said<'close', 'outcome'>

  receipt: Said<'receipt', 'police'>
  'request-supplement': Said<'request-supplement'>
  reroute: {
    readonly said: Pick<TransferDataOf<'transfer.rerouted.v1'>, 'to' | 'outside' | 'reason' | 'documentNumber'>
    readonly toPolice: boolean
  }
  accept: Said<'accept', 'policeStatus'>
  'extend-filing': Said<'extend-filing', 'approver'>
  file: Said<'file', 'policeStatus' | 'approver'>
  'not-file': Said<'not-file', 'policeStatus' | 'approver'>
  reconsider: Said<'reconsider', 'approver'>
  explain: Said<'explain'>
  withdraw: Said<'withdraw', 'policeStatus' | 'approver'>
  'notify-withdrawal': Said<'notify-withdrawal'>
  'send-for-prosecution': Said<'send-for-prosecution', 'policeStatus'>

  /** A decision not to prosecute on a case that came without a transfer. `procuratorate`: whether the agency is one. */
  'start-reverse': Said<'start-reverse', 'procuratorate' | 'approver'> & {
    readonly procuratorate: boolean
    readonly administrative: boolean
  }
  'require-explanation': Said<'require-explanation', 'approver'>
  'order-filing': Said<'order-filing', 'approver'>
  'uphold-reasons': Said<'uphold-reasons', 'approver'>
  press: Said<'press'>
  prosecute: Said<'prosecute', 'approver'>
  'not-prosecute': Said<'not-prosecute', 'caseNumber' | 'procuratorate' | 'administration' | 'approver'>
  'accept-reverse': Said<'accept-reverse'>
  'close-reverse': Said<'close-reverse', 'approver'>
  /** `to` is left out for the agency that sent the case. `administrative`: it is known, and may handle it. */
  'give-opinion': Said<'give-opinion', 'to' | 'clue' | 'approver'> & {
    readonly to?: string
    readonly administrative: boolean
  }
}

/** `by.agency` is the caller's, from its token; its person and role who acts there. */
export type TransferCommand = {
  [Name in keyof Brings]: { readonly do: Name; readonly by: Actor } & Brings[Name]
}[keyof Brings]

export type TransferBeginning = Extract<TransferCommand, { do: 'suspect' | 'start-reverse' }>
/** Commands on a transfer that exists. */
export type TransferFollow = Exclude<TransferCommand, TransferBeginning>
export type TransferFollowName = TransferFollow['do']
