import { Type } from '@sinclair/typebox'
import { areRegistered, listOffices } from '@wuhu/access'
import { type Actor, onBehalf, type Provenance } from '@wuhu/contracts'
import type { Context, Executed, Store, Transaction } from '@wuhu/store'
import type { CaseNumberFormat } from '../case-number.ts'
import { type CaseState, caseAudience } from '../domain/case.ts'
import type { Matching } from '../matching/matching.ts'
import type { InfoDb, InfoTables } from '../tables.ts'

/** What commands need from outside. */
export interface Deps {
  readonly store: Store<InfoTables>
  /** RFC 3339 instant. */
  now(): string
  readonly caseNumberFormat: CaseNumberFormat
  /** Agencies that judge, and that prosecute: each publishes what only it may, and no penalties. */
  readonly courts: readonly string[]
  readonly procuratorates: readonly string[]
  /** Minutes in which unmasked fields may be read; default 30. */
  readonly unmaskMinutes?: number | undefined
  /** Undefined where blind matching is not set up. */
  readonly matching?: Matching | undefined
}

export type Tx = Transaction<InfoDb>

/** The officer on whose behalf an agency's system acts. */
export const by = onBehalf

/** What every command on one aggregate answers. */
export const answerFields = {
  id: Type.String({ description: '标识' }),
  version: Type.Integer({ description: '版本，用于 If-Match' }),
  status: Type.String({ description: '办理状态' }),
  events: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, { additionalProperties: false }), {
    description: '由此产生的事件'
  })
}

export const answer = Type.Object(answerFields, { additionalProperties: false })

interface Asked {
  readonly actor: Actor
  readonly provenance: Provenance
  readonly correlationId: string
  readonly traceparent?: string
}

/** What all events of one command have in common. `now` is an RFC 3339 instant. */
export function contextOf({ actor, provenance, correlationId, traceparent }: Asked, now: string): Context {
  return { service: 'info-sharing', actor, provenance, now, correlationId, ...(traceparent && { traceparent }) }
}

/** Codes of the agencies that run the office 办公室: they take part in every case. */
export const offices = (tx: Pick<Tx, 'db'>): Promise<string[]> => listOffices(tx.db)

/** Whether the directory knows the agency. */
export const agencyExists = (tx: Pick<Tx, 'db'>, code: string): Promise<boolean> => areRegistered(tx.db, [code])

/** `describe` of execute() for the case register: the parties at that moment see what happens to the case. */
export const describeCase = (publisher: string) => (_event: unknown, state: CaseState) => ({
  caseNumber: state.number,
  audience: caseAudience(state, publisher)
})

/** The answer of a command on one aggregate. */
export function answerOf<State extends { status: string }>(id: string, { state, version, events }: Executed<State>) {
  return { id, version, status: state.status, events: events.map((event) => ({ id: event.id, type: event.type })) }
}
