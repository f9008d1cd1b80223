import type { TransferEvent } from '@wuhu/contracts'
import { type SentFollower, type SentThing, words } from './sent-thing.ts'

interface Memory {
  /** Whoever sent the case, and the procuratorate that sent it back with its opinion. */
  readonly senders: readonly string[]
  readonly caseNumber: string
  readonly administration?: string
  readonly police?: string
  readonly policeOutside?: string
  readonly procuratorate: string
  readonly title: string
  readonly status: string
  readonly outcome?: string
}

/** These leave a transfer where it is. */
const beside: readonly string[] = ['filing-extended', 'pressed', 'penalty-copied']
const withPolice = [
  ...['sent', 'receipted', 'supplemented', 'accepted', 'reversed', 'reconsideration-requested'],
  ...['explanation-required', 'filing-ordered', 'handed-over', 'withdrawn']
]
const withProcuratorate = [
  ...['supervision-requested', 'explained', 'sent-for-prosecution', 'not-prosecuted', 'reverse-accepted'],
  ...['prosecuted', 'reverse-closed', 'opinion-answered']
]

/** 移送: sent by the agency that transfers, or with an opinion by the procuratorate. */
export const sentTransfer: SentFollower<Memory> = {
  kind: 'transfer',
  aggregate: 'transfer',

  follow(memory, given, actor) {
    const event = given as TransferEvent
    if (!memory) return begun(event)
    const next = { ...memory, status: statusAfter(memory.status, event) }
    if (event.type === 'transfer.sent.v1') {
      const { to: police, sender, suspectedOffence: title } = event.data
      return { ...next, police, title, senders: distinct(memory.senders, sender) }
    }
    if (event.type === 'transfer.rerouted.v1') {
      const { police: _police, policeOutside: _outside, ...rest } = next
      const { to: police, outside: policeOutside } = event.data
      return { ...rest, ...(police !== undefined && { police }), ...(policeOutside !== undefined && { policeOutside }) }
    }
    if (event.type === 'transfer.opinion-received.v1') {
      return { ...next, administration: event.data.to, senders: distinct(memory.senders, actor) }
    }
    return event.type === 'transfer.closed.v1' ? { ...next, outcome: event.data.outcome } : next
  },

  show(memory): SentThing {
    const { senders, caseNumber, title, status, outcome } = memory
    const open = status !== 'closed'
    const holder = holderOf(memory)
    return {
      senders,
      caseNumber,
      title,
      status,
      ...(open && holder && { holder }),
      ...(outcome !== undefined && { outcome }),
      open
    }
  },

  words: {
    sent: words('已移送', 'Sent', '公安机关签收', 'The police sign the receipt'),
    receipted: words(
      '公安机关已签收',
      'Receipted',
      '公安机关受案、要求补正或者转送',
      'The police accept, ask for papers or reroute'
    ),
    'supplement-requested': words('要求补正', 'Supplement requested', '本单位补正', 'Supply the papers'),
    supplemented: words('已补正', 'Supplemented', '公安机关受案', 'The police accept it'),
    rerouted: words('已转送其他公安机关', 'Rerouted', '接收机关审查', 'The police it went to examine it'),
    accepted: words('公安机关已受案', 'Accepted', '决定是否立案', 'The police decide whether to file'),
    filed: words('公安机关已立案', 'Filed', '移交涉案物品', 'Hand over the exhibits'),
    'handed-over': words('已移交涉案物品', 'Exhibits handed over', '公安机关侦查', 'The police investigate'),
    'not-filed': words(
      '公安机关不予立案',
      'Not filed',
      '提请复议、建议监督或者恢复行政处理',
      'Ask for reconsideration or supervision, or go on'
    ),
    'reconsideration-requested': words(
      '已提请复议',
      'Reconsideration requested',
      '公安机关复议',
      'The police reconsider'
    ),
    upheld: words('复议维持', 'Upheld', '建议立案监督或者恢复行政处理', 'Ask for supervision, or go on'),
    reversed: words('复议撤销', 'Reversed', '公安机关立案', 'The police file'),
    'supervision-requested': words(
      '已建议立案监督',
      'Supervision requested',
      '检察机关审查',
      'The procuratorate examines it'
    ),
    'explanation-required': words('检察机关要求说明理由', 'Explanation required', '公安机关说明', 'The police explain'),
    explained: words('公安机关已说明理由', 'Explained', '检察机关审查', 'The procuratorate examines it'),
    'filing-ordered': words('检察机关通知立案', 'Filing ordered', '公安机关立案', 'The police file'),
    'reasons-upheld': words('不立案理由成立', 'Reasons upheld', '恢复行政处理', 'Go on with the administrative case'),
    'returned-to-administration': words(
      '已恢复行政处理',
      'Returned to administration',
      '办结移送',
      'Close the transfer'
    ),
    withdrawn: words('公安机关已撤案', 'Withdrawn', '公安机关告知', 'The police tell the sender'),
    'withdrawal-notified': words(
      '已告知撤案',
      'Withdrawal notified',
      '恢复行政处理',
      'Go on with the administrative case'
    ),
    'sent-for-prosecution': words(
      '已移送起诉',
      'Sent for prosecution',
      '检察机关审查起诉',
      'The procuratorate decides'
    ),
    prosecuted: words('已起诉', 'Prosecuted', '办结移送', 'Close the transfer'),
    'not-prosecuted': words('不起诉', 'Not prosecuted', '反向衔接审查', 'Review for an administrative penalty'),
    'reverse-accepted': words(
      '反向衔接受理',
      'Under reverse review',
      '提出检察意见或者终结',
      'Give an opinion, or end it'
    ),
    'reverse-closed': words('反向衔接终结', 'Reverse review ended', '办结', 'Close it'),
    'opinion-received': words('已提出检察意见', 'Opinion given', '行政机关处理并回复', 'The agency acts and answers'),
    'opinion-answered': words('检察意见已回复', 'Opinion answered', '办结', 'Close it'),
    closed: words('已办结', 'Closed')
  }
}

const distinct = (senders: readonly string[], one: string) => [...new Set([...senders, one])]

function begun(event: TransferEvent): Memory | undefined {
  if (event.type === 'transfer.suspected.v1') {
    const { caseNumber, sender, procuratorate } = event.data
    return { senders: [], caseNumber, administration: sender, procuratorate, title: '', status: 'suspected' }
  }
  if (event.type === 'transfer.not-prosecuted.v1') {
    const { caseNumber, procuratorate, administration, documentNumber: title } = event.data
    const known = administration === undefined ? {} : { administration }
    return { senders: [], caseNumber, ...known, procuratorate, title, status: 'not-prosecuted' }
  }
  return undefined
}

/** The status is called as the event is, but for a few. */
function statusAfter(status: string, event: TransferEvent): string {
  const [, happened = ''] = event.type.split('.')
  if (event.type === 'transfer.rerouted.v1') return event.data.to === undefined ? 'rerouted' : 'sent'
  if (event.type === 'transfer.reconsidered.v1') return event.data.outcome
  if (event.type === 'transfer.exhibits-handed-over.v1') return status === 'filed' ? 'handed-over' : status
  return beside.includes(happened) ? status : happened
}

function holderOf({ status, police, policeOutside, procuratorate, administration }: Memory): SentThing['holder'] {
  const at = (agency: string | undefined) => (agency === undefined ? undefined : { agency })
  if (policeOutside !== undefined && (status === 'rerouted' || withPolice.includes(status))) {
    return { outside: policeOutside }
  }
  if (withPolice.includes(status)) return at(police)
  return withProcuratorate.includes(status) ? at(procuratorate) : at(administration)
}
