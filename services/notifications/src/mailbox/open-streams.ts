import { type Caller, type DirectoryLookups, may } from '@wuhu/access'

/** Who follows a mailbox. */
export type Reading = Pick<Caller, 'keyId' | 'expiresAt' | 'agency' | 'person' | 'roles'>

/** A mailbox stream as its keeper sees it. */
export interface KeptStream {
  readonly caller: Reading
  heartbeat(): void
  /** Says why, and ends in order. */
  end(reason: string): void
  /** Drops a client that does not read; it resumes when it can. */
  drop(): void
  /** Milliseconds since when nothing could be sent; undefined while it flows. */
  blockedSince(): number | undefined
}

export interface OpenStreams {
  add(stream: KeptStream): void
  remove(stream: KeptStream): void
  count(): number
  /** Ends all of them. */
  stop(): void
}

export interface OpenStreamsOptions {
  keyOf: DirectoryLookups['lookupKey']
  officerOf: DirectoryLookups['lookupOfficer']
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number
  /** Milliseconds that a client may leave its buffer full. */
  readonly patience: number
  now(): number
  readonly onError: (error: unknown) => void
}

/** Milliseconds between rounds; what is revoked ends streams within this and the age of what the directory said. */
const round = 500

/** Looks after all streams with one timer: heartbeats, tokens that expire, keys and roles that are revoked, clients that stall. */
export function createOpenStreams({
  keyOf,
  officerOf,
  heartbeat,
  patience,
  now,
  onError
}: OpenStreamsOptions): OpenStreams {
  const streams = new Map<KeptStream, { beat: number }>()
  let busy = false

  /** Whether the officer still holds, of the roles that the stream was opened with, one that may read. */
  const mayStill = async ({ agency, person, roles }: Reading, at: number): Promise<boolean> => {
    if (person === undefined) return true
    const held = (await officerOf(`${agency}/${person}`))?.roles ?? []
    const valid = held.filter(({ validUntil }) => validUntil === undefined || Date.parse(validUntil) > at)
    const left = valid.map(({ role }) => role).filter((role) => roles.includes(role))
    return may({ agency, roles: left }, 'mailbox.read').allowed
  }

  const look = async (): Promise<void> => {
    const at = now()
    const keys = new Set([...streams.keys()].map(({ caller }) => caller.keyId))
    const revoked = new Set<string>()
    for (const kid of keys) {
      const key = await keyOf(kid)
      const over = key?.validUntil !== undefined && Date.parse(key.validUntil) <= at
      if (!key || key.revokedAt !== undefined || over) revoked.add(kid)
    }
    for (const [stream, state] of streams) {
      const blocked = stream.blockedSince()
      if (revoked.has(stream.caller.keyId)) stream.end('token.key-revoked')
      else if (!(await mayStill(stream.caller, at))) stream.end('token.officer')
      else if (stream.caller.expiresAt * 1000 <= at) stream.end('token.expired')
      else if (blocked !== undefined && at - blocked > patience) stream.drop()
      else if (at - state.beat >= heartbeat) {
        state.beat = at
        if (blocked === undefined) stream.heartbeat()
      }
    }
  }

  const timer = setInterval(() => {
    if (busy || streams.size === 0) return
    busy = true
    void look()
      .catch(onError)
      .finally(() => {
        busy = false
      })
  }, round)
  timer.unref()

  return {
    add: (stream) => void streams.set(stream, { beat: now() }),
    remove: (stream) => void streams.delete(stream),
    count: () => streams.size,
    stop() {
      clearInterval(timer)
      for (const stream of streams.keys()) stream.end('service.closing')
    }
  }
}
