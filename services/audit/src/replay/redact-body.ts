import { redactor, visible } from '@wuhu/access'
import { catalogue, type Envelope } from '@wuhu/contracts'
import type { LoggedEvent } from './pages.ts'

/** Who reads a replay. An agency sees what its ground shows it; an auditor open fields, or bodies with a reason. */
export type Reader = { readonly agency: string } | { readonly auditor: true; readonly bodies: boolean }

/** An event's JSON as a reader may see it. */
export type RedactBody = (event: Pick<LoggedEvent, 'type' | 'body'>) => string

type Redact = (event: Envelope) => Envelope

/** Compiled once for a replay. Types that hide nothing from this reader go out as they were published, unparsed. */
export function bodyRedactor(reader: Reader): RedactBody {
  const redactors = new Map<string, Redact>()
  const untouched = new Set<string>()
  for (const definition of catalogue) {
    const redact = redactor(definition)
    if ('auditor' in reader) {
      redactors.set(definition.type, (event) => redact(event, reader))
      // An event with nothing withheld is handed on as the same object, whatever is in it.
      const empty = { type: definition.type, audience: '', actor: '', data: {} } as unknown as Envelope
      if (redact(empty, reader) === empty) untouched.add(definition.type)
    } else {
      redactors.set(definition.type, (event) => {
        const ground = visible(reader, event.audience)
        if (!ground) throw new TypeError(`event ${event.id} is not for ${reader.agency}`)
        return redact(event, { agency: reader.agency, ground })
      })
    }
  }
  return ({ type, body }) => {
    if (untouched.has(type)) return body
    const redact = redactors.get(type)
    // The log takes no other types.
    if (!redact) throw new TypeError(`unknown event type ${type}`)
    return JSON.stringify(redact(JSON.parse(body) as Envelope))
  }
}
