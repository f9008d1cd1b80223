import { setTimeout as pause } from 'node:timers/promises'
import { agencies, type Mail, mailboxEnds, readMail } from '../stack/mailboxes.ts'
import { type PlayedStep, type PlayedStory, play } from '../stories/play.ts'
import type { Story } from '../stories/story.ts'
import { type Replay, replay } from './audit-reading.ts'
import type { RunningStack } from './find-stack.ts'
import { watchMailbox } from './watch-mailbox.ts'

/** A story that was played while the mailboxes were watched. */
export interface WatchedStory {
  readonly played: PlayedStory
  readonly mail: ReadonlyMap<string, readonly Mail[]>
  /** Its events in the order of the log. */
  readonly logged: Replay['lines']
  /** Milliseconds from an event to its copy at the agency that followed its mailbox, sorted. */
  readonly delays: readonly number[]
}

const followers = ['amr', 'psb', 'procuratorate', 'court']
const patience = 60_000

/** Plays a story while its agencies follow their mailboxes, and then looks into the mailbox of every member. */
export async function playWatched(
  stack: RunningStack,
  story: Story,
  onStep: (played: PlayedStep) => void = () => {}
): Promise<WatchedStory> {
  const ends = await mailboxEnds(stack)
  const watches = await Promise.all(followers.map((agency) => watchMailbox(stack, agency, ends.get(agency) ?? 0)))
  // Clocks of one machine: a second is plenty.
  const since = new Date(Date.now() - 1_000)
  const { played, mail, logged } = await playSettled()
  const delays = followers.flatMap((agency, n) =>
    (mail.get(agency) ?? []).flatMap(({ event }) => {
      const came = watches[n]?.arrivals.get(event.id)
      return came === undefined ? [] : [came - Date.parse(event.time)]
    })
  )
  return { played, mail, logged, delays: delays.sort((one, other) => one - other) }

  async function playSettled() {
    try {
      const played = await play(stack, story, onStep)
      const sent = new Set(played.steps.flatMap(({ answer }) => answer.body.events.map(({ id }: { id: string }) => id)))
      return { played, ...(await settled(stack, sent, since, ends)) }
    } finally {
      // A mailbox that is still followed keeps the process alive.
      await Promise.all(watches.map((watch) => watch.close()))
    }
  }
}

/**
 * What came of the story in each mailbox, once every event of it is in the log and a copy in every mailbox of its audience.
 * @throws Error when that takes too long, or an agency has a copy without being in the audience
 */
async function settled(stack: RunningStack, sent: ReadonlySet<string>, since: Date, ends: ReadonlyMap<string, number>) {
  const began = performance.now()
  for (; ; await pause(Math.max(50, Math.min(500, (performance.now() - began) / 8)))) {
    const { lines } = await replay(stack, `from=${encodeURIComponent(since.toISOString())}`)
    const logged = lines.filter(({ event }) => sent.has(event.id))
    const overdue = performance.now() > began + patience
    if (logged.length < sent.size && !overdue) continue
    const found = await Promise.all(
      agencies.map(async (agency) => {
        const { mails } = await readMail(stack, agency, ends.get(agency) ?? 0)
        return [agency, mails.filter(({ event }) => sent.has(event.id))] as const
      })
    )
    const missing = found.filter(([agency, mails]) => mails.length < entitled(logged, agency)).map(([agency]) => agency)
    if (logged.length === sent.size && missing.length === 0) {
      const wrong = found.find(([agency, mails]) => mails.length !== entitled(logged, agency))
      if (wrong) throw new Error(`${wrong[0]} 收到了不应收到的事件 · received what is not for it`)
      return { mail: new Map(found), logged }
    }
    if (overdue) {
      throw new Error(
        `日志 ${logged.length}/${sent.size}，信箱未齐 · the log or these mailboxes lack copies: ${missing.join(' ')}`
      )
    }
  }
}

/** How many of the events the agency is in the audience of. */
const entitled = (logged: Replay['lines'], agency: string): number =>
  logged.filter(({ event }) => event.audience.split(',').some((entry) => entry.startsWith(`${agency}:`))).length
