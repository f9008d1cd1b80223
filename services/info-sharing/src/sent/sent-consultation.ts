import type { ConsultEvent } from '@wuhu/contracts'
import { type SentFollower, words } from './sent-thing.ts'

interface Memory {
  readonly proposer: string
  readonly caseNumber?: string
  readonly title: string
  readonly status: string
  readonly outcome?: string
}

const leadsTo: Readonly<Record<string, string>> = {
  'consult.accepted.v1': 'accepted',
  'consult.declined.v1': 'declined',
  'consult.convened.v1': 'convened',
  'consult.held.v1': 'held',
  'consult.minutes-drafted.v1': 'minutes-drafted',
  'consult.minutes-signed.v1': 'minutes-signed',
  'consult.closed.v1': 'closed'
}
const over = ['declined', 'closed']
const longestTitle = 200

/** 会商: sent by whoever proposed it; the office keeps it going. */
export const sentConsultation: SentFollower<Memory> = {
  kind: 'consultation',
  aggregate: 'consult',

  follow(memory, given) {
    const event = given as ConsultEvent
    if (event.type === 'consult.proposed.v1') {
      const { proposer, caseNumber, question } = event.data
      const title = [...question].slice(0, longestTitle).join('')
      return { proposer, title, status: 'proposed', ...(caseNumber !== undefined && { caseNumber }) }
    }
    if (!memory) return undefined
    if (event.type === 'consult.materials-ready.v1') {
      return memory.status === 'accepted' ? { ...memory, status: 'materials-ready' } : memory
    }
    const next = { ...memory, status: leadsTo[event.type] ?? memory.status }
    if (event.type === 'consult.declined.v1') return { ...next, outcome: 'declined' }
    return event.type === 'consult.closed.v1' ? { ...next, outcome: event.data.outcome } : next
  },

  show({ proposer, caseNumber, title, status, outcome }) {
    const open = !over.includes(status)
    return {
      senders: [proposer],
      ...(caseNumber !== undefined && { caseNumber }),
      title,
      status,
      ...(open && { holder: { office: true } as const }),
      ...(outcome !== undefined && { outcome }),
      open
    }
  },

  words: {
    proposed: words('已提请', 'Proposed', '办公室受理或者不予受理', 'The office accepts or declines it'),
    accepted: words('已受理', 'Accepted', '备齐材料、召集会商', 'Bring the materials, convene'),
    'materials-ready': words('材料齐备', 'Materials ready', '召集会商', 'Convene'),
    convened: words('已召集', 'Convened', '召开会商', 'Meet'),
    held: words('已召开', 'Held', '形成纪要', 'Write the minutes'),
    'minutes-drafted': words('纪要会签中', 'Minutes being signed', '参会人员签署纪要', 'The attendees sign'),
    'minutes-signed': words('纪要已签署', 'Minutes signed', '落实后续事项并办结', 'Follow up, and close'),
    declined: words('不予受理', 'Declined'),
    closed: words('已办结', 'Closed')
  }
}
