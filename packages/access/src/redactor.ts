import type { Envelope, EventDefinition, Ground, Sensitivity } from '@wuhu/contracts'
import { grounds, parseActor } from '@wuhu/contracts'
import { compile, type Treatment } from './redaction-plan.ts'

/** Who will read a copy: an agency on a ground, or an auditor, who sees bodies only by role and with a record. */
export type Viewer =
  | { readonly agency: string; readonly ground: Ground }
  | { readonly auditor: true; readonly bodies: boolean }

export type Eye = Ground | 'auditor' | 'auditor-with-bodies'

const everyone: readonly Eye[] = [...grounds, 'auditor', 'auditor-with-bodies']

/** Who reads a field of each class as it is. Personal data travels between those who handle the case. */
const readers: Record<Sensitivity, readonly Eye[]> = {
  open: everyone,
  work: ['publisher', 'party', 'addressee', 'statutory-copy', 'auditor-with-bodies'],
  secret: ['publisher', 'party', 'addressee', 'auditor-with-bodies'],
  personal: ['publisher', 'party', 'auditor-with-bodies'],
  reporter: ['publisher'],
  investigation: ['publisher', 'addressee', 'auditor-with-bodies']
}

/** Who is told a mask, where the schema names one. Of reporters and police detail nobody gets even that. */
const maskReaders: Record<Sensitivity, readonly Eye[]> = {
  open: [],
  work: [],
  secret: ['statutory-copy'],
  personal: ['addressee', 'statutory-copy'],
  reporter: [],
  investigation: []
}

/** They know the other recipients, and which person acted: they work the case together. */
const knowsPeople: readonly Eye[] = ['publisher', 'party', 'auditor', 'auditor-with-bodies']

/** What becomes of a field of a class for such an eye. */
export function treatmentFor(eye: Eye) {
  return (sensitivity: Sensitivity): Treatment => {
    if (readers[sensitivity].includes(eye)) return 'clear'
    return maskReaders[sensitivity].includes(eye) ? 'mask' : 'drop'
  }
}

export const eyeOf = (viewer: Viewer): Eye =>
  'auditor' in viewer ? (viewer.bodies ? 'auditor-with-bodies' : 'auditor') : viewer.ground

/**
 * What each viewer may see of events of one type, derived from the schema alone; compile it once and keep it.
 *
 * The copy lists the fields withheld or masked in `redacted`. The list depends on the schema and the viewer, never on
 * which optional fields were there. A copy with anything withheld carries no signature and no digest of a statement: they
 * would not verify, and would let a guess at a hidden value be confirmed offline. Only publisher, parties and auditors see the other recipients and the
 * person who acted; the rest see the publisher, themselves and the acting agency.
 * @throws TypeError at compile time if a field has no sensitivity, or one that cannot be enforced
 */
export function redactor(definition: EventDefinition): (envelope: Envelope, viewer: Viewer) => Envelope {
  const plans = new Map(
    everyone.map((eye) => {
      const withheld: string[] = []
      const plan = compile(definition.data, treatmentFor(eye), withheld, definition.type)
      return [eye, { plan, redacted: withheld.join(',') }] as const
    })
  )

  return (envelope, viewer) => {
    if (envelope.type !== definition.type) throw new TypeError(`${envelope.type} is not ${definition.type}`)
    const eye = eyeOf(viewer)
    const entry = plans.get(eye)
    if (!entry) throw new TypeError(`nobody sees on ground ${eye}`)
    const knows = knowsPeople.includes(eye)
    if (knows && entry.redacted === '') return envelope
    const { plan, redacted } = entry
    const { data, signedby, statement, signature, countersignature, ...rest } = envelope
    const copy: Omit<Envelope, 'data'> = rest
    if (!knows && 'agency' in viewer) {
      copy.audience = narrowed(envelope.audience, viewer)
      copy.actor = parseActor(envelope.actor).agency
      if (rest.attested !== undefined) copy.attested = parseActor(rest.attested).agency
    }
    if (redacted !== '') copy.redacted = redacted
    return { ...copy, data: plan.kind === 'clear' ? data : plan.kind === 'copy' ? plan.copy(data) : {} }
  }
}

/** The publisher and the viewer, and nobody else. */
function narrowed(audience: string, { agency, ground }: { agency: string; ground: Ground }): string {
  const publisher = audience.split(',').find((entry) => entry.endsWith(':publisher'))
  const own = `${agency}:${ground}`
  return publisher ? `${publisher},${own}` : own
}
