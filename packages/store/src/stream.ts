/** What the relay and consumers need of a stream; the bus has it. They never see the bus itself. */
export interface RelayTarget {
  readonly name: string
  describe(): Promise<{ lastSequence: number; created: string }>
  idAt(sequence: number): Promise<string | undefined>
  /** Resolves when all are acknowledged at `after + 1`, `after + 2`, ...; rejects when one was not, or who knows. */
  publish(
    after: number,
    messages: readonly { subject: string; id: string; key: string; version: number; body: Uint8Array }[]
  ): Promise<void>
}

export interface SourceMessage {
  readonly sequence: number
  readonly body: Uint8Array
}

export interface ConsumerSource {
  readonly name: string
  describe(): Promise<{ lastSequence: number; created: string }>
  read(options: { after: number; signal: AbortSignal; limit?: number }): AsyncIterable<readonly SourceMessage[]>
}
