import { redactor } from '@wuhu/access'
import { definitionOf, type Envelope, mailSubject, parseAudience } from '@wuhu/contracts'
import type { Copy, Received, Transaction } from '@wuhu/store'
import { mailboxOf } from '../mailbox/read-mailbox.ts'

type Redact = ReturnType<typeof redactor>
const redactors = new Map<string, Redact>()

function redactorOf(type: string): Redact {
  let redact = redactors.get(type)
  if (!redact) {
    const definition = definitionOf(type)
    if (!definition) throw new TypeError(`unknown event type ${type}`)
    redact = redactor(definition)
    redactors.set(type, redact)
  }
  return redact
}

/** One copy for each agency in the event's audience, the publisher's own too, redacted by that agency's ground. */
export function copiesOf({ event, body }: { readonly event: Envelope; readonly body: Uint8Array }): Copy[] {
  const redact = redactorOf(event.type)
  return parseAudience(event.audience).map(({ agency, ground }) => {
    const copy = redact(event, { agency, ground })
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
