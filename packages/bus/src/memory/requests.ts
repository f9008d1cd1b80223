import { type Bus, type BusReply, type BusRequest, BusUnavailable, NoResponders, RequestTimeout } from '../bus.ts'

export interface Server {
  readonly subject: string
  readonly queue: string
  answer(request: BusRequest): Promise<BusReply>
}

/** NATS wildcards: `*` stands for one token, `>` for one or more at the end. */
export function matches(pattern: string, subject: string): boolean {
  const wanted = pattern.split('.')
  const given = subject.split('.')
  for (const [index, token] of wanted.entries()) {
    if (token === '>') return given.length > index
    if (index >= given.length || (token !== '*' && token !== given[index])) return false
  }
  return wanted.length === given.length
}

/** A header that would break the wire format is refused here as it is there. */
function checked(headers: Readonly<Record<string, string>>): Record<string, string> {
  const copy: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (/[^\x21-\x7e]|:/.test(name) || name === '') throw new TypeError(`'${name}' is not a header name`)
    if (/[\r\n]/.test(value)) throw new TypeError(`header ${name} holds a line break`)
    copy[name] = value.trim()
  }
  return copy
}

export function createMemoryRequest(
  servers: ReadonlySet<Server>,
  reachable: () => boolean,
  closing: AbortSignal
): Bus['request'] {
  let turn = 0
  return async (subject, body, { headers = {}, timeout = 5000 } = {}) => {
    const request = { subject, headers: checked(headers), body: body.slice() }
    if (closing.aborted) throw new BusUnavailable('the bus is closed')
    if (!reachable()) throw new BusUnavailable('the broker is unreachable')

    const groups = new Map<string, Server[]>()
    for (const server of servers) {
      if (!matches(server.subject, subject)) continue
      groups.set(server.queue, [...(groups.get(server.queue) ?? []), server])
    }
    if (groups.size === 0) throw new NoResponders(subject)

    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(new RequestTimeout(subject, timeout)), timeout)
    const shut = () => late.reject(new BusUnavailable('the bus is closed'))
    closing.addEventListener('abort', shut)
    turn += 1
    try {
      const answers = [...groups.values()].map((group) => (group[turn % group.length] as Server).answer(request))
      return await Promise.race([...answers, late.promise])
    } finally {
      clearTimeout(timer)
      closing.removeEventListener('abort', shut)
    }
  }
}

/** @returns serve() of one bus */
export function createMemoryServe(servers: Set<Server>, stops: Set<() => Promise<void>>): Bus['serve'] {
  return async (subject, queue, handler) => {
    const running = new Set<Promise<BusReply>>()
    const answer = async (request: BusRequest): Promise<BusReply> => {
      await Promise.resolve()
      try {
        const reply = await handler(request)
        return { headers: checked(reply.headers), body: reply.body.slice() }
      } catch (error) {
        process.emitWarning(error as Error)
        return { headers: { Status: '500' }, body: new Uint8Array() }
      }
    }
    const server: Server = {
      subject,
      queue,
      answer(request) {
        const job = answer(request).finally(() => running.delete(job))
        running.add(job)
        return job
      }
    }
    servers.add(server)
    const stop = async () => {
      servers.delete(server)
      stops.delete(stop)
      await Promise.all(running)
    }
    stops.add(stop)
    return stop
  }
}
