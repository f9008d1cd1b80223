import { type DeadlineEvent, type Envelope, parseEnvelope } from '@wuhu/contracts'
import type { Acknowledged, Sender } from '../load/sender.ts'
import type { Stories } from '../load/stories.ts'
import type { Image } from './images.ts'

/** How many aggregates of each kind the stores hold. */
function aggregates(images: readonly Image[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { stored } of images) {
    for (const { streamId, version } of stored) {
      const [kind = ''] = streamId.split('/')
      if (version === 1) counts[kind] = (counts[kind] ?? 0) + 1
    }
  }
  return counts
}

/**
 * Acknowledged answers whose events are gone or are not the ones that were named, and events that no answer names: a
 * command that was executed twice leaves such events behind.
 * @param before ids of the events that were there before the load
 */
export function answerProblems(
  acknowledged: readonly Acknowledged[],
  images: readonly Image[],
  options: { before: ReadonlySet<string>; made: Stories['made'] }
): string[] {
  const problems: string[] = []
  const published = new Map(
    images.flatMap(({ messages, stored }) => messages.map(({ id }, at) => [id, stored[at]?.type]))
  )
  const named = new Set<string>()
  for (const { path, answer, key } of acknowledged) {
    for (const { id, type } of answer.events) {
      if (published.get(id) !== type) problems.push(`${path} (${key}): ${type} ${id} was acknowledged and is not there`)
      if (named.has(id)) problems.push(`${path} (${key}): ${id} was named by another answer`)
      named.add(id)
    }
  }
  const { clocks, doubled } = clocksIn(images)
  problems.push(...doubled)
  for (const [id, type] of published) {
    if (!options.before.has(id) && !named.has(id) && !clocks.has(id))
      problems.push(`${type} ${id} is there and no answer names it`)
  }
  const counts = aggregates(images)
  for (const [kind, count] of Object.entries(options.made)) {
    if (counts[kind] !== count) problems.push(`${count} × ${kind} were asked for, ${counts[kind]} are there`)
  }
  return problems
}

/** Clocks run by themselves: each is set once by an event that is there, and what happened to it happened once. */
function clocksIn(images: readonly Image[]): { clocks: ReadonlySet<string>; doubled: string[] } {
  const events = images.flatMap(({ messages }) => messages.map(({ body }) => parseEnvelope(body)))
  const ids = new Set(events.map(({ id }) => id))
  const seen = new Set<string>()
  const doubled: string[] = []
  const clocks = new Set<string>()
  for (const event of events.filter(({ type }) => type.startsWith('deadline.'))) {
    clocks.add(event.id)
    const happened = `${event.subject} ${event.type} ${event.streamversion}`
    const started = startOf(event)
    for (const once of [happened, ...(started === undefined ? [] : [started])]) {
      if (seen.has(once)) doubled.push(`twice: ${once}`)
      seen.add(once)
    }
    if (event.causationid !== undefined && !ids.has(event.causationid))
      doubled.push(`${happened}: its cause is not there`)
  }
  return { clocks, doubled }
}

function startOf({ type, data }: Envelope): string | undefined {
  if (type !== 'deadline.set.v1') return undefined
  const { rule, of, startedBy } = data as Extract<DeadlineEvent, { type: 'deadline.set.v1' }>['data']
  return `${rule} of ${of} by ${startedBy}`
}

/** Commands that, asked again with the same key, get another answer than the first time. */
export async function repetitionProblems(sender: Sender, sample: readonly Acknowledged[]): Promise<string[]> {
  const problems: string[] = []
  for (const done of sample) {
    const again = await sender.repeat(done)
    const same = JSON.stringify(again.answer) === JSON.stringify(done.answer)
    if (!same || !again.replayed) problems.push(`${done.path} (${done.key}): ${again.status} ${JSON.stringify(again)}`)
  }
  return problems
}
