import { definitionOf, type Envelope, type Ground } from '@wuhu/contracts'
import { redactor } from './redactor.ts'

const redactors = new Map<string, ReturnType<typeof redactor>>()

/** The copy of an event that an agency sees on a ground. @throws TypeError for a type that is not in the catalogue */
export function seen(envelope: Envelope, agency: string, ground: Ground): Envelope {
  let redact = redactors.get(envelope.type)
  if (!redact) {
    const definition = definitionOf(envelope.type)
    if (!definition) throw new TypeError(`event type ${envelope.type} is not in the catalogue`)
    redact = redactor(definition)
    redactors.set(envelope.type, redact)
  }
  return redact(envelope, { agency, ground })
}
