import type { EventOf } from '../define-event.ts'
import { appraiserRegistered } from './appraiser/registered.ts'
import { appraiserRemoved } from './appraiser/removed.ts'
import { appraiserUpdated } from './appraiser/updated.ts'

export { appraiserRegistered }

/** 鉴定机构资源: institutions that may be asked to appraise. */
export const appraiserEvents = [appraiserRegistered, appraiserUpdated, appraiserRemoved] as const
export type AppraiserEvent = EventOf<(typeof appraiserEvents)[number]>
