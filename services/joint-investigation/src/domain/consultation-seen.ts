import { type ConsultEvent, type Envelope, parseAudience } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { consultation } from './consultation.ts'
import type { Consultation } from './consultation-state.ts'

/** A consultation as far as one agency was told of it. */
export interface SeenConsultation {
  readonly state: Consultation
  /** Of the last event that it was told of: what it names in If-Match. */
  readonly version: number
  readonly told: readonly Envelope[]
}

/**
 * What follows from the events that the agency was told of, and from no other; undefined where there is none. Who was asked
 * one question knows that question, its answer and the end.
 * @param events of the consultation's stream, from its first
 */
export function seenConsultation(agency: string, events: readonly Envelope[]): SeenConsultation | undefined {
  const told = events.filter(({ audience }) => parseAudience(audience).some((one) => one.agency === agency))
  const version = told.at(-1)?.streamversion
  if (version === undefined) return undefined
  const known = folded(told)
  // An agency that became the office meanwhile was told of no beginning: it takes over the whole.
  const state = known.status === 'none' ? folded(events) : known
  return state.status === 'none' ? undefined : { state, version, told }
}

const folded = (events: readonly Envelope[]) => fold(consultation, events as unknown as ConsultEvent[])
