import { type Envelope, parseActor, type TransferEvent } from '@wuhu/contracts'
import type { ClueState } from '../domain/clue-state.ts'
import { cluesOfCase } from '../views/clues.ts'
import { automatic, cluesOfTransfer, commandClue, type HandlerTx } from './clue-of-transfer.ts'

type Sent = Extract<TransferEvent, { type: 'transfer.sent.v1' }>['data']

/** From these a lead goes to the police; a lead that ended otherwise stays as it is. */
const onTheWay = ['verifying', 'suspended', 'filed', 'concluded']

/**
 * 移送公安: the lead that the sender handles goes with its case. One that had come back goes again when the police open a
 * case after all, as the procuratorate may have ordered.
 */
export async function onTransferSent(tx: HandlerTx, event: Envelope): Promise<void> {
  const transfer = event.subject.slice('transfer/'.length)
  for (const { id, sender, to } of await goingAlong(tx, event, transfer)) {
    await commandClue(tx, id, { do: 'transfer', by: { agency: sender }, transfer, to }, automatic(event, sender))
  }
}

/** The leads that go with the event, each with who sends it and the police that receive it. */
async function goingAlong(tx: HandlerTx, event: Envelope, transfer: string) {
  if (event.type === 'transfer.sent.v1') {
    const { caseNumber, sender, clue, to } = event.data as Sent
    const clues = (await cluesOfCase(tx.db, caseNumber)).filter(({ id, state }) => {
      return state.assignee === sender && (clue === undefined || clue === id) && mayGo(state)
    })
    return clues.map(({ id }) => ({ id, sender, to }))
  }
  if (event.type === 'transfer.filed.v1') {
    const to = parseActor(event.actor).agency
    const clues = (await cluesOfTransfer(tx, transfer)).filter(({ state }) => mayGo(state))
    return clues.flatMap(({ id, state: { assignee } }) =>
      assignee === undefined ? [] : [{ id, sender: assignee, to }]
    )
  }
  return []
}

function mayGo({ status, outcome }: ClueState): boolean {
  return onTheWay.includes(status) || (status === 'feedback-given' && outcome === 'filed')
}
