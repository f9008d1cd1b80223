import type { Actor, AudienceEntry, CaseEvent } from '@wuhu/contracts'
import { audienceOf, formats } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { assertNoOpenWork } from './open-work.ts'

export const numberKinds = ['case-source', 'document', 'police', 'procuratorate', 'court', 'other'] as const
export type NumberKind = (typeof numberKinds)[number]

/** A case 案源: one number, the agencies that take part, and the numbers they know it by. */
export interface CaseState {
  readonly status: 'none' | 'open' | 'closed'
  readonly number: string
  readonly openedBy: string
  readonly title: string
  /** The agencies that take part, the office among them; they are the audience of what happens to the case. */
  readonly parties: readonly string[]
  readonly linked: readonly { readonly agency: string; readonly kind: NumberKind; readonly linked: string }[]
}

export type CaseCommand =
  /** `offices` take part in every case; `clue` is what the case was opened for. */
  | { do: 'open'; number: string; by: Actor; title: string; clue?: string; offices?: readonly string[] }
  | { do: 'link-number'; by: Actor; linked: string; kind?: NumberKind }
  | { do: 'add-party'; by: Actor; agency: string; ground: 'party'; history: boolean; reason?: string }
  /** `office`: whether the agency runs the office; `openWork`: whether other services still do something on it. */
  | { do: 'close'; by: Actor; reason: string; office: boolean; openWork: boolean }

/** The case register 案源信息统一管理. Any party may widen the circle or link its number; each step names its maker. */
export const caseRegister: Decider<CaseState, CaseCommand, CaseEvent> = {
  initial: { status: 'none', number: '', openedBy: '', title: '', parties: [], linked: [] },

  decide(command, state) {
    switch (command.do) {
      case 'open': {
        if (state.status !== 'none') throw new Refusal('case.exists', `case ${command.number} is ${state.status}`)
        const { number, title, clue, by, offices = [] } = command
        const parties = [...new Set([by.agency, ...offices])]
        return [
          {
            type: 'case.opened.v1',
            data: { number, title, openedBy: by.agency, parties, ...(clue !== undefined && { clue }) }
          }
        ]
      }
      case 'link-number': {
        const agency = partyIn(state, command.by)
        const { linked } = command
        const kind = command.kind ?? kindOf(linked)
        if (!kind || !fits(linked, kind)) {
          throw new Refusal(
            'case.number-malformed',
            `the number is not written as a ${kind ?? 'known kind of'} number is`
          )
        }
        if (state.linked.some((known) => known.agency === agency && known.linked === linked)) return []
        assertOpen(state)
        return [{ type: 'case.number-linked.v1', data: { number: state.number, agency, kind, linked } }]
      }
      case 'add-party': {
        partyIn(state, command.by)
        if (state.parties.includes(command.agency)) return []
        assertOpen(state)
        const { agency, history, reason } = command
        return [
          {
            type: 'case.party-added.v1',
            data: { number: state.number, agency, title: state.title, history, ...(reason !== undefined && { reason }) }
          }
        ]
      }
      case 'close': {
        const agency = partyIn(state, command.by)
        if (agency !== state.openedBy && !command.office) {
          throw new Refusal('case.closer', 'a case is closed by the agency that opened it or by the office')
        }
        if (state.status === 'closed') return []
        assertNoOpenWork('case', command.openWork)
        return [{ type: 'case.closed.v1', data: { number: state.number, reason: command.reason } }]
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'case.opened.v1':
        return {
          ...state,
          status: 'open',
          number: event.data.number,
          openedBy: event.data.openedBy,
          title: event.data.title,
          parties: event.data.parties
        }
      case 'case.number-linked.v1': {
        const { agency, kind, linked } = event.data
        return { ...state, linked: [...state.linked, { agency, kind, linked }] }
      }
      case 'case.party-added.v1':
        return { ...state, parties: [...new Set([...state.parties, event.data.agency])] }
      case 'case.closed.v1':
        return { ...state, status: 'closed' }
    }
  }
}

/** Who may see what happened to a case: its parties at that moment, and whoever did it. */
export function caseAudience(state: CaseState, publisher: string): AudienceEntry[] {
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    ...state.parties.map((agency) => ({ agency, ground: 'party' as const }))
  )
}

/** A case that one takes no part in is answered like one that does not exist. */
function partyIn(state: CaseState, { agency }: Actor): string {
  if (!state.parties.includes(agency)) throw new Refusal('case.unknown', 'there is no such case')
  return agency
}

function assertOpen(state: CaseState): void {
  if (state.status !== 'open') throw new Refusal('case.closed', `case ${state.number} is closed`)
}

/** What a number looks like, or undefined when it looks like none that has a rule. */
function kindOf(linked: string): NumberKind | undefined {
  return (['court', 'document', 'case-source'] as const).find((kind) => fits(linked, kind))
}

/** 公安文号 and 检察文号 are written as document numbers are. */
function fits(linked: string, kind: NumberKind): boolean {
  switch (kind) {
    case 'court':
      return formats['court-case-number']?.(linked) ?? false
    case 'document':
    case 'police':
    case 'procuratorate':
      return formats['document-number']?.(linked) ?? false
    case 'case-source':
      return formats['case-source-number']?.(linked) ?? false
    case 'other':
      return linked.length <= 64 && (formats.text?.(linked) ?? false)
  }
}
