import { seen } from '@wuhu/access'
import { type Envelope, mailSubject, parseAudience } from '@wuhu/contracts'
import type { Copy, Received, Transaction } from '@wuhu/store'
import { mailboxOf } from '../mailbox/read-mailbox.ts'

/** One copy for each agency in the event's audience, the publisher's own too, redacted by that agency's ground. */
export function copiesOf({ event, body }: { readonly event: Envelope; readonly body: Uint8Array }): Copy[] {
  return parseAudience(event.audience).map(({ agency, ground }) => {
    const copy = seen(event, agency, ground)
    return {
      streamId: mailboxOf(agency),
      id: event.id,
      type: event.type,
      subject: mailSubject(event.type, agency),
      caseNumber: event.casenumber,
      body: copy === event ? body : Buffer.from(JSON.stringify(copy))
    }
  })
}

/** Puts a batch of events into the mailboxes of their audiences, in stream order, in the cursor's transaction. */
export async function deliver<DB>(tx: Transaction<DB>, events: readonly Received[]): Promise<void> {
  await tx.appendCopies(events.flatMap(copiesOf))
}
