import { createDirectoryView } from '@wuhu/access'
import type { View } from '@wuhu/store'
import type { InfoDb } from './tables.ts'
import { caseView } from './views/cases.ts'
import { clueView } from './views/clues.ts'
import { noticeView } from './views/notices.ts'
import { timelineView } from './views/timeline.ts'

const { name, tables, apply } = createDirectoryView()

/** Rows that follow from the service's own events, in the transaction that appends them. */
export const views: readonly View<InfoDb>[] = [{ name, tables, apply }, caseView, clueView, noticeView, timelineView]
