import type { Player } from './member-of.ts'
import type { PublishedCase, TimelineEntry } from './published-case.ts'
import type { Basis, Note, Step, Story } from './story.ts'

/** The office 办公室, a party to every case. */
export const office: Player = 'amr'

/** Where the lead stands, as far as the story has come. */
export type ClueStatus = 'none' | 'registered' | 'verifying' | 'suspended' | 'filed' | 'transferred' | 'archived'

/** Writes the lines of a story, and knows what the register will know by then. */
export interface StoryWriter {
  readonly published: PublishedCase
  readonly state: {
    opener?: Player
    handler?: Player
    /** The filed case was decided. */
    decided?: boolean
    clue: ClueStatus
    readonly parties: Set<Player>
  }
  /** Begins an entry: the steps that follow come of it. */
  readonly note: (entry: TimelineEntry) => void
  readonly step: (
    step: Pick<Step, 'agency' | 'what' | 'command' | 'body'> & {
      readonly basis?: Basis
      /** Claimed only where the source is direct evidence of it. */
      readonly mutual?: string
      readonly synthetic?: readonly string[]
    }
  ) => void
  /** A number that no other document of the story has, in the form `prefix〔year〕n号`. */
  readonly documentNumber: (prefix: string) => string
  readonly year: number
  /** The same for `n` alone. */
  readonly serial: () => number
  readonly finish: () => Story
}

/** A writer of the story of one case. `year` goes into synthetic numbers. */
export function storyWriter(published: PublishedCase, year: number): StoryWriter {
  const lines: Array<Step | Note> = []
  const base = Number(published.id.replace(/\D/g, '')) * 10
  let used = 0
  let entry: TimelineEntry | undefined
  const serial = () => base + ++used
  return {
    published,
    year,
    state: { clue: 'none', parties: new Set([office]) },
    note(next) {
      entry = next
      lines.push({ kind: 'note', entry: next })
    },
    step({ basis = 'procedure', synthetic = [], mutual, ...step }) {
      const claims = mutual !== undefined && entry?.mutual_fit === 'direct' && entry.mutual === mutual
      lines.push({ kind: 'step', ...step, basis, synthetic, ...(claims && { mutual }) })
    },
    serial,
    documentNumber: (prefix) => `${prefix}〔${year}〕${serial()}号`,
    finish: () => ({
      id: published.id,
      title: published.title_zh,
      source: published.source,
      outcome: published.outcome_zh,
      lines
    })
  }
}

/** An entry's own words with its date, for the text of a command. */
export function quoted({ action_zh, date }: TimelineEntry): string {
  return date === null ? action_zh : `${action_zh}（${date}）`
}

/** The officer in whose name an agency's system acts in the demo. */
export function officer(agency: Player, role: string) {
  return { person: `${agency}-demo-${role}`, role }
}

/** What the source says of the law, or that it says nothing. */
export const legalBasis = ({ legal_basis }: PublishedCase): string => legal_basis ?? '公开来源未载明法律依据'

/** A full date of the source, or the day of playing. */
export const dayOf = ({ date }: TimelineEntry): string => (date !== null && date.length === 10 ? date : '{today}')
