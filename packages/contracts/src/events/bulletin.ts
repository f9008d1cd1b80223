import type { EventOf } from '../define-event.ts'
import { bulletinApproved } from './bulletin/approved.ts'
import { bulletinDrafted } from './bulletin/drafted.ts'
import { bulletinPublished } from './bulletin/published.ts'

export { bulletinApproved, bulletinDrafted, bulletinPublished }

/** 通报: what the office tells the conference. */
export const bulletinEvents = [bulletinDrafted, bulletinApproved, bulletinPublished] as const
export type BulletinEvent = EventOf<(typeof bulletinEvents)[number]>
