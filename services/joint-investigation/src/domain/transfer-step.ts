import type { Actor } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import type { TransferFollow, TransferFollowName, TransferHappens } from './transfer-command.ts'
import type { Transfer, TransferDataOf, TransferSide, TransferStatus } from './transfer-state.ts'

/** One command on a transfer: who gives it, when, and what happens then. */
export interface TransferStep<Name extends TransferFollowName = TransferFollowName> {
  readonly side: TransferSide | ((state: Transfer) => TransferSide)
  readonly from: readonly TransferStatus[]
  /** 正职 only, or 负责人; without it whoever may work the case. */
  readonly role?: 'head' | 'leader'
  /** Already done, though something else has happened since. */
  holds?(command: CommandOf<Name>, state: Transfer): boolean
  /** @throws Refusal */
  guard?(command: CommandOf<Name>, state: Transfer): void
  readonly happens: TransferHappens[Name]
  data(command: CommandOf<Name>, state: Transfer): TransferDataOf<TransferHappens[Name]>
}

type CommandOf<Name extends TransferFollowName> = Extract<TransferFollow, { do: Name }>

export type TransferSteps<Name extends TransferFollowName> = { readonly [N in Name]: TransferStep<N> }

/** 负责人 who answers for a decision. @throws Refusal */
export function leaderIn({ person, role }: Actor): { person: string; role: 'agency-head' | 'agency-leader' } {
  if (person !== undefined && (role === 'agency-head' || role === 'agency-leader')) return { person, role }
  throw new Refusal('transfer.role', 'needs role agency-head or agency-leader in by')
}

/** 正职负责人, who alone approves or refuses a transfer (国令310 art 5). @throws Refusal */
export function headIn({ person, role }: Actor): { person: string; role: 'agency-head' } {
  if (person !== undefined && role === 'agency-head') return { person, role }
  throw new Refusal('transfer.head-only', 'only the head of the agency (正职负责人, agency-head in by) decides this')
}

/** The letter that the sender wrote. */
export function letterOf(state: Transfer): NonNullable<Transfer['letter']> {
  if (!state.letter) throw new TypeError(`a transfer that is ${state.status} has a letter`)
  return state.letter
}

/** Whether two values of JSON are the same, whatever the order of their fields. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [mine, theirs] = [fieldsOf(one), fieldsOf(other)]
  return (
    mine.size === theirs.size && [...mine].every(([name, value]) => theirs.has(name) && same(value, theirs.get(name)))
  )
}

const fieldsOf = (value: object) => new Map(Object.entries(value).filter(([, inner]) => inner !== undefined))
