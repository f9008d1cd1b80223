import { createDirectoryView } from '@wuhu/access'
import type { View } from '@wuhu/store'
import type { InfoDb } from './tables.ts'
import { attachmentView } from './views/attachments.ts'
import { caseView } from './views/cases.ts'
import { clueView } from './views/clues.ts'
import { expertView } from './views/experts.ts'
import { matchView } from './views/matching.ts'
import { noticeView } from './views/notices.ts'
import { quarantineView } from './views/quarantines.ts'
import { sentView } from './views/sent.ts'
import { timelineView } from './views/timeline.ts'
import { unmaskingView } from './views/unmaskings.ts'

const { name, tables, apply } = createDirectoryView()

/** Rows that follow from the service's own events, in the transaction that appends them. */
export const views: readonly View<InfoDb>[] = [
  { name, tables, apply },
  caseView,
  clueView,
  matchView,
  noticeView,
  timelineView,
  quarantineView,
  unmaskingView,
  attachmentView,
  sentView,
  expertView
]
