import type { TransferEvent } from '@wuhu/contracts'

export type TransferDataOf<Type extends TransferEvent['type']> = Extract<TransferEvent, { type: Type }>['data']

/**
 * 涉嫌犯罪、已组专案组、已报告、已批准、不批准、已移送、已签收、要求补正、已补正、已转送（非成员单位）、已受案、已立案、
 * 已移交物品、不予立案、提请复议、复议维持、复议撤销、建议监督、要求说明理由、已说明理由、通知立案、理由成立、恢复行政处理、
 * 已撤案、已告知撤案、移送起诉、已起诉、不起诉、反向衔接受理、反向衔接终结、检察意见、已回复、办结.
 */
export const transferStatuses = [
  'suspected',
  'team-formed',
  'reported',
  'approved',
  'refused',
  'sent',
  'receipted',
  'supplement-requested',
  'supplemented',
  'rerouted',
  'accepted',
  'filed',
  'handed-over',
  'not-filed',
  'reconsideration-requested',
  'upheld',
  'reversed',
  'supervision-requested',
  'explanation-required',
  'explained',
  'filing-ordered',
  'reasons-upheld',
  'returned-to-administration',
  'withdrawn',
  'withdrawal-notified',
  'sent-for-prosecution',
  'prosecuted',
  'not-prosecuted',
  'reverse-accepted',
  'reverse-closed',
  'opinion-received',
  'opinion-answered',
  'closed'
] as const
export type TransferStatus = (typeof transferStatuses)[number]

/** 移送: a case with signs of a crime, from suspicion to what became of it; or from a decision not to prosecute, back. */
export interface Transfer {
  readonly status: TransferStatus
  readonly caseNumber: string
  /** The administrative agency: it sends, and to it a case comes back. Unknown while only the procuratorate knows the case. */
  readonly sender?: string
  readonly procuratorate: string
  /** The police who have it now; undefined before it is sent, and after it went to police outside the mechanism. */
  readonly police?: string
  /** Police who sent it on, and a sender whose case another agency was given. */
  readonly former: readonly string[]
  readonly clue?: string
  readonly letter?: Omit<TransferDataOf<'transfer.sent.v1'>, 'to'>
  /** The time to decide on filing was extended. */
  readonly extended: boolean
  readonly handedOver: boolean
  /** Numbers of the penalties that were sent in copy. */
  readonly penalties: readonly string[]
  /** How it ended, of one that is closed. */
  readonly outcome?: TransferDataOf<'transfer.closed.v1'>['outcome']
  /** What happened last: the command that led to it, given again, changes nothing. */
  readonly last: TransferEvent
}

export type TransferState = { readonly status: 'none' } | Transfer

/** Who acts: the agency that transfers, the police, or the procuratorate. */
export type TransferSide = 'sender' | 'police' | 'procuratorate'

/**
 * Agencies that take part, and are told of every step: the sender, the police who have the case, those who had it before,
 * and the procuratorate, to which the law gives a copy because it supervises whether cases are transferred and filed (国令310
 * art 5, 14). Not among them: the office, which looks on (open fields) and moves nothing; and police who were sent no more
 * than a penalty in copy, which know of that step and of nothing after it.
 */
export function partOf(state: Transfer): string[] {
  const { sender, police, procuratorate, former } = state
  return [sender, police, procuratorate, ...former].filter((agency) => agency !== undefined)
}
