import type { SuggestionEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { requireRegistered, type Standing } from './acting.ts'

type DataOf<Type extends SuggestionEvent['type']> = Extract<SuggestionEvent, { type: Type }>['data']
export type Received = DataOf<'suggestion.received.v1'>
export type Answered = DataOf<'suggestion.answered.v1'>

export const suggestionStatuses = ['received', 'answered'] as const
export type SuggestionStatus = (typeof suggestionStatuses)[number]

export interface Suggestion {
  readonly status: SuggestionStatus
  readonly received: Received
}

export type SuggestionState = { readonly status: 'none' } | Suggestion

export type SuggestionCommand =
  | {
      readonly do: 'send'
      readonly agency: string
      /** What the agency may issue: procuratorates 检察建议, courts 司法建议, others nothing. */
      readonly issues: Received['kind'] | undefined
      readonly addressee: Standing
      readonly suggestion: Omit<Received, 'issuer' | 'addressee' | 'kind'>
    }
  | { readonly do: 'answer'; readonly agency: string; readonly answer: Omit<Answered, 'addressee'> }

/** 检察建议、司法建议: a procuratorate or court writes, the agency answers (人民检察院检察建议工作规定 art 19). */
export const suggestion: Decider<SuggestionState, SuggestionCommand, SuggestionEvent> = {
  initial: { status: 'none' },
  decide(command, state) {
    switch (command.do) {
      case 'send': {
        const { agency, issues, addressee } = command
        if (issues === undefined) {
          throw new Refusal('suggestion.not-issuer', 'only procuratorate and court make suggestions')
        }
        if (state.status !== 'none') throw new Refusal('suggestion.exists', `is ${state.status}`)
        requireRegistered(addressee)
        if (addressee.agency === agency) throw new Refusal('suggestion.own', 'an agency writes to another one')
        const data = { kind: issues, issuer: agency, addressee: addressee.agency, ...command.suggestion }
        return [{ type: 'suggestion.received.v1', data }]
      }
      case 'answer': {
        if (state.status === 'none' || !tookPart(state, command.agency)) {
          throw new Refusal('suggestion.unknown', 'no such suggestion')
        }
        const { addressee } = state.received
        if (command.agency !== addressee) throw new Refusal('suggestion.not-addressee', 'only the addressee answers')
        if (state.status === 'answered') throw new Refusal('suggestion.answered', 'it has been answered')
        return [{ type: 'suggestion.answered.v1', data: { addressee, ...command.answer } }]
      }
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'suggestion.received.v1':
        return { status: 'received', received: event.data }
      case 'suggestion.answered.v1':
        return state.status === 'none' ? state : { ...state, status: 'answered' }
    }
  }
}

/** Whoever wrote it and whoever was written to. */
export function tookPart(state: SuggestionState, agency: string): boolean {
  return state.status !== 'none' && [state.received.issuer, state.received.addressee].includes(agency)
}
