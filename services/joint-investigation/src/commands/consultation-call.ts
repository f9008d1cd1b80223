import { type Static, Type } from '@sinclair/typebox'
import { listOffices } from '@wuhu/access'
import { CaseSourceNumber, type ConsultEvent, type Envelope, UuidV7 } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { type Answer, type Call, NotFound } from '@wuhu/host'
import { type Context, execute, VersionMismatch } from '@wuhu/store'
import { consultation } from '../domain/consultation.ts'
import { consultationAudience } from '../domain/consultation-audience.ts'
import { seenConsultation } from '../domain/consultation-seen.ts'
import {
  type Consultation,
  type ConsultationCommand,
  type ConsultationState,
  consultationStatuses,
  involved
} from '../domain/consultation-state.ts'
import { draftStream, opinionDraft } from '../domain/opinion-draft.ts'
import type { Deps, Tx } from './context.ts'
import { type Numbering, numberedStep } from './numbering.ts'

const strict = { additionalProperties: false }

export const consultationStatus = Type.Union(
  consultationStatuses.map((one) => Type.Literal(one)),
  {
    description:
      '办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结'
  }
)

export const consultationParams = Type.Object({ id: UuidV7('会商标识') }, strict)

/** What every command on a consultation answers. */
export const consultationAnswer = Type.Object(
  {
    id: Type.String({ description: '会商标识' }),
    version: Type.Integer({ description: '版本，用于 If-Match' }),
    status: consultationStatus,
    caseNumber: Type.Optional(CaseSourceNumber()),
    events: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, strict), {
      description: '由此产生的事件；为空表示此前已办'
    })
  },
  strict
)

/** Facts that every command brings along. */
export type Who = Pick<ConsultationCommand, 'by' | 'offices'>

type AnyCall = Call<unknown, unknown>
type Told = Static<typeof consultationAnswer>

/** A consultation as it stood when the caller was found to have a part in it. */
interface Known {
  readonly id: string
  readonly who: Who
  readonly state: ConsultationState
  readonly version: number
  readonly events: readonly Envelope[]
}

export const unknownConsultation = () => new NotFound('consultation.unknown', 'there is no such consultation')

/** Begins a consultation. @throws what `execute` throws */
export async function begin(tx: Tx, call: AnyCall, id: string, command: ConsultationCommand, now: string) {
  const { by, offices } = command
  const nothing = { id, who: { by, offices }, state: consultation.initial, version: 0, events: [] }
  const { events } = await decideOn(tx, call, nothing, command, now)
  return tellOf(nothing, events)
}

/** A command on a consultation that exists, once. */
export function advance<Body>(
  deps: Deps,
  call: Call<{ id: string }, Body>,
  command: (who: Who, tx: Tx, number?: string) => ConsultationCommand | Promise<ConsultationCommand>,
  numbering?: (state: ConsultationState, who: Who) => Numbering | undefined
): Promise<Answer> {
  return onKnown(deps, call, (tx, known) =>
    numberedStep(tx, deps, call.caller.agency, numbering?.(known.state, known.who), async (number) =>
      decideOn(tx, call, known, await command(known.who, tx, number), deps.now())
    )
  )
}

/**
 * A draft of the caller's opinion. It joins no timeline of a case either: whoever is let in with history would read it
 * there.
 */
export function draftOpinion(deps: Deps, call: Call<{ id: string }, { readonly text: string }>): Promise<Answer> {
  return onKnown(deps, call, async (tx, { id, who, state }) =>
    execute(tx, {
      decider: opinionDraft,
      streamId: draftStream(id, who.by),
      command: { do: 'draft-opinion', ...who, on: state, text: call.body.text },
      context: contextOf(call, deps.now()),
      describe: () => ({ audience: [{ agency: who.by.agency, ground: 'publisher' }] })
    })
  )
}

/**
 * Does something with a consultation in which the caller has a part, and tells of it as the caller sees it. A stranger is
 * told what it would be told if there were none, before anything else is looked at.
 */
async function onKnown<Body>(
  { store }: Deps,
  call: Call<{ id: string }, Body>,
  act: (tx: Tx, known: Known) => Promise<{ readonly events: readonly Envelope[] }>
): Promise<Answer> {
  const { id } = call.params
  const { actor: by, expectedVersion } = call
  const { answer, replayed } = await store.once(call, async (tx) => {
    const who = { by, offices: await listOffices(tx.db) }
    const { events, version } = await tx.read(`consultation/${id}`)
    const state = fold(consultation, events as unknown as ConsultEvent[])
    if (!involved(state, by.agency, who.offices)) throw unknownConsultation()
    const seen = seenConsultation(by.agency, events)?.version ?? version
    if (expectedVersion !== undefined && expectedVersion !== seen) throw new VersionMismatch(expectedVersion, seen)
    const known = { id, who, state, version, events }
    return tellOf(known, (await act(tx, known)).events)
  })
  return { body: answer, version: answer.version, replayed }
}

async function decideOn(tx: Tx, call: AnyCall, known: Known, command: ConsultationCommand, now: string) {
  const { id, version, who } = known
  return await execute(tx, {
    decider: consultation,
    streamId: `consultation/${id}`,
    command,
    isNew: version === 0,
    context: contextOf(call, now),
    describe: (event, after: ConsultationState) => {
      const state = begun(after)
      const audience = consultationAudience(event, state, who.by.agency, who.offices)
      return { caseNumber: state.question.caseNumber, audience }
    }
  })
}

function contextOf({ actor, provenance, correlationId, traceparent }: AnyCall, now: string): Context {
  return { service: 'joint-investigation', actor, provenance, now, correlationId, traceparent }
}

/** The consultation as the caller sees it when these have happened. */
function tellOf({ id, who, events: past, state: before, version: at }: Known, happened: readonly Envelope[]): Told {
  const own = happened.filter(({ subject }) => subject === `consultation/${id}`)
  const seen = seenConsultation(who.by.agency, [...past, ...own])
  const { status, question } = seen?.state ?? begun(before)
  const { caseNumber } = question
  const events = happened.map(({ id, type }) => ({ id, type }))
  return { id, version: seen?.version ?? at, status, ...(caseNumber !== undefined && { caseNumber }), events }
}

function begun(state: ConsultationState): Consultation {
  if (state.status === 'none') throw new TypeError('a command without refusal leaves a consultation')
  return state
}
