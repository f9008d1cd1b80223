import type { ClueEvent } from '@wuhu/contracts'
import { type ClueState, evolveClue, noClue, senders } from '../domain/clue-state.ts'
import { type SentFollower, type SentThing, words } from './sent-thing.ts'

interface Memory {
  readonly clue: ClueState
  /** Who referred it to another member, and who of the police has it. */
  readonly referredBy?: string
  readonly police?: string
}

/** 线索: sent by whoever received it, by those whose lead was merged in, and by whoever referred it to another member. */
export const sentClue: SentFollower<Memory> = {
  kind: 'clue',
  aggregate: 'clue',

  follow(memory, { type, data }, actor) {
    if (!memory && type !== 'clue.received.v1') return undefined
    const event = { type, data } as ClueEvent
    const clue = evolveClue(memory?.clue ?? noClue, event)
    if (event.type === 'clue.referred.v1' && event.data.to !== undefined) return { ...memory, clue, referredBy: actor }
    return event.type === 'clue.transferred.v1' ? { ...memory, clue, police: event.data.to } : { ...memory, clue }
  },

  show({ clue, referredBy, police }): SentThing {
    const { caseNumber, title, penalty, mergedInto } = clue
    const status = statusOf(clue)
    const from = [...new Set([...senders(clue), ...(referredBy === undefined ? [] : [referredBy])])]
    const outcome = mergedInto === undefined ? (penalty ?? clue.outcome) : 'merged'
    const holder = holderOf(clue, police)
    return {
      // A draft has gone to nobody yet.
      senders: clue.status === 'draft' ? [] : from,
      ...(caseNumber !== undefined && { caseNumber }),
      title,
      status,
      ...(holder && { holder }),
      ...(outcome !== undefined && { outcome }),
      open: clue.status !== 'archived' && clue.status !== 'merged'
    }
  },

  words: {
    draft: words('草稿', 'Draft'),
    registered: words('已登记', 'Registered', '办公室分办', 'The office assigns it'),
    returned: words('经办单位已退回', 'Returned by the agency named', '办公室重新分办', 'The office assigns it again'),
    reopened: words('已重启', 'Reopened', '办公室重新分办', 'The office assigns it again'),
    assigned: words('已分办', 'Assigned', '经办单位签收', 'The agency named accepts it'),
    verifying: words('核查中', 'Being verified', '决定是否立案', 'Decide whether to file'),
    suspended: words('已中止', 'Suspended', '中止情形消除后恢复', 'Resume when the reason is gone'),
    filed: words('已立案', 'Filed', '调查并作出处理决定', 'Investigate and decide'),
    'not-filed': words('不予立案', 'Not filed', '反馈办理结果', 'Give feedback'),
    referred: words('已报送、移送管辖', 'Referred', '接收单位办理', 'The authority it went to acts'),
    concluded: words('已作出处理决定', 'Decided', '反馈办理结果', 'Give feedback'),
    transferred: words('已移送公安机关', 'Transferred to the police', '公安机关审查', 'The police examine it'),
    'feedback-underway': words('已反馈，办理中', 'Feedback given, under way', '作出处理决定', 'Decide the case'),
    'feedback-given': words('已反馈', 'Feedback given', '归档', 'Archive'),
    archived: words('已归档', 'Archived'),
    merged: words('已并案', 'Merged')
  }
}

/** Feedback on the way leaves a filed case to be decided. */
function statusOf({ status, outcome, penalty }: ClueState): string {
  return status === 'feedback-given' && outcome === 'filed' && penalty === undefined ? 'feedback-underway' : status
}

function holderOf({ status, assignee, referredTo }: ClueState, police: string | undefined): SentThing['holder'] {
  const at = (agency: string | undefined) => (agency === undefined ? undefined : { agency })
  switch (status) {
    case 'none':
    case 'draft':
    case 'archived':
    case 'merged':
      return undefined
    case 'registered':
    case 'returned':
    case 'reopened':
      return { office: true }
    case 'transferred':
      return at(police ?? assignee)
    case 'referred':
      return at(referredTo ?? assignee)
    case 'assigned':
    case 'verifying':
    case 'suspended':
    case 'filed':
    case 'not-filed':
    case 'concluded':
    case 'feedback-given':
      return at(assignee)
  }
}
