import { type AudienceEntry, audienceOf, type TaskEvent } from '@wuhu/contracts'
import { assigned, type Task } from './task-state.ts'

/** Who may see an event of a task, with the state after it: the office, and the agency that it is about, or all that have it. */
export function taskAudience(event: TaskEvent, state: Task, publisher: string): AudienceEntry[] {
  const about = 'agency' in event.data ? [event.data.agency] : assigned(state)
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    { agency: state.issuer, ground: 'party' },
    ...about.map((agency) => ({ agency, ground: 'addressee' as const }))
  )
}
