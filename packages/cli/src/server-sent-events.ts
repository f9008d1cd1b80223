/** One event of a text/event-stream. */
export interface ServerSentEvent {
  readonly event: string
  readonly data: string
  /** Of this event, if it has one: what a client sends as Last-Event-ID. */
  readonly id?: string
}

/** Reads server-sent events (WHATWG HTML, 9.2.6) from decoded text. Comments and `retry` are left out. */
export async function* readServerSentEvents(chunks: AsyncIterable<string>): AsyncGenerator<ServerSentEvent> {
  let rest = ''
  let fields: { event?: string; id?: string; data: string[] } = { data: [] }
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const raw of lines) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
      if (line === '') {
        const { event = 'message', id, data } = fields
        if (data.length > 0) yield { event, data: data.join('\n'), ...(id !== undefined && { id }) }
        fields = { data: [] }
        continue
      }
      const colon = line.indexOf(':')
      const name = colon < 0 ? line : line.slice(0, colon)
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
      if (name === 'data') fields.data.push(value)
      else if (name === 'event' || name === 'id') fields[name] = value
    }
  }
}
