import { randomUUIDv7 } from 'node:crypto'
import {
  type Actor,
  type AudienceEntry,
  createEnvelope,
  definitionOf,
  type Envelope,
  markingOf,
  type Provenance
} from '@wuhu/contracts'
import { type Decider, fold } from '@wuhu/decider'
import { VersionMismatch } from './errors.ts'
import { keepStatement } from './statements.ts'
import type { Transaction } from './transaction.ts'

/** Who acts, when and why: common to all events of one command. */
export interface Context {
  /** Name of the publishing service. */
  readonly service: string
  readonly actor: Actor
  /** RFC 3339 instant. */
  readonly now: string
  readonly correlationId: string
  readonly causationId?: string | undefined
  readonly traceparent?: string | undefined
  readonly provenance?: Provenance | undefined
}

type AnyEvent = { readonly type: string; readonly data: unknown }

export interface ExecuteOptions<State, Command, Event extends AnyEvent> {
  readonly decider: Decider<State, Command, Event>
  /** `<kind>/<id>`: the envelope's subject. */
  readonly streamId: string
  readonly command: Command
  /** The id was made for this command, so there is nothing to read. */
  readonly isNew?: boolean
  /** From If-Match; undefined when the caller does not care. */
  readonly expectedVersion?: number | undefined
  readonly context: Context
  /** Case and audience of an event, with the state after it: the snapshot that decides who may ever see it. */
  readonly describe: (
    event: Event,
    state: State
  ) => { caseNumber?: string | undefined; audience: readonly AudienceEntry[] }
}

export interface Executed<State> {
  readonly state: State
  readonly version: number
  /** Empty when the command already held. */
  readonly events: readonly Envelope[]
}

/**
 * Read, fold, decide, append.
 * @throws Refusal from the decider
 * @throws VersionMismatch when the stream is not at `expectedVersion`
 */
export async function execute<State, Command, Event extends AnyEvent, DB>(
  tx: Transaction<DB>,
  {
    decider,
    streamId,
    command,
    isNew = false,
    expectedVersion,
    context,
    describe
  }: ExecuteOptions<State, Command, Event>
): Promise<Executed<State>> {
  const { version, events: past } = isNew ? { version: 0, events: [] } : await tx.read(streamId)
  if (expectedVersion !== undefined && expectedVersion !== version) throw new VersionMismatch(expectedVersion, version)
  // The store only ever holds this aggregate's events in its stream.
  let state = fold(decider, past as unknown as Event[])
  const envelopes: Envelope[] = []
  for (const event of decider.decide(command, state, context.now)) {
    state = decider.evolve(state, event)
    const { caseNumber, audience } = describe(event, state)
    const definition = definitionOf(event.type)
    if (!definition) throw new TypeError(`event type ${event.type} is not in the catalogue`)
    envelopes.push(
      createEnvelope({
        id: randomUUIDv7(),
        service: context.service,
        type: event.type,
        subject: streamId,
        time: context.now,
        caseNumber,
        version: version + envelopes.length + 1,
        actor: context.actor,
        marking: markingOf(definition),
        audience,
        causationId: context.causationId,
        correlationId: context.correlationId,
        traceparent: context.traceparent,
        provenance: context.provenance,
        data: event.data
      })
    )
  }
  const { statement } = context.provenance ?? {}
  if (statement && envelopes.length > 0) keepStatement(tx, context.actor.agency, statement)
  return { state, version: version + envelopes.length, events: await tx.append(streamId, version, envelopes) }
}
