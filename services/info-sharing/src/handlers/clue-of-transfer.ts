import type { Envelope } from '@wuhu/contracts'
import type { Context } from '@wuhu/store'
import { sql } from 'kysely'
import { onClue } from '../commands/clue-streams.ts'
import { offices, type Tx } from '../commands/context.ts'
import type { ClueCommand } from '../domain/clue-command.ts'
import type { ClueState, ClueStatus } from '../domain/clue-state.ts'

export type HandlerTx = Tx

/** The leads of a case, as they are now. */
export async function cluesOfCase(
  tx: HandlerTx,
  caseNumber: string
): Promise<{ id: string; status: ClueStatus; state: ClueState }[]> {
  return await tx.db
    .selectFrom('clues')
    .select(['id', 'status', 'state'])
    .where('case_number', '=', caseNumber)
    .orderBy('id')
    .execute()
}

/** The leads that went to the police by a transfer. */
export async function cluesOfTransfer(tx: HandlerTx, transfer: string): Promise<{ id: string; state: ClueState }[]> {
  return await tx.db
    .selectFrom('clues')
    .select(['id', 'state'])
    .where(sql<boolean>`state ->> 'transfer' = ${transfer}`)
    .orderBy('id')
    .execute()
}

/** What follows from another service's event: in the name of the agency that handles the lead, and of no person. */
export const automatic = (event: Envelope, agency: string): Context => ({
  service: 'info-sharing',
  actor: { agency },
  now: event.time,
  causationId: event.id,
  correlationId: event.correlationid,
  traceparent: event.traceparent
})

export async function commandClue(tx: HandlerTx, id: string, command: ClueCommand, context: Context): Promise<void> {
  await onClue(tx, { id, command, offices: await offices(tx), context })
}
