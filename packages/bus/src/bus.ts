/** A message on its way into a stream. `body` is sent as it is. */
export interface OutMessage {
  readonly subject: string
  /** Event id: travels as header `Event-Id`, and tells whether the message at a sequence is ours. */
  readonly id: string
  /** Case number or aggregate: travels as header `Case-Key`. */
  readonly key: string
  /** Place in its aggregate's stream, which for a mailbox is its sequence: travels as header `Stream-Version`. */
  readonly version?: number
  readonly body: Uint8Array
}

/** A message as the stream holds it. Sequences are dense from 1. */
export interface InMessage extends OutMessage {
  readonly sequence: number
}

export interface StreamState {
  /** 0 while the stream is empty. */
  readonly lastSequence: number
  /** Changes when the stream is deleted and made anew. */
  readonly created: string
}

/** One stream, written by one service and read by all. */
export interface BusStream {
  readonly name: string

  /** @throws StreamMissing, BusUnavailable */
  describe(): Promise<StreamState>

  /** The id of the message at `sequence`, or undefined where there is none. */
  idAt(sequence: number): Promise<string | undefined>

  /**
   * Appends `messages` at sequences `after + 1`, `after + 2`, ... Each is fenced: the server takes it only at exactly
   * its place. All messages are sent before this returns its promise; the promise resolves when all are acknowledged
   * at their places. Calls may overlap, so that batches are pipelined: each continues where the one before it ends.
   * @throws PublishStopped for the first message that was not taken; everything behind it was not taken either
   * @throws BusUnavailable when the answer is not known: some may have been taken
   */
  publish(after: number, messages: readonly OutMessage[]): Promise<void>

  /**
   * Messages after `after`, in order and without gaps, in batches of what has arrived (at most `limit`), for ever.
   * Ends quietly when `signal` aborts. Reconnects by itself; never delivers a sequence twice or out of order.
   * Does not read ahead without bound: a slow reader slows the server's sending, not grows memory.
   * @throws StreamMissing when the stream is gone or was made anew: describe() and start again
   * @throws Error when the stream goes on but does not hold the message that is due
   */
  read(options: { after: number; signal: AbortSignal; limit?: number }): AsyncIterable<readonly InMessage[]>
}

/** A request as a service sees it. */
export interface BusRequest {
  readonly subject: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface BusReply {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What the services need of a message server. Two implementations pass one suite: `./nats` and `./memory`. */
export interface Bus {
  stream(name: string): BusStream

  /** Tells listeners in all processes, at once and at most once, that there is work. May be lost: poll as well. */
  hint(topic: string): void
  /** @returns a function that stops listening */
  onHint(topic: string, listener: () => void): () => void

  /**
   * Answers requests on `subject` (wildcards `*` and `>`); of several servers with the same `queue` one answers.
   * A handler that throws is a bug in the handler: the bus answers with header `Status: 500` and an empty body.
   * @returns a function that stops serving after running handlers have answered
   * @throws Error when the server does not let us listen there
   */
  serve(
    subject: string,
    queue: string,
    handler: (request: BusRequest) => Promise<BusReply>
  ): Promise<() => Promise<void>>

  /** @throws NoResponders, RequestTimeout (milliseconds, default 5,000), BusUnavailable */
  request(
    subject: string,
    body: Uint8Array,
    options?: { headers?: Record<string, string>; timeout?: number }
  ): Promise<BusReply>

  /** Connected now? `detail` is one sentence for the operator. */
  health(): { readonly connected: boolean; readonly detail: string }

  /** Ends readers and servers, flushes, disconnects. */
  close(): Promise<void>
}

/** Not taken: somebody else's message stands at that place, or the server refused. The reason is the server's. */
export class PublishStopped extends Error {
  readonly position: number

  constructor(position: number, reason: string) {
    super(`position ${position} was not taken: ${reason}`)
    this.name = 'PublishStopped'
    this.position = position
  }
}

export class StreamMissing extends Error {
  constructor(stream: string) {
    super(`stream ${stream} does not exist`)
    this.name = 'StreamMissing'
  }
}

/** The server cannot be reached, or did not answer in time. */
export class BusUnavailable extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'BusUnavailable'
  }
}

export class NoResponders extends Error {
  constructor(subject: string) {
    super(`nobody answers on ${subject}`)
    this.name = 'NoResponders'
  }
}

export class RequestTimeout extends Error {
  constructor(subject: string, milliseconds: number) {
    super(`no answer on ${subject} within ${milliseconds} ms`)
    this.name = 'RequestTimeout'
  }
}
