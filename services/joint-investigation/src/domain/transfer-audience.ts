import { type AudienceEntry, audienceOf, type Ground, type TransferEvent } from '@wuhu/contracts'
import type { Transfer, TransferSide } from './transfer-state.ts'

type Told = Partial<Record<TransferSide, Ground>>

/** A decision of the police goes to the agency that sent the case, and to the procuratorate that supervises filing. */
const byPolice: Told = { sender: 'addressee', procuratorate: 'addressee' }
const toSender: Told = { sender: 'addressee' }
const toPolice: Told = { police: 'addressee' }

/**
 * Who is told of a step, and on what ground; whoever takes part and is not named here learns that it happened (open
 * fields). What goes on in the sender's house before a case is sent stays there, but for the suspicion and a refusal,
 * which the procuratorate gets in copy: it supervises whether cases are transferred (国令310 art 14).
 */
const told: Readonly<Record<TransferEvent['type'], Told>> = {
  'transfer.suspected.v1': { procuratorate: 'statutory-copy' },
  'transfer.team-formed.v1': {},
  'transfer.reported.v1': {},
  'transfer.approved.v1': {},
  'transfer.refused.v1': { procuratorate: 'statutory-copy' },
  'transfer.sent.v1': { police: 'addressee', procuratorate: 'statutory-copy' },
  'transfer.receipted.v1': toSender,
  'transfer.supplement-requested.v1': toSender,
  'transfer.supplemented.v1': toPolice,
  'transfer.rerouted.v1': { sender: 'party', police: 'addressee', procuratorate: 'statutory-copy' },
  'transfer.accepted.v1': byPolice,
  'transfer.filing-extended.v1': byPolice,
  'transfer.filed.v1': byPolice,
  'transfer.not-filed.v1': byPolice,
  'transfer.exhibits-handed-over.v1': toPolice,
  'transfer.reconsideration-requested.v1': { police: 'addressee', procuratorate: 'statutory-copy' },
  'transfer.reconsidered.v1': byPolice,
  'transfer.supervision-requested.v1': { procuratorate: 'addressee' },
  'transfer.explanation-required.v1': toPolice,
  'transfer.explained.v1': { procuratorate: 'addressee' },
  'transfer.filing-ordered.v1': { police: 'addressee', sender: 'statutory-copy' },
  'transfer.reasons-upheld.v1': { police: 'addressee', sender: 'addressee' },
  'transfer.returned-to-administration.v1': { police: 'statutory-copy', procuratorate: 'statutory-copy' },
  'transfer.pressed.v1': toPolice,
  'transfer.withdrawn.v1': byPolice,
  'transfer.withdrawal-notified.v1': byPolice,
  'transfer.sent-for-prosecution.v1': byPolice,
  'transfer.prosecuted.v1': { sender: 'addressee', police: 'addressee' },
  'transfer.not-prosecuted.v1': { sender: 'addressee', police: 'addressee' },
  'transfer.reverse-accepted.v1': {},
  'transfer.reverse-closed.v1': toSender,
  'transfer.opinion-received.v1': toSender,
  'transfer.opinion-answered.v1': { procuratorate: 'addressee' },
  'transfer.penalty-copied.v1': { procuratorate: 'addressee' },
  'transfer.closed.v1': { sender: 'statutory-copy', police: 'statutory-copy', procuratorate: 'statutory-copy' }
}

/**
 * Who may see an event of a transfer, with the state after it. The office 办公室 sees that a step was taken, so that it can
 * tell a missed clock, and nothing of its content.
 */
export function transferAudience(
  event: TransferEvent,
  state: Transfer,
  publisher: string,
  offices: readonly string[]
): AudienceEntry[] {
  const grounds = told[event.type]
  const side = (name: TransferSide) => {
    const agency = state[name]
    return agency === undefined ? undefined : { agency, ground: grounds[name] ?? ('conference' as const) }
  }
  const copies = event.type === 'transfer.penalty-copied.v1' ? event.data.copyTo : []
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    side('sender'),
    side('police'),
    side('procuratorate'),
    ...copies.map((agency) => ({ agency, ground: 'addressee' as const })),
    ...[...state.former, ...offices].map((agency) => ({ agency, ground: 'conference' as const }))
  )
}
