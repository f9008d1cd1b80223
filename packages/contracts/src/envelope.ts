import { type Static, Type } from '@sinclair/typebox'
import { type Actor, formatActor } from './actor.ts'
import { type AudienceEntry, formatAudience } from './audience.ts'

const text = (pattern: string, description: string) => Type.String({ pattern, maxLength: 4096, description })

/** CloudEvents 1.0.2, structured JSON, with our extensions (lowercase alphanumeric names, string or integer values). */
export const envelopeSchema = Type.Object(
  {
    specversion: Type.Literal('1.0'),
    id: text('^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$', 'UUID v7 (RFC 9562)'),
    source: text('^/(agencies|services)/[a-z0-9-]+$', 'the publishing service or agency'),
    type: text('^[a-z-]+\\.[a-z-]+\\.v[1-9]\\d*$', '<aggregate>.<past-tense>.v<n>'),
    subject: Type.String({ minLength: 1, maxLength: 200, description: 'the aggregate: <kind>/<id>' }),
    time: text('^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+08:00$', 'when it happened, +08:00'),
    datacontenttype: Type.Literal('application/json'),
    dataschema: text('^urn:wuhu:event:', 'names the schema of data'),
    casenumber: Type.Optional(text('^[A-Za-z0-9-]{1,64}$', '案源编号')),
    streamversion: Type.Integer({ minimum: 1, description: 'version of the aggregate, dense from 1' }),
    actor: text('^[a-z0-9-]+(/[A-Za-z0-9._-]+){0,2}$', 'agency[/person[/role]]'),
    marking: Type.Union([Type.Literal('open'), Type.Literal('work')], { description: '公开 or 工作秘密' }),
    audience: Type.String({ maxLength: 4096, description: 'agency:ground,... as it was when the event happened' }),
    causationid: Type.Optional(Type.String({ maxLength: 64, description: 'id of the event that caused this one' })),
    correlationid: Type.String({ maxLength: 64, description: 'id of the request that began the chain' }),
    traceparent: Type.Optional(text('^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$', 'W3C Trace Context')),
    attested: Type.Optional(
      text('^[a-z0-9-]+(/[A-Za-z0-9._-]+)?$', 'who attested that no state secret is in it: agency[/person]')
    ),
    signedby: Type.Optional(
      text('^[a-z0-9-]+#U[A-Z2-7]{55}( for [a-z0-9-]+(/[A-Za-z0-9._-]+){0,2})?$', 'agency#key; service#key for actor')
    ),
    statement: Type.Optional(text('^[0-9a-f]{64}$', 'SHA-256 of what the agency signed: names the text that is kept')),
    signature: Type.Optional(Type.String({ maxLength: 1024, description: 'detached JWS (RFC 7515 appendix F)' })),
    countersignature: Type.Optional(
      Type.String({ maxLength: 1024, description: "the service's own JWS over an event that an agency signed for" })
    ),
    redacted: Type.Optional(Type.String({ maxLength: 1024, description: 'fields withheld from this viewer' })),
    data: Type.Unknown()
  },
  { additionalProperties: false, $id: 'urn:wuhu:envelope' }
)

/** An event with everything around it. `data` follows the schema of its type. */
export type Envelope<Data = unknown> = Omit<Static<typeof envelopeSchema>, 'data'> & { data: Data }

/** What an agency signed. */
export interface Statement {
  /** SHA-256 of `text` in UTF-8, hex. */
  readonly digest: string
  readonly text: string
}

/** How an event came in: who attested it, who signed for it, and the signature. */
export interface Provenance {
  /** `agency` or `agency/person`: no state secret is in it, they said. */
  readonly attested?: string
  readonly signedBy?: string
  /** Kept with the events, for who may read it; of it the envelope carries the digest. */
  readonly statement?: Statement
  /** Detached JWS (RFC 7515, appendix F). */
  readonly signature?: string
}

/** What a service knows when an event happens; the rest of the envelope follows from it. */
export interface EnvelopeParts {
  readonly id: string
  readonly service: string
  readonly type: string
  readonly subject: string
  /** RFC 3339, any offset. */
  readonly time: string
  readonly caseNumber?: string | undefined
  readonly version: number
  readonly actor: Actor
  readonly marking: 'open' | 'work'
  readonly audience: readonly AudienceEntry[]
  readonly causationId?: string | undefined
  readonly correlationId: string
  readonly traceparent?: string | undefined
  readonly provenance?: Provenance | undefined
  readonly data: unknown
}

/** The envelope of one event, in the fixed member order that is published and hashed. */
export function createEnvelope(parts: EnvelopeParts): Envelope {
  const { provenance } = parts
  return {
    specversion: '1.0',
    id: parts.id,
    source: `/services/${parts.service}`,
    type: parts.type,
    subject: parts.subject,
    time: beijingTime(parts.time),
    datacontenttype: 'application/json',
    dataschema: `urn:wuhu:event:${parts.type}`,
    ...(parts.caseNumber !== undefined && { casenumber: parts.caseNumber }),
    streamversion: parts.version,
    actor: formatActor(parts.actor),
    marking: parts.marking,
    audience: formatAudience(parts.audience),
    ...(parts.causationId !== undefined && { causationid: parts.causationId }),
    correlationid: parts.correlationId,
    ...(parts.traceparent !== undefined && { traceparent: parts.traceparent }),
    ...(provenance?.attested !== undefined && { attested: provenance.attested }),
    ...(provenance?.signedBy !== undefined && { signedby: provenance.signedBy }),
    ...(provenance?.statement !== undefined && { statement: provenance.statement.digest }),
    ...(provenance?.signature !== undefined && { signature: provenance.signature }),
    data: parts.data
  }
}

/** An instant written in +08:00 with milliseconds: `2026-06-01T09:00:00.000+08:00`. */
export function beijingTime(instant: string | Date): string {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  return `${new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`
}
