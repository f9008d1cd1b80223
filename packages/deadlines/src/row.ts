import { type AudienceEntry, audienceOf, beijingTime, type DeadlineEvent } from '@wuhu/contracts'
import type { Selectable } from 'kysely'
import { type Deadline, type DeadlineState, nextStep } from './domain/deadline-state.ts'
import type { DeadlinesTable, Parties } from './tables.ts'

/** A deadline as the engine works on it. */
export interface Running {
  readonly id: string
  readonly state: DeadlineState
  readonly version: number
  readonly subjectVersion: number
  readonly caseNumber: string | undefined
  readonly agencies: readonly string[]
  readonly parties: Parties
  readonly correlation: string
  readonly calendarRevision: number
}

/** What the engine needs of a row: the rest is in the state. */
export const runningColumns = [
  ...(['id', 'state', 'version', 'subject_version', 'case_number'] as const),
  ...(['agencies', 'parties', 'correlation', 'calendar_revision'] as const)
] as const

export function runningOf(row: Pick<Selectable<DeadlinesTable>, (typeof runningColumns)[number]>): Running {
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    subjectVersion: Number(row.subject_version),
    caseNumber: row.case_number ?? undefined,
    agencies: row.agencies,
    parties: row.parties,
    correlation: row.correlation,
    calendarRevision: row.calendar_revision
  }
}

/** The columns of a row; instants in RFC 3339. @throws TypeError for one that never began */
export function rowOf(running: Running) {
  const { state } = running
  if (state.status === 'none') throw new TypeError(`deadline ${running.id} never began`)
  const { clock, period } = state
  const next = nextStep(state)
  return {
    id: running.id,
    rule: clock.rule,
    subject: clock.of,
    case_number: running.caseNumber ?? null,
    holder: clock.holder,
    agencies: running.agencies,
    status: state.status,
    due_at: period.dueAt ?? null,
    next_at: next ? beijingTime(new Date(next.at)) : null,
    version: running.version,
    subject_version: running.subjectVersion,
    calendar_revision: running.calendarRevision,
    correlation: running.correlation,
    parties: running.parties,
    state
  }
}

/**
 * Who may see an event of a deadline: a reminder its holder alone; the rest those involved too; a breach also whom the
 * rule informs, the procuratorate by a statutory copy.
 */
export function audienceFor(type: DeadlineEvent['type'], { clock }: Deadline, parties: Parties): AudienceEntry[] {
  const holder = { agency: clock.holder, ground: 'addressee' } as const
  if (type === 'deadline.warned.v1') return [holder]
  const involved = parties.involved.map((agency) => ({ agency, ground: 'party' as const }))
  if (type !== 'deadline.breached.v1') return audienceOf(holder, ...involved)
  const informed = parties.informs.map((agency) => ({
    agency,
    ground: parties.statutory.includes(agency) ? ('statutory-copy' as const) : ('conference' as const)
  }))
  return audienceOf(holder, ...involved, ...informed)
}
