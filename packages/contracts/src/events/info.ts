import type { EventOf } from '../define-event.ts'
import { infoJudgmentShared } from './info/judgment-shared.ts'
import { infoNoticePublished } from './info/notice-published.ts'
import { infoPenaltyPublished } from './info/penalty-published.ts'
import { infoReceiptSigned } from './info/receipt-signed.ts'
import { infoStatuteShared } from './info/statute-shared.ts'

export { infoJudgmentShared, infoNoticePublished, infoPenaltyPublished, infoReceiptSigned, infoStatuteShared }

export const infoEvents = [
  infoNoticePublished,
  infoPenaltyPublished,
  infoJudgmentShared,
  infoStatuteShared,
  infoReceiptSigned
] as const
export type InfoEvent = EventOf<(typeof infoEvents)[number]>
