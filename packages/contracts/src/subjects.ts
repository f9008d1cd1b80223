/** Consumers can be split by filter into this many shards; a durable number. */
export const shardCount = 64

/** `00` to `63`, by FNV-1a over the case number (or the aggregate, before it has one): stable for ever. */
export function shardOf(key: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return String(hash % shardCount).padStart(2, '0')
}

/** Aggregates whose events several services publish, each its own. */
export const publishedByEach: readonly string[] = ['deadline']

/**
 * `evt.<shard>.<aggregate>.<past-tense>` for an event type. The case itself is no token: subjects cost memory. Of an
 * aggregate that several services publish, the service stands before the past tense, because no two streams may take one
 * subject.
 * @param source the envelope's, `/services/<name>`
 */
export function eventSubject(type: string, key: string, source = ''): string {
  const [aggregate = '', happened] = type.split('.')
  const publisher = publishedByEach.includes(aggregate) ? `${source.slice('/services/'.length)}.` : ''
  return `evt.${shardOf(key)}.${aggregate}.${publisher}${happened}`
}

/** `mail.<agency>.<aggregate>.<past-tense>`: a recipient's own redacted copy. */
export function mailSubject(type: string, agency: string): string {
  const [aggregate, happened] = type.split('.')
  return `mail.${agency}.${aggregate}.${happened}`
}

/** Name of the JetStream stream that a service owns: `INFO_SHARING`. */
export function streamOf(service: string): string {
  return service.toUpperCase().replaceAll('-', '_')
}
