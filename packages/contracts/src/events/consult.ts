import type { EventOf } from '../define-event.ts'
import { consultAccepted } from './consult/accepted.ts'
import { consultClosed } from './consult/closed.ts'
import { consultConvened } from './consult/convened.ts'
import { consultDeclined } from './consult/declined.ts'
import { consultDissentRecorded } from './consult/dissent-recorded.ts'
import { consultExpertEngaged } from './consult/expert-engaged.ts'
import { consultExpertOpinionReceived } from './consult/expert-opinion-received.ts'
import { consultFollowUpAssigned } from './consult/follow-up-assigned.ts'
import { consultFollowedUp } from './consult/followed-up.ts'
import { consultHeld } from './consult/held.ts'
import { consultInquiryAnswered } from './consult/inquiry-answered.ts'
import { consultInquirySent } from './consult/inquiry-sent.ts'
import { consultInvitationAnswered } from './consult/invitation-answered.ts'
import { consultInvited } from './consult/invited.ts'
import { consultMaterialsReady } from './consult/materials-ready.ts'
import { consultMinutesDrafted } from './consult/minutes-drafted.ts'
import { consultMinutesSigned } from './consult/minutes-signed.ts'
import { consultOpinionDrafted } from './consult/opinion-drafted.ts'
import { consultOpinionGiven } from './consult/opinion-given.ts'
import { consultProposed } from './consult/proposed.ts'
import { consultSignatureGiven } from './consult/signature-given.ts'

export {
  consultAccepted,
  consultClosed,
  consultConvened,
  consultDeclined,
  consultDissentRecorded,
  consultExpertEngaged,
  consultExpertOpinionReceived,
  consultFollowedUp,
  consultFollowUpAssigned,
  consultHeld,
  consultInquiryAnswered,
  consultInquirySent,
  consultInvitationAnswered,
  consultInvited,
  consultMaterialsReady,
  consultMinutesDrafted,
  consultMinutesSigned,
  consultOpinionDrafted,
  consultOpinionGiven,
  consultProposed,
  consultSignatureGiven
}

/**
 * Drafts of an agency's opinion, on a stream of their own: not even the version of the consultation tells others that
 * there is one.
 */
export const opinionDraftEvents = [consultOpinionDrafted] as const
export type OpinionDraftEvent = EventOf<(typeof opinionDraftEvents)[number]>

/** 疑难互商: agencies consult on a hard question. Advice only: no event of these changes the state of a case. */
export const consultEvents = [
  consultProposed,
  consultAccepted,
  consultDeclined,
  consultInvited,
  consultInvitationAnswered,
  consultMaterialsReady,
  consultOpinionGiven,
  consultExpertEngaged,
  consultExpertOpinionReceived,
  consultInquirySent,
  consultInquiryAnswered,
  consultConvened,
  consultHeld,
  consultMinutesDrafted,
  consultSignatureGiven,
  consultDissentRecorded,
  consultMinutesSigned,
  consultFollowUpAssigned,
  consultFollowedUp,
  consultClosed
] as const
export type ConsultEvent = EventOf<(typeof consultEvents)[number]>
