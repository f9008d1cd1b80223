import { Type } from '@sinclair/typebox'
import { listOffices } from '@wuhu/access'
import { CaseSourceNumber, type TransferEvent, UuidV7 } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type Answer, type Call, NotFound } from '@wuhu/host'
import { type Context, execute, VersionMismatch } from '@wuhu/store'
import { transfer } from '../domain/transfer.ts'
import { transferAudience } from '../domain/transfer-audience.ts'
import type { TransferCommand } from '../domain/transfer-command.ts'
import { type TransferState, transferStatuses } from '../domain/transfer-state.ts'
import { toldVersion } from '../views/transfers.ts'
import type { Authorities } from './authorities.ts'
import type { Deps, Tx } from './context.ts'
import { type Numbering, numberedStep } from './numbering.ts'

/** What commands on transfers need from outside. */
export interface TransferDeps extends Deps, Authorities {}

const strict = { additionalProperties: false }

export const transferParams = Type.Object({ id: UuidV7('移送标识') }, strict)
export const transferStatus = Type.Union(
  transferStatuses.map((one) => Type.Literal(one)),
  { description: '办理状态' }
)

/** What every command on a transfer answers. */
export const transferAnswer = Type.Object(
  {
    id: Type.String({ description: '移送标识' }),
    version: Type.Integer({ description: '版本，用于 If-Match' }),
    status: transferStatus,
    caseNumber: CaseSourceNumber(),
    events: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, strict), {
      description: '由此产生的事件；为空表示此前已办'
    })
  },
  strict
)

interface Step {
  readonly id: string
  readonly command: TransferCommand
  readonly context: Context
  /** From If-Match. */
  readonly expectedVersion?: number | undefined
}

/** Read, fold, decide and append one command on the transfer `id`. @throws what `execute` throws */
export async function decideTransfer(tx: Tx, { id, command, context, expectedVersion }: Step) {
  const offices = await listOffices(tx.db)
  const { state, version, events } = await execute(tx, {
    ...{ decider: transfer, streamId: `transfer/${id}`, command, expectedVersion, context },
    describe: (event: TransferEvent, after: TransferState) => {
      if (after.status === 'none') throw new TypeError(`${event.type} leads nowhere`)
      const audience = transferAudience(event, after, context.actor.agency, offices)
      return { caseNumber: after.caseNumber, audience }
    }
  })
  if (state.status === 'none') throw new TypeError('a command without refusal leaves a transfer')
  const { status, caseNumber } = state
  return { id, version, status, caseNumber, events: events.map(({ id, type }) => ({ id, type })) }
}

/** Who acts, when and why, of a request. */
export function contextOf(call: Call<unknown, unknown>, now: string): Context {
  const { actor, provenance, correlationId, traceparent } = call
  return { service: 'joint-investigation', actor, provenance, now, correlationId, traceparent }
}

export const unknownTransfer = () => new NotFound('transfer.unknown', 'there is no such transfer')

/**
 * A command on a transfer that exists. A stranger is told what it would be told if there were none, whatever version it
 * guesses; whoever only looks on, as the office does, that it is not its to move.
 */
export async function followTransfer(
  deps: TransferDeps,
  call: Call<{ id: string }, unknown>,
  commandOf: (tx: Tx, number: string | undefined) => Promise<TransferCommand>,
  numbering?: Numbering
): Promise<Answer> {
  const { store, now } = deps
  const { id } = call.params
  const { agency } = call.caller
  const { answer, replayed } = await store.once(call, (tx) =>
    numberedStep(tx, deps, agency, numbering, async (number) => {
      const command = await commandOf(tx, number)
      try {
        const context = contextOf(call, now())
        return await decideTransfer(tx, { id, command, context, expectedVersion: call.expectedVersion })
      } catch (error) {
        throw await asTold(tx, { id, agency, error })
      }
    })
  )
  return { body: answer, version: answer.version, replayed }
}

/**
 * What the agency is told of an error of the decision. Deciding on a transfer that exists locks it until the transaction
 * ends, and of one that does not nothing more is asked: so the answer is of the moment of the decision, whatever comes next.
 */
async function asTold(
  tx: Tx,
  { id, agency, error }: { readonly id: string; readonly agency: string; readonly error: unknown }
): Promise<unknown> {
  const version = error instanceof VersionMismatch ? error.actual : undefined
  const looksOn = error instanceof Refusal && error.code === 'transfer.not-involved'
  if (version === 0 || (error instanceof Refusal && error.code === 'transfer.unknown')) return unknownTransfer()
  if (version === undefined && !looksOn) return error
  const told = await toldVersion(tx.db, id, agency)
  if (told === undefined) return unknownTransfer()
  // Whoever knows an earlier step alone is not to find out by guessing how far it has come.
  return looksOn || told === version ? error : new Refusal('transfer.not-involved', 'the agency takes no part')
}
