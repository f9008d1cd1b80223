import { randomUUIDv7 } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { type Actor, type AudienceEntry, onBehalf, type Provenance } from '@wuhu/contracts'
import { type Decider, fold } from '@wuhu/decider'
import { type DocumentKind, type DocumentWords, underNumber } from '@wuhu/documents'
import { type Answer, type Call, NotFound } from '@wuhu/host'
import { type Context, type Executed, execute, type Store, type Transaction } from '@wuhu/store'
import type { Acting } from '../domain/acting.ts'
import type { AuditDb, AuditTables } from '../tables.ts'
import { actingIn, conferenceIn } from './directory.ts'

/** What commands need from outside. */
export interface Deps {
  readonly store: Store<AuditTables>
  /** RFC 3339 instant. */
  now(): string
  /** The bureau of justice 司法局. */
  readonly justice: string
  readonly procuratorates: readonly string[]
  readonly courts: readonly string[]
  /** 发文字 by agency and kind of document; default: those of the package. */
  readonly words?: DocumentWords | undefined
}

/** The document of a step, and its number where the agency wrote it itself; left out, it is the next of its register. */
export interface Numbering {
  readonly kind: DocumentKind
  readonly given: string | undefined
}

export type Tx = Transaction<AuditDb>

const strict = { additionalProperties: false }
/** The officer on whose behalf an agency's system acts. */
export const by = Type.Optional(onBehalf)

/** What every command on one thing answers. */
export const answer = Type.Object(
  {
    id: Type.String({ description: '标识' }),
    version: Type.Integer({ description: '版本，用于 If-Match' }),
    status: Type.String({ description: '办理状态' }),
    events: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, strict), {
      description: '由此产生的事件；为空表示此前已办'
    })
  },
  strict
)

interface Asked {
  readonly actor: Actor
  readonly provenance?: Provenance
  readonly correlationId: string
  readonly causationId?: string
  readonly traceparent?: string | undefined
}

/** What all events of one command have in common. */
export const contextOf = (asked: Asked, now: string): Context => ({ service: 'audit', ...asked, now })

type AnyEvent = { readonly type: string; readonly data: unknown }
type AnyState = { readonly status: string }

/** A state machine of this service, and who is told of what happens in it. */
export interface Machine<State extends AnyState, Command, Event extends AnyEvent> {
  /** First word of its streams' names, and of the refusal of who has no part: `task.unknown`. */
  readonly name: string
  readonly decider: Decider<State, Command, Event>
  /** Whoever has none cannot tell the thing from one that does not exist. */
  hasPart(state: State, agency: string): boolean
  /** `conference`: all agencies as they are now. */
  audience(event: Event, state: State, publisher: string, conference: readonly AudienceEntry[]): AudienceEntry[]
}

interface Step<Command> {
  readonly id: string
  readonly command: Command
  readonly context: Context
  readonly expectedVersion?: number | undefined
  readonly caseNumber?: string | undefined
}

/** Read, fold, decide and append one command. @throws what `execute` throws */
export async function decideOn<State extends AnyState, Command, Event extends AnyEvent>(
  tx: Tx,
  { name, decider, audience }: Machine<State, Command, Event>,
  { id, command, context, expectedVersion, caseNumber }: Step<Command>
): Promise<Executed<State>> {
  const all = await conferenceIn(tx)
  return await execute(tx, {
    decider,
    streamId: `${name}/${id}`,
    command,
    expectedVersion,
    context,
    describe: (event, state) => ({ caseNumber, audience: audience(event, state, context.actor.agency, all) })
  })
}

/** The answer of a command on one thing. */
export const answerOf = (id: string, { state, version, events }: Executed<AnyState>) => ({
  id,
  version,
  status: state.status,
  events: events.map((event) => ({ id: event.id, type: event.type }))
})

export const unknown = (name: string) => new NotFound(`${name}.unknown`, `there is no such ${name}`)

interface Begun<Command> {
  readonly command: Command
  /** A new one when left out. */
  readonly id?: string
  readonly caseNumber?: string | undefined
}

/** Both ways to give a command to a machine, each once and in one transaction. */
export interface Runner<Command> {
  /** A command that begins something. `path` is where it will be found, if anywhere. */
  begin(
    call: AnyCall,
    path: string | undefined,
    prepare: (by: Acting, tx: Tx) => Begun<Command> | Promise<Begun<Command>>
  ): Promise<Answer>
  /**
   * A command on something that exists. A stranger is told what it would be told if there were none, whatever version it
   * guesses.
   */
  follow(
    call: Call<{ id: string }, unknown>,
    commandOf: (by: Acting, tx: Tx, number: { readonly documentNumber?: string }) => Command | Promise<Command>,
    numbering?: Numbering
  ): Promise<Answer>
}

export function createRunner<State extends AnyState, Command, Event extends AnyEvent>(
  deps: Deps,
  machine: Machine<State, Command, Event>
): Runner<Command> {
  const { store, now } = deps
  return {
    async begin(call, path, prepare) {
      const done = await store.once(call, async (tx) => {
        const { id = randomUUIDv7(), ...rest } = await prepare(await actingIn(deps, tx, call.actor), tx)
        return answerOf(id, await decideOn(tx, machine, { id, ...rest, context: contextOf(askedBy(call), now()) }))
      })
      const { id, version } = done.answer
      const location = path !== undefined && { location: `${path}/${id}` }
      return { body: done.answer, version, ...location, replayed: done.replayed }
    },
    async follow(call, commandOf, numbering) {
      const { id } = call.params
      const { answer, replayed } = await store.once(call, async (tx) => {
        const { events } = await tx.read(`${machine.name}/${id}`)
        const state = fold(machine.decider, events as unknown as Event[])
        if (!machine.hasPart(state, call.caller.agency)) throw unknown(machine.name)
        const step = async (documentNumber?: string) => {
          const numbered = documentNumber === undefined ? {} : { documentNumber }
          const command = await commandOf(await actingIn(deps, tx, call.actor), tx, numbered)
          const context = contextOf(askedBy(call), now())
          const rest = { expectedVersion: call.expectedVersion, caseNumber: events[0]?.casenumber }
          return answerOf(id, await decideOn(tx, machine, { id, command, context, ...rest }))
        }
        if (!numbering) return await step()
        const numbered = { agency: call.caller.agency, now: now(), optional: true, ...numbering }
        return await underNumber(tx.db, deps.words, numbered, step)
      })
      return { body: answer, version: answer.version, replayed }
    }
  }
}

type AnyCall = Call<unknown, unknown>

export const askedBy = ({ actor, provenance, correlationId, traceparent }: AnyCall): Asked => ({
  actor,
  provenance,
  correlationId,
  traceparent
})
