import type { EventOf } from '../define-event.ts'
import { assistAccepted } from './assist/accepted.ts'
import { assistClosed } from './assist/closed.ts'
import { assistConfirmed } from './assist/confirmed.ts'
import { assistExtended } from './assist/extended.ts'
import { assistExternalAnswered } from './assist/external-answered.ts'
import { assistExternalRequested } from './assist/external-requested.ts'
import { assistForwarded } from './assist/forwarded.ts'
import { assistReceived } from './assist/received.ts'
import { assistRefused } from './assist/refused.ts'
import { assistReplied } from './assist/replied.ts'
import { assistRequested } from './assist/requested.ts'
import { assistSupplementRequested } from './assist/supplement-requested.ts'
import { assistWithdrawn } from './assist/withdrawn.ts'

export {
  assistAccepted,
  assistClosed,
  assistConfirmed,
  assistExtended,
  assistExternalAnswered,
  assistExternalRequested,
  assistForwarded,
  assistReceived,
  assistRefused,
  assistReplied,
  assistRequested,
  assistSupplementRequested,
  assistWithdrawn
}

/** 协查互助: one agency asks another for help in an investigation. */
export const assistEvents = [
  assistRequested,
  assistReceived,
  assistAccepted,
  assistRefused,
  assistForwarded,
  assistExtended,
  assistReplied,
  assistSupplementRequested,
  assistConfirmed,
  assistWithdrawn,
  assistClosed,
  assistExternalRequested,
  assistExternalAnswered
] as const
export type AssistEvent = EventOf<(typeof assistEvents)[number]>
