import { type Static, Type } from '@sinclair/typebox'
import { CaseSourceNumber, type ConsultEvent, UuidV7 } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { type Answer, type Call, NotFound } from '@wuhu/host'
import { type Context, execute } from '@wuhu/store'
import { consultation } from '../domain/consultation.ts'
import { consultationAudience } from '../domain/consultation-audience.ts'
import {
  type Consultation,
  type ConsultationCommand,
  type ConsultationState,
  consultationStatuses,
  involved
} from '../domain/consultation-state.ts'
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

interface Step {
  readonly id: string
  readonly command: ConsultationCommand
  readonly now: string
  readonly isNew?: boolean
  /** From If-Match. */
  readonly expectedVersion?: number | undefined
}

/** Read, fold, decide and append one command. @throws what `execute` throws */
export async function decideOn(tx: Tx, call: AnyCall, step: Step): Promise<Static<typeof consultationAnswer>> {
  const { actor, provenance, correlationId, traceparent } = call
  const { id, command, now, isNew = false, expectedVersion } = step
  const context: Context = { service: 'joint-investigation', actor, provenance, now, correlationId, traceparent }
  const { state, version, events } = await execute(tx, {
    decider: consultation,
    streamId: `consultation/${id}`,
    command,
    isNew,
    expectedVersion,
    context,
    describe: (event, after: ConsultationState) => {
      const state = begun(after)
      const audience = consultationAudience(event, state, actor.agency, command.offices)
      // A draft stays out of the case's timeline: whoever is let in with history would read it there.
      const own = event.type === 'consult.opinion-drafted.v1'
      return { caseNumber: own ? undefined : state.question.caseNumber, audience }
    }
  })
  const { status, question } = begun(state)
  const { caseNumber } = question
  const happened = events.map(({ id, type }) => ({ id, type }))
  return { id, version, status, ...(caseNumber !== undefined && { caseNumber }), events: happened }
}

function begun(state: ConsultationState): Consultation {
  if (state.status === 'none') throw new TypeError('a command without refusal leaves a consultation')
  return state
}

export const unknownConsultation = () => new NotFound('consultation.unknown', 'there is no such consultation')

/**
 * A command on a consultation that exists, once. A stranger is told what it would be told if there were none, whatever
 * version it guesses.
 */
export async function advance<Body>(
  deps: Deps,
  call: Call<{ id: string }, Body>,
  command: (who: Who, tx: Tx, number?: string) => ConsultationCommand | Promise<ConsultationCommand>,
  numbering?: (tx: Tx) => Promise<Numbering | undefined>
): Promise<Answer> {
  const { store, now } = deps
  const { id } = call.params
  const { expectedVersion } = call
  try {
    const { answer, replayed } = await store.once(call, async (tx) => {
      const who = { by: call.actor, offices: await officesOf(tx) }
      if (expectedVersion !== undefined) await assertKnown(tx, id, who)
      return await numberedStep(tx, deps, call.caller.agency, await numbering?.(tx), async (number) => {
        const decided = await command(who, tx, number)
        return await decideOn(tx, call, { id, command: decided, now: now(), expectedVersion })
      })
    })
    return { body: answer, version: answer.version, replayed }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'consultation.unknown') throw unknownConsultation()
    throw error
  }
}

async function assertKnown(tx: Tx, id: string, { by, offices }: Who): Promise<void> {
  const { events } = await tx.read(`consultation/${id}`)
  const state = fold(consultation, events as unknown as ConsultEvent[])
  if (!involved(state, by.agency, offices)) throw unknownConsultation()
}

/** The number that the minutes of a consultation have already. */
export async function draftedNumber(tx: Tx, id: string): Promise<string | undefined> {
  const { events } = await tx.read(`consultation/${id}`)
  const state = fold(consultation, events as unknown as ConsultEvent[])
  return state.status === 'none' ? undefined : state.minutes?.draft.number
}

/** Codes of the agencies that run the office 办公室. */
export async function officesOf(tx: Pick<Tx, 'db'>): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('directory_agencies')
    .select('code')
    .where('office', '=', true)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}

/** Whether the directory knows every one of these agencies. */
export async function areRegistered(tx: Pick<Tx, 'db'>, agencies: readonly string[]): Promise<boolean> {
  if (agencies.length === 0) return true
  const rows = await tx.db
    .selectFrom('directory_agencies')
    .select('code')
    .where('code', 'in', [...agencies])
    .execute()
  return rows.length === new Set(agencies).size
}
