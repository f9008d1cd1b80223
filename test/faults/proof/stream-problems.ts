import type { Image } from './images.ts'

/**
 * What makes a stream no exact image of its store: a position without event or the reverse, another sequence, id,
 * subject or byte, an event twice, an aggregate's versions out of order.
 */
export function streamProblems({ name, stored, messages }: Image): string[] {
  const problems: string[] = []
  if (stored.length !== messages.length) problems.push(`${name}: ${stored.length} events, ${messages.length} messages`)
  const ids = new Set<string>()
  const versions = new Map<string, number>()
  stored.forEach((event, index) => {
    const message = messages[index]
    const place = `${name} ${index + 1}`
    if (event.position !== index + 1) problems.push(`${place}: the store's position is ${event.position}`)
    if (message?.sequence !== index + 1) problems.push(`${place}: the stream's sequence is ${message?.sequence}`)
    if (message?.id !== event.id) problems.push(`${place}: event ${event.id}, message ${message?.id}`)
    if (message?.subject !== event.subject) problems.push(`${place}: subject ${event.subject}, ${message?.subject}`)
    if (!message || !event.body.equals(message.body)) problems.push(`${place}: other bytes`)
    // A mailbox copy has the id of the event: of these there is one for each mailbox.
    const key = name === 'MAIL' ? `${event.streamId} ${event.id}` : event.id
    if (ids.has(key)) problems.push(`${place}: ${key} again`)
    ids.add(key)
    const before = versions.get(event.streamId) ?? 0
    if (event.version !== before + 1)
      problems.push(`${place}: ${event.streamId} goes from ${before} to ${event.version}`)
    versions.set(event.streamId, event.version)
  })
  return problems
}
