import { type AudienceEntry, audienceOf } from '@wuhu/contracts'
import type { Decider } from '@wuhu/decider'
import { assessment } from '../domain/assessment.ts'
import { bulletin } from '../domain/bulletin.ts'
import { commendation } from '../domain/commendation.ts'
import { snapshot } from '../domain/snapshot.ts'
import { suggestion, tookPart } from '../domain/suggestion.ts'
import { supervision } from '../domain/supervision.ts'
import { supervisionAudience } from '../domain/supervision-audience.ts'
import { involvedIn } from '../domain/supervision-state.ts'
import { task } from '../domain/task.ts'
import { taskAudience } from '../domain/task-audience.ts'
import { hasPart } from '../domain/task-state.ts'
import type { Machine } from './context.ts'

/** What goes to the whole conference. */
const toAll = (publisher: string, conference: readonly AudienceEntry[]) =>
  audienceOf({ agency: publisher, ground: 'publisher' }, ...conference)

/** Keeps the types of a decider while the rest of its machine is written down. */
const machine = <S extends { readonly status: string }, C, E extends { readonly type: string; readonly data: unknown }>(
  decider: Decider<S, C, E>,
  rest: Omit<Machine<S, C, E>, 'decider'>
): Machine<S, C, E> => ({ decider, ...rest })

export const supervisions = machine(supervision, {
  name: 'supervision',
  hasPart: involvedIn,
  audience: (_event, state, publisher) => (state.status === 'none' ? [] : supervisionAudience(state, publisher))
})

export const tasks = machine(task, {
  name: 'task',
  hasPart,
  audience: (event, state, publisher) => (state.status === 'none' ? [] : taskAudience(event, state, publisher))
})

export const bulletins = machine(bulletin, {
  name: 'bulletin',
  hasPart: (state, agency) => state.status !== 'none' && state.draft.issuer === agency,
  audience: (event, _state, publisher, conference) =>
    event.type === 'bulletin.published.v1'
      ? toAll(publisher, conference)
      : audienceOf({ agency: publisher, ground: 'publisher' })
})

export const suggestions = machine(suggestion, {
  name: 'suggestion',
  hasPart: tookPart,
  audience: (_event, state, publisher) =>
    audienceOf(
      { agency: publisher, ground: 'publisher' },
      ...(state.status === 'none'
        ? []
        : [state.received.issuer, state.received.addressee].map((agency) => ({ agency, ground: 'addressee' as const })))
    )
})

export const snapshots = machine(snapshot, {
  name: 'snapshot',
  hasPart: () => true,
  audience: (_event, _state, publisher, conference) => toAll(publisher, conference)
})

export const commendations = machine(commendation, {
  name: 'commendation',
  hasPart: () => true,
  audience: (_event, _state, publisher, conference) => toAll(publisher, conference)
})

/** A score is told to the office and to the agency that was scored. */
export const assessments = machine(assessment, {
  name: 'assessment',
  hasPart: () => true,
  audience: (event, _state, publisher) =>
    audienceOf({ agency: publisher, ground: 'publisher' }, { agency: event.data.agency, ground: 'addressee' })
})
