import type { GapReport, Replay } from './audit-reading.ts'
import type { Figures } from './figures.ts'
import type { CaseRow } from './play-all.ts'
import type { WatchedStory } from './watched-story.ts'

/** What `--json` prints: every case with its commands, who received what of the watched ones, the replay and the gaps. */
export function jsonReport(report: {
  readonly all: readonly CaseRow[]
  readonly watched: readonly WatchedStory[]
  readonly replayed: Replay
  readonly gaps: GapReport
  readonly figures: Figures
  readonly seconds: number
}) {
  const { all, watched, replayed, gaps, figures, seconds } = report
  return {
    seconds: Number(seconds.toFixed(2)),
    cases: all.map(({ played: { story, caseNumber, steps } }) => ({
      id: story.id,
      title: story.title,
      source: story.source,
      caseNumber,
      commands: steps.map(({ step, answer, milliseconds }) => ({
        agency: step.agency,
        command: step.command,
        what: step.what,
        basis: step.basis,
        ...(step.mutual && { mutual: step.mutual }),
        status: answer.status,
        events: answer.body.events,
        milliseconds: Number(milliseconds.toFixed(1))
      }))
    })),
    received: watched.map(({ played, mail, delays }) => ({
      id: played.story.id,
      caseNumber: played.caseNumber,
      delays,
      mailboxes: Object.fromEntries(
        [...mail].map(([agency, mails]) => [
          agency,
          mails.map(({ sequence, event }) => ({ sequence, id: event.id, type: event.type, redacted: event.redacted }))
        ])
      )
    })),
    replay: replayed.manifest,
    gaps,
    figures
  }
}
