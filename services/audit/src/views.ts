import type { View } from '@wuhu/store'
import type { AuditDb } from './tables.ts'
import { bulletinView } from './views/bulletins.ts'
import { commendationView } from './views/commendations.ts'
import { suggestionView } from './views/suggestions.ts'
import { supervisionView } from './views/supervisions.ts'
import { taskView } from './views/tasks.ts'

/** The service's own events as rows. */
export const views: readonly View<AuditDb>[] = [
  supervisionView,
  taskView,
  bulletinView,
  commendationView,
  suggestionView
]
