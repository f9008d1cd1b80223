import type { DeadlineEvent, Envelope, TransferEvent } from '@wuhu/contracts'
import type { ClueCommand } from '../domain/clue-command.ts'
import { automatic, cluesOfTransfer, commandClue, type HandlerTx } from './clue-of-transfer.ts'

type Opinion = Extract<TransferEvent, { type: 'transfer.opinion-received.v1' }>['data']
type Ground = Extract<ClueCommand, { do: 'take-back' }>['ground']

/**
 * 恢复行政处理: the lead goes on where it was when the police withdrew the case, when it is returned to administration, when
 * the procuratorate gives its opinion, or when the sender let the three days pass in which it could have gone against a
 * decision not to file (rule B9, 国令310 art 9).
 */
export async function onTransferReturned(tx: HandlerTx, event: Envelope): Promise<void> {
  const back = wayBack(event)
  if (!back) return
  for (const { id, state } of await cluesOfTransfer(tx, back.transfer)) {
    const { assignee, outcome } = state
    if (assignee === undefined || outcome !== 'transferred') continue
    if (back.to !== undefined && back.to !== assignee) continue
    const { transfer, ground } = back
    await commandClue(
      tx,
      id,
      { do: 'take-back', by: { agency: assignee }, transfer, ground },
      automatic(event, assignee)
    )
  }
}

/** Which transfer came back, why, and to which agency where that is said. */
function wayBack(event: Envelope): { transfer: string; ground: Ground; to?: string } | undefined {
  const transfer = event.subject.slice('transfer/'.length)
  switch (event.type) {
    case 'transfer.withdrawn.v1':
      return { transfer, ground: 'withdrawn' }
    case 'transfer.returned-to-administration.v1':
      return { transfer, ground: 'returned-to-administration' }
    case 'transfer.opinion-received.v1':
      return { transfer, ground: 'procuratorial-opinion', to: (event.data as Opinion).to }
    case 'deadline.breached.v1': {
      const { rule, of } = event.data as Extract<DeadlineEvent, { type: 'deadline.breached.v1' }>['data']
      return rule === 'B9' ? { transfer: of.slice('transfer/'.length), ground: 'not-filed' } : undefined
    }
  }
  return undefined
}
