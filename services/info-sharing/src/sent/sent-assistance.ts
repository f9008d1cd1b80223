import type { AssistEvent } from '@wuhu/contracts'
import { type SentFollower, words } from './sent-thing.ts'

interface Memory {
  readonly requester: string
  readonly addressee?: string
  readonly outside?: string
  readonly caseNumber: string
  readonly title: string
  readonly status: string
  readonly outcome?: string
}

const leadsTo: Readonly<Record<string, string>> = {
  'assist.received.v1': 'received',
  'assist.accepted.v1': 'accepted',
  'assist.refused.v1': 'refused',
  'assist.forwarded.v1': 'sent',
  'assist.replied.v1': 'replied',
  'assist.supplement-requested.v1': 'supplement-requested',
  'assist.confirmed.v1': 'confirmed',
  'assist.withdrawn.v1': 'withdrawn',
  'assist.closed.v1': 'closed'
}

const withRequester = ['refused', 'replied', 'confirmed']
const over = ['withdrawn', 'closed']

/** 协查: sent by whoever wrote the letter. */
export const sentAssistance: SentFollower<Memory> = {
  kind: 'assistance',
  aggregate: 'assist',

  follow(memory, given) {
    const event = given as AssistEvent
    if (event.type === 'assist.requested.v1' || event.type === 'assist.external-requested.v1') {
      const { requester, caseNumber, title } = event.data
      const to =
        event.type === 'assist.requested.v1'
          ? { addressee: event.data.addressee }
          : { outside: event.data.external.name }
      return { requester, caseNumber, title, status: 'sent', ...to }
    }
    if (!memory) return undefined
    if (event.type === 'assist.external-answered.v1') {
      return { ...memory, status: event.data.outcome === 'refused' ? 'refused' : 'replied' }
    }
    const next = { ...memory, status: leadsTo[event.type] ?? memory.status }
    if (event.type === 'assist.forwarded.v1') return { ...next, addressee: event.data.to }
    if (event.type === 'assist.withdrawn.v1') return { ...next, outcome: 'withdrawn' }
    return event.type === 'assist.closed.v1' ? { ...next, outcome: event.data.outcome } : next
  },

  show({ requester, addressee, outside, caseNumber, title, status, outcome }) {
    const open = !over.includes(status)
    const asked = outside === undefined ? { agency: addressee ?? requester } : { outside }
    const holder = withRequester.includes(status) ? { agency: requester } : asked
    return {
      senders: [requester],
      caseNumber,
      title,
      status,
      ...(open && { holder }),
      ...(outcome !== undefined && { outcome }),
      open
    }
  },

  words: {
    sent: words('已发函', 'Sent', '受请求单位签收', 'The addressee signs for it'),
    received: words('已签收', 'Received', '决定是否协助', 'Decide whether to help'),
    accepted: words('协查中', 'Accepted', '复函', 'Reply'),
    refused: words('不予协助', 'Refused', '本单位办结', 'Close it'),
    replied: words('已复函', 'Replied', '本单位确认或者要求补充', 'Confirm, or ask for a supplement'),
    'supplement-requested': words('已要求补充', 'Supplement requested', '补充复函', 'Reply again'),
    confirmed: words('已确认', 'Confirmed', '本单位办结', 'Close it'),
    withdrawn: words('已撤回', 'Withdrawn'),
    closed: words('已办结', 'Closed')
  }
}
