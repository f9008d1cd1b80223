import type { DeliveryEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

/** What is signed for 签收: a copy in the mailbox of the agency that signs. */
export interface ReceivedMail {
  readonly sequence: number
  readonly eventId: string
  readonly eventType: string
  readonly eventSubject: string
  /** Of what happens by itself, such as a reminder of a time limit, there is none. */
  readonly sender?: string
}

export type ReceiptState = { readonly status: 'none' } | { readonly status: 'acknowledged' }

export interface Acknowledge {
  readonly do: 'acknowledge'
  readonly recipient: string
  readonly mail: ReceivedMail
  readonly note?: string | undefined
}

/** One signature for one copy. Signing again changes nothing; a receipt itself is not signed for. */
export const receipt: Decider<ReceiptState, Acknowledge, DeliveryEvent> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.mail.eventType.startsWith('delivery.acknowledged.')) {
      throw new Refusal('receipt.of-receipt', 'a receipt is not signed for')
    }
    if (state.status === 'acknowledged') return []
    const { mail, recipient, note } = command
    return [{ type: 'delivery.acknowledged.v1', data: { ...mail, recipient, ...(note !== undefined && { note }) } }]
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'delivery.acknowledged.v1':
        return { status: 'acknowledged' }
    }
  }
}
