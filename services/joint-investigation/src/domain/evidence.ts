import type { EvidenceEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { concerned, type Evidence, type EvidenceCommand, type EvidenceState } from './evidence-state.ts'

/** 证据物品: registered once, handed from agency to agency, each step by two persons, until it is returned or disposed of. */
export const evidence: Decider<EvidenceState, EvidenceCommand, EvidenceEvent> = {
  initial: { status: 'none' },

  decide(command, state, now) {
    if (command.do === 'register') return register(command, state, now)
    if (state.status === 'none' || !concerned(state, command.agency)) {
      throw new Refusal('evidence.unknown', 'no such evidence')
    }
    return step(command, state)
  },

  evolve(state, event) {
    if (event.type === 'evidence.registered.v1') {
      const { caseNumber, holder, requester, kind, number, name } = event.data
      const label = { kind, number, name }
      const registered = { status: 'held', caseNumber, label, holder, holders: [holder] } as const
      return requester === undefined ? registered : { ...registered, requester }
    }
    if (state.status === 'none') return state
    const { towards: _, ...rest } = state
    switch (event.type) {
      case 'evidence.handed-over.v1':
        return { ...state, status: 'in-transit', towards: event.data.to }
      case 'evidence.received.v1': {
        const { by } = event.data
        return { ...rest, status: 'held', holder: by, holders: [...new Set([...state.holders, by])] }
      }
      case 'evidence.returned.v1':
        return { ...rest, status: 'returned' }
      case 'evidence.disposed.v1':
        return { ...rest, status: 'disposed' }
    }
  }
}

type Register = Extract<EvidenceCommand, { do: 'register' }>
type Step = Exclude<EvidenceCommand, Register>

function register(command: Register, state: EvidenceState, now: string): EvidenceEvent[] {
  if (state.status !== 'none') throw new Refusal('evidence.exists', `is ${state.status}`)
  const { item, agency: holder } = command
  twoPersons(item.persons)
  if (Date.parse(item.obtainedAt) > Date.parse(now)) {
    throw new Refusal('evidence.obtained-in-future', 'it cannot have been obtained later than now')
  }
  return [{ type: 'evidence.registered.v1', data: { ...item, holder } }]
}

function step(command: Step, state: Evidence): EvidenceEvent[] {
  const { agency } = command
  switch (command.do) {
    case 'hand-over': {
      holds(state, agency)
      inCustody(state)
      const { handing } = command
      twoPersons(handing.persons)
      if (handing.to === agency) throw new Refusal('evidence.to-oneself', 'it is handed to another agency')
      if (!command.registered) throw new Refusal('agency.unknown', 'the directory has no such agency')
      if (state.towards === handing.to) return []
      return [{ type: 'evidence.handed-over.v1', data: { from: agency, ...state.label, ...handing } }]
    }
    case 'receive': {
      if (state.status === 'held' && state.holder === agency) return []
      if (state.towards !== agency) throw new Refusal('evidence.not-receiver', 'it is not on its way to the agency')
      const { receipt } = command
      twoPersons(receipt.persons)
      if (!receipt.intact && receipt.condition === undefined) {
        throw new Refusal('evidence.damage-unexplained', 'what is not intact needs its condition')
      }
      return [{ type: 'evidence.received.v1', data: { from: state.holder, by: agency, ...receipt } }]
    }
    case 'return': {
      holds(state, agency)
      if (state.status === 'returned') return []
      atHand(state)
      twoPersons(command.returning.persons)
      return [{ type: 'evidence.returned.v1', data: { by: agency, ...command.returning } }]
    }
    case 'dispose': {
      holds(state, agency)
      if (state.status === 'disposed') return []
      atHand(state)
      twoPersons(command.disposal.persons)
      return [{ type: 'evidence.disposed.v1', data: { by: agency, ...command.disposal } }]
    }
  }
}

/** Only the holder hands over, returns and disposes. */
function holds(state: Evidence, agency: string): void {
  if (state.holder !== agency) throw new Refusal('evidence.not-holder', 'only the agency that holds it does this')
}

function inCustody({ status }: Evidence): void {
  if (status === 'returned' || status === 'disposed') throw new Refusal('evidence.gone', `is ${status}`)
}

/** What is on its way has two agencies answering for it: it is signed for first. */
function atHand(state: Evidence): void {
  inCustody(state)
  if (state.status === 'in-transit') throw new Refusal('evidence.in-transit', 'it is on its way to another agency')
}

/** 执法人员不少于两人 (行政处罚法 art 42). */
function twoPersons(persons: readonly string[]): void {
  if (new Set(persons).size < 2) throw new Refusal('evidence.two-persons', 'each step takes two different persons')
}
