import type { TransferEvent } from '@wuhu/contracts'
import type { Transfer, TransferState, TransferStatus } from './transfer-state.ts'

/** Where each event leads; `same` leaves it where it is. */
const leadsTo: Readonly<Record<TransferEvent['type'], TransferStatus | 'same'>> = {
  'transfer.suspected.v1': 'suspected',
  'transfer.team-formed.v1': 'team-formed',
  'transfer.reported.v1': 'reported',
  'transfer.approved.v1': 'approved',
  'transfer.refused.v1': 'refused',
  'transfer.sent.v1': 'sent',
  'transfer.receipted.v1': 'receipted',
  'transfer.supplement-requested.v1': 'supplement-requested',
  'transfer.supplemented.v1': 'supplemented',
  'transfer.rerouted.v1': 'rerouted',
  'transfer.accepted.v1': 'accepted',
  'transfer.filing-extended.v1': 'same',
  'transfer.filed.v1': 'filed',
  'transfer.not-filed.v1': 'not-filed',
  'transfer.exhibits-handed-over.v1': 'same',
  'transfer.reconsideration-requested.v1': 'reconsideration-requested',
  'transfer.reconsidered.v1': 'upheld',
  'transfer.supervision-requested.v1': 'supervision-requested',
  'transfer.explanation-required.v1': 'explanation-required',
  'transfer.explained.v1': 'explained',
  'transfer.filing-ordered.v1': 'filing-ordered',
  'transfer.reasons-upheld.v1': 'reasons-upheld',
  'transfer.returned-to-administration.v1': 'returned-to-administration',
  'transfer.pressed.v1': 'same',
  'transfer.withdrawn.v1': 'withdrawn',
  'transfer.withdrawal-notified.v1': 'withdrawal-notified',
  'transfer.sent-for-prosecution.v1': 'sent-for-prosecution',
  'transfer.prosecuted.v1': 'prosecuted',
  'transfer.not-prosecuted.v1': 'not-prosecuted',
  'transfer.reverse-accepted.v1': 'reverse-accepted',
  'transfer.reverse-closed.v1': 'reverse-closed',
  'transfer.opinion-received.v1': 'opinion-received',
  'transfer.opinion-answered.v1': 'opinion-answered',
  'transfer.penalty-copied.v1': 'same',
  'transfer.closed.v1': 'closed'
}

/** The status after an event: by its type, and for a few by what it says. */
export function transferStatusAfter(status: TransferStatus, event: TransferEvent): TransferStatus {
  if (event.type === 'transfer.rerouted.v1' && event.data.to !== undefined) return 'sent'
  if (event.type === 'transfer.reconsidered.v1') return event.data.outcome
  if (event.type === 'transfer.exhibits-handed-over.v1' && status === 'filed') return 'handed-over'
  const to = leadsTo[event.type]
  return to === 'same' ? status : to
}

/** What an event means for the transfer. Of a transfer that has not begun, only a beginning means something. */
export function evolveTransfer(state: TransferState, event: TransferEvent): TransferState {
  if (state.status !== 'none') {
    return { ...learned(state, event), status: transferStatusAfter(state.status, event), last: event }
  }
  if (event.type === 'transfer.suspected.v1') {
    const { caseNumber, sender, procuratorate, clue } = event.data
    return {
      ...begun(event),
      status: 'suspected',
      caseNumber,
      sender,
      procuratorate,
      ...(clue !== undefined && { clue })
    }
  }
  if (event.type === 'transfer.not-prosecuted.v1') {
    const { caseNumber, procuratorate, administration: sender } = event.data
    return {
      ...begun(event),
      status: 'not-prosecuted',
      caseNumber,
      procuratorate,
      ...(sender !== undefined && { sender })
    }
  }
  return state
}

const begun = (last: TransferEvent) => ({
  ...{ former: [], penalties: [], extended: false, handedOver: false },
  last
})

/** What else than the status is known after an event. */
function learned(state: Transfer, event: TransferEvent): Transfer {
  if (event.type === 'transfer.sent.v1') {
    const { to, ...letter } = event.data
    return { ...state, police: to, letter }
  }
  if (event.type === 'transfer.rerouted.v1') {
    const { police: _, ...rest } = state
    const { from, to } = event.data
    return { ...rest, former: [...state.former, from], ...(to !== undefined && { police: to }) }
  }
  if (event.type === 'transfer.filing-extended.v1') return { ...state, extended: true }
  if (event.type === 'transfer.exhibits-handed-over.v1') return { ...state, handedOver: true }
  if (event.type === 'transfer.closed.v1') return { ...state, outcome: event.data.outcome }
  if (event.type === 'transfer.penalty-copied.v1') {
    return { ...state, penalties: [...state.penalties, event.data.documentNumber] }
  }
  if (event.type === 'transfer.opinion-received.v1' && event.data.to !== state.sender) {
    const former = state.sender === undefined ? state.former : [...state.former, state.sender]
    return { ...state, former, sender: event.data.to }
  }
  return state
}
