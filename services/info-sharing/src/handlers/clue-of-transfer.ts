import type { Envelope } from '@wuhu/contracts'
import type { Context } from '@wuhu/store'
import { sql } from 'kysely'
import { onClue } from '../commands/clue-streams.ts'
import { offices, type Tx } from '../commands/context.ts'
import type { ClueCommand } from '../domain/clue-command.ts'
import type { ClueState } from '../domain/clue-state.ts'

export type HandlerTx = Tx

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

/** Whether an event of a transfer, or of a clock, has not been applied yet: how either stands is kept with its version. */
export async function isNew({ db }: HandlerTx, { type, subject, streamversion }: Envelope): Promise<boolean> {
  const id = subject.slice(subject.indexOf('/') + 1)
  const known = type.startsWith('deadline.')
    ? db.selectFrom('sent_deadlines').select('version').where('id', '=', id)
    : db.selectFrom('open_works').select('version').where('kind', '=', 'transfer').where('id', '=', id)
  return streamversion > ((await known.executeTakeFirst())?.version ?? 0)
}
