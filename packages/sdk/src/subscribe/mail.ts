import type {
  AccountEvent,
  AgencyEvent,
  AssistEvent,
  AttachmentEvent,
  CaseEvent,
  ClueEvent,
  DeliveryEvent,
  Envelope,
  InfoEvent,
  MatchEvent,
  OfficerEvent,
  QuarantineEvent,
  RecordEvent,
  ReplayEvent,
  SealingKeyEvent,
  SessionEvent
} from '@wuhu/contracts'

type OfCases = AssistEvent | AttachmentEvent | CaseEvent | ClueEvent | InfoEvent | MatchEvent | RecordEvent
type OfTheBus = AgencyEvent | DeliveryEvent | OfficerEvent | QuarantineEvent | ReplayEvent | SealingKeyEvent
type Known = OfCases | OfTheBus | AccountEvent | SessionEvent

type CopyOf<Event> = Event extends { readonly type: infer Type; readonly data: infer Data }
  ? Omit<Envelope, 'type' | 'data'> & { readonly type: Type; readonly data: Partial<Data> }
  : never

/**
 * An event as this agency may see it: `redacted` lists the fields that were withheld or masked. Narrow by `type`; a
 * newer bus may send types that are not in this list.
 */
export type MailEvent = CopyOf<Known>

/** A copy in the agency's mailbox. */
export interface Mail {
  /** Its place there, dense from 1. */
  readonly sequence: number
  readonly event: MailEvent
}

/** A copy on its way to the handler. */
export interface Incoming {
  readonly mail: Mail
  /** The handler is done with it, and the cursor says so. */
  settle?(): void
  /** It is held here and not forgotten. */
  hold?(): void
  /** It will not be handled here: somebody else may have it at once. */
  release?(): void
}

/** What must stay in order: one case, or what belongs to no case. */
export const orderKey = ({ event }: Mail): string => event.casenumber ?? event.subject
