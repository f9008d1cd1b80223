import type { Title } from '@wuhu/contracts'
import type { Transfer, TransferSide, TransferStatus } from './transfer-state.ts'

/** What has to happen next, by whom, and the clocks that run on it (ids of time-limits.json). */
export interface NextStep {
  readonly holder: TransferSide
  readonly title: Title
  readonly rules: readonly string[]
}

const next = (holder: TransferSide, zh: string, en: string, ...rules: string[]): NextStep => ({
  holder,
  title: { zh, en },
  rules
})

const steps: Readonly<Record<TransferStatus, NextStep | undefined>> = {
  suspected: next('sender', '组成不少于两人的专案组', 'Form a team of at least two', 'B1'),
  'team-formed': next('sender', '核实情况，提出移送书面报告', 'Report to the head in writing'),
  reported: next('sender', '正职负责人批准或者不批准移送', 'The head approves or refuses', 'B2'),
  approved: next('sender', '移送同级公安机关，抄送检察院', 'Send to the police, copy to the procuratorate', 'B3'),
  refused: next('sender', '不批准移送，理由已记录', 'Refused, with the reasons on record'),
  sent: next('police', '签收移送书回执', 'Sign the receipt', 'B4'),
  receipted: next('police', '受案、要求补正或者转送', 'Accept, ask for a supplement, or reroute', 'B5a', 'B6'),
  'supplement-requested': next('sender', '补正材料', 'Supply the missing papers', 'B5b'),
  supplemented: next('police', '受案或者转送', 'Accept or reroute'),
  rerouted: next('sender', '已转送非成员公安机关，办结', 'Went to police outside the mechanism: close'),
  accepted: next('police', '决定立案或者不予立案', 'Decide whether to file', 'B7'),
  filed: next('sender', '移交涉案物品和材料', 'Hand over exhibits and material', 'B8', 'B12'),
  'handed-over': next('police', '侦查终结，移送起诉或者撤案', 'Send for prosecution, or withdraw', 'B12'),
  'not-filed': next(
    'sender',
    '提请复议、建议立案监督，或者恢复行政处理',
    'Ask for reconsideration or supervision',
    'B9'
  ),
  'reconsideration-requested': next('police', '作出复议决定', 'Decide the reconsideration', 'B10'),
  upheld: next('sender', '建议立案监督，或者恢复行政处理', 'Ask for supervision, or go on administratively'),
  reversed: next('police', '立案', 'File the case'),
  'supervision-requested': next('procuratorate', '审查，要求公安说明理由', 'Require an explanation of the police'),
  'explanation-required': next('police', '说明不立案理由', 'Explain why not filed', 'B11a'),
  explained: next('procuratorate', '通知立案，或者认定理由成立', 'Order the filing, or uphold the reasons'),
  'filing-ordered': next('police', '按通知立案', 'File as ordered', 'B11b'),
  'reasons-upheld': next('sender', '恢复行政处理', 'Go on administratively'),
  'returned-to-administration': next('sender', '依法作出行政处理，办结', 'Handle it administratively, then close'),
  withdrawn: next('police', '书面告知移送机关', 'Tell the sender in writing', 'B15'),
  'withdrawal-notified': next('sender', '恢复行政处理', 'Go on administratively'),
  'sent-for-prosecution': next('procuratorate', '决定起诉或者不起诉', 'Decide on prosecution'),
  prosecuted: next('procuratorate', '办结', 'Close'),
  'not-prosecuted': next('procuratorate', '移送行政检察部门受理', 'Hand to its administrative office', 'B17'),
  'reverse-accepted': next('procuratorate', '审查，提出检察意见或者终结', 'Give an opinion, or close', 'B18'),
  'reverse-closed': next('procuratorate', '办结', 'Close'),
  'opinion-received': next('sender', '依法处理并回复检察意见', 'Handle it, and answer the opinion', 'B19'),
  'opinion-answered': next('procuratorate', '审核回复，办结', 'Look at the answer, then close'),
  closed: undefined
}

/** The next step of a transfer, and the agency that has to take it; undefined when nothing follows. */
export function nextOf(
  standing: Pick<Transfer, 'status' | TransferSide>
): (NextStep & { readonly agency?: string }) | undefined {
  const step = steps[standing.status]
  if (!step) return undefined
  const agency = standing[step.holder]
  return agency === undefined ? step : { ...step, agency }
}
