import type { AttachmentEvent, AudienceEntry, SealedTo } from '@wuhu/contracts'
import { audienceOf } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

type DataOf<Type extends AttachmentEvent['type']> = Extract<AttachmentEvent, { type: Type }>['data']

/** One ciphertext of an attachment. */
interface Sealing {
  readonly object: string
  readonly sha256: string
  readonly recipients: readonly SealedTo[]
}

/** Sealed evidence 封存附件: who can open it, and through whose hands it went. */
export interface AttachmentState {
  readonly status: 'none' | 'sealed' | 'received'
  readonly id: string
  readonly caseNumber: string
  readonly sender: string
  /** Oldest first. */
  readonly sealings: readonly Sealing[]
  /** `from to object`, and `agency object`: what has been said already. */
  readonly handedOver: readonly string[]
  readonly received: readonly string[]
}

export type AttachmentCommand =
  | ({ do: 'seal' } & DataOf<'attachment.sealed.v1'>)
  /** `recipients`: everybody who can open the new ciphertext. */
  | ({ do: 'add-recipients' } & Omit<DataOf<'attachment.recipient-added.v1'>, 'id' | 'added'>)
  | { do: 'hand-over'; from: string; to: string; note?: string | undefined }
  | { do: 'receive'; agency: string; sha256: string; note?: string | undefined }

export const attachment: Decider<AttachmentState, AttachmentCommand, AttachmentEvent> = {
  initial: { status: 'none', id: '', caseNumber: '', sender: '', sealings: [], handedOver: [], received: [] },

  decide(command, state) {
    switch (command.do) {
      case 'seal': {
        const { do: _, ...data } = command
        if (state.sealings.some(({ object }) => object === data.object)) return []
        if (state.status !== 'none') throw new Refusal('attachment.exists', 'this attachment is sealed')
        assertOthers(data.sender, data.recipients)
        return [{ type: 'attachment.sealed.v1', data }]
      }
      case 'add-recipients': {
        const { do: _, ...data } = command
        assertHolder(state, data.holder)
        if (state.sealings.some(({ object }) => object === data.object)) return []
        const added = newRecipients(state, data.recipients)
        return [{ type: 'attachment.recipient-added.v1', data: { id: state.id, ...data, added } }]
      }
      case 'hand-over': {
        const { from, to, note } = command
        const { object, sha256 } = assertHolder(state, from)
        if (to === from || !sealingFor(state, to)) {
          throw new Refusal('attachment.not-sealed-to', 'the file is not sealed to that agency: add it first')
        }
        if (state.handedOver.includes(`${from} ${to} ${object}`)) return []
        const said = note !== undefined && { note }
        return [{ type: 'attachment.handed-over.v1', data: { id: state.id, object, sha256, from, to, ...said } }]
      }
      case 'receive': {
        const { agency, sha256, note } = command
        assertHolder(state, agency)
        if (agency === state.sender) throw new Refusal('attachment.own', 'the sender does not sign for it')
        const seen = sealingsFor(state, agency).find((sealing) => sealing.sha256 === sha256)
        if (!seen) throw new Refusal('attachment.sha256-differs', 'that is not the hash of what was sealed')
        if (state.received.includes(`${agency} ${seen.object}`)) return []
        const said = note !== undefined && { note }
        return [
          { type: 'attachment.received.v1', data: { id: state.id, object: seen.object, sha256, agency, ...said } }
        ]
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'attachment.sealed.v1': {
        const { id, caseNumber, sender, object, sha256, recipients } = event.data
        return { ...state, status: 'sealed', id, caseNumber, sender, sealings: [{ object, sha256, recipients }] }
      }
      case 'attachment.recipient-added.v1': {
        const { object, sha256, recipients } = event.data
        return { ...state, sealings: [...state.sealings, { object, sha256, recipients }] }
      }
      case 'attachment.handed-over.v1': {
        const { from, to, object } = event.data
        return { ...state, handedOver: [...state.handedOver, `${from} ${to} ${object}`] }
      }
      case 'attachment.received.v1': {
        const { agency, object } = event.data
        return { ...state, status: 'received', received: [...state.received, `${agency} ${object}`] }
      }
    }
  }
}

/** Whoever acted, the sender and all who can open the file; nobody else in the case learns that there is one. */
export function attachmentAudience({ sender, sealings }: AttachmentState, publisher: string): AudienceEntry[] {
  const holders = [sender, ...sealings.flatMap(({ recipients }) => recipients.map(({ agency }) => agency))]
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    ...holders.map((agency) => ({ agency, ground: 'addressee' as const }))
  )
}

/**
 * The agencies, or newer keys, that were not among the recipients of the last ciphertext.
 * @throws Refusal when there are none, and when an agency would be left out
 */
export function newRecipients({ sealings }: AttachmentState, recipients: readonly SealedTo[]): SealedTo[] {
  assertDistinct(recipients)
  const before = sealings.at(-1)?.recipients ?? []
  const isIn = (list: readonly SealedTo[], agency: string, key?: string) =>
    list.some((one) => one.agency === agency && (key === undefined || one.key === key))
  if (before.some(({ agency }) => !isIn(recipients, agency))) {
    throw new Refusal('attachment.recipient-dropped', 'whoever could open the file must be able to open the new one')
  }
  const added = recipients.filter(({ agency, key }) => !isIn(before, agency, key))
  if (added.length === 0) throw new Refusal('attachment.recipient-known', 'nobody would be added')
  return added
}

/** @throws Refusal */
export function assertOthers(sender: string, recipients: readonly SealedTo[]): void {
  assertDistinct(recipients)
  if (recipients.every(({ agency }) => agency === sender)) {
    throw new Refusal('attachment.no-recipient', 'another agency must be able to open it')
  }
}

function assertDistinct(recipients: readonly SealedTo[]): void {
  if (new Set(recipients.map(({ agency }) => agency)).size !== recipients.length) {
    throw new Refusal('attachment.recipient-twice', 'an agency is named twice')
  }
}

const sealingsFor = ({ sealings, sender }: AttachmentState, agency: string) =>
  sealings.filter(({ recipients }) => agency === sender || recipients.some((one) => one.agency === agency))

/** The newest ciphertext that the agency may have: the sender has all, a recipient those sealed to it. */
const sealingFor = (state: AttachmentState, agency: string): Sealing | undefined => sealingsFor(state, agency).at(-1)

/** To strangers it is as if there were none. */
function assertHolder(state: AttachmentState, agency: string): Sealing {
  const held = sealingFor(state, agency)
  if (!held) throw new Refusal('attachment.unknown', 'there is no such attachment')
  return held
}
