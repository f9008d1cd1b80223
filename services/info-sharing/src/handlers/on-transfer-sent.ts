import type { Envelope, TransferEvent } from '@wuhu/contracts'
import { automatic, cluesOfCase, commandClue, type HandlerTx } from './clue-of-transfer.ts'

type Sent = Extract<TransferEvent, { type: 'transfer.sent.v1' }>['data']

/** From these a lead goes to the police; a lead that ended otherwise stays as it is. */
const onTheWay = ['verifying', 'suspended', 'filed', 'concluded', 'feedback-given']

/** 移送公安: the lead that the sender handles goes with its case. Repeating it changes nothing. */
export async function onTransferSent(tx: HandlerTx, event: Envelope): Promise<void> {
  if (event.type !== 'transfer.sent.v1') return
  const { caseNumber, sender, clue, to } = event.data as Sent
  const transfer = event.subject.slice('transfer/'.length)
  for (const { id, status, state } of await cluesOfCase(tx, caseNumber)) {
    const filed = status !== 'feedback-given' || state.outcome === 'filed'
    if (state.assignee !== sender || (clue !== undefined && clue !== id) || !onTheWay.includes(status) || !filed)
      continue
    await commandClue(tx, id, { do: 'transfer', by: { agency: sender }, transfer, to }, automatic(event, sender))
  }
}
