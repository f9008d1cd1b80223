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
  for (const [id, type] of published) {
    if (!options.before.has(id) && !named.has(id)) problems.push(`${type} ${id} is there and no answer names it`)
  }
  const counts = aggregates(images)
  for (const [kind, count] of Object.entries(options.made)) {
    if (counts[kind] !== count) problems.push(`${count} × ${kind} were asked for, ${counts[kind]} are there`)
  }
  return problems
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
