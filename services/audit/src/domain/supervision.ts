import type { SuperviseEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { requireConvener, requireOffice } from './acting.ts'
import { demandOf, documentOf, proposalOf, requireDays, requireIssuer } from './supervision-guards.ts'
import {
  involvedIn,
  type Supervision,
  type SupervisionCommand,
  type SupervisionState,
  type SupervisionStatus
} from './supervision-state.ts'

type Event = SuperviseEvent
type Follow = Exclude<SupervisionCommand, { do: 'propose' }>

/** The target has the card and its clock runs. */
const running: readonly SupervisionStatus[] = ['issued', 'acknowledged', 'rejected']

/** 督办 from its proposal to 销号. A machine may propose; whatever leaves the office, a named person decided. */
export const supervision: Decider<SupervisionState, SupervisionCommand, Event> = {
  initial: { status: 'none' },
  decide(command, state) {
    if (command.do === 'propose') {
      const data = proposalOf(command)
      return state.status === 'none' ? [{ type: 'supervise.proposed.v1', data }] : []
    }
    if (state.status === 'none' || !involvedIn(state, command.by.agency)) {
      throw new Refusal('supervision.unknown', 'no such supervision')
    }
    requireSide(command, state)
    return follow(command, state)
  },
  evolve
}

const targetSide: readonly Follow['do'][] = ['acknowledge', 'report']

function requireSide({ do: name, by }: Follow, { proposal }: Supervision): void {
  const side = targetSide.includes(name) ? proposal.target : proposal.issuer
  if (by.agency === side) return
  const code = side === proposal.target ? 'supervision.not-target' : 'supervision.not-issuer'
  throw new Refusal(code, `${name} is not for this agency`)
}

function follow(command: Follow, state: Supervision): Event[] {
  const { status, proposal, rounds } = state
  const { target, issuer, subject, title, reason } = proposal
  switch (command.do) {
    case 'dismiss': {
      const approver = requireIssuer(command.by)
      if (status === 'dismissed') return []
      requireStatus(state, 'proposed')
      return [{ type: 'supervise.dismissed.v1', data: { reason: command.reason, approver } }]
    }
    case 'issue': {
      const approver = requireIssuer(command.by)
      if (proposal.form === 'letter') {
        throw new Refusal('supervision.not-assessable', 'court and procuratorate are asked by letter')
      }
      requireStatus(state, 'proposed')
      const { days } = command
      requireDays(days, command.rules)
      const document = documentOf(command.by, command.document)
      const demand = demandOf(state, command.demand)
      const head = { target, issuer, subject, document, ...numbered(command) }
      return [{ type: 'supervise.issued.v1', data: { ...head, title, reason, demand, days, approver } }]
    }
    case 'send-letter': {
      const approver = requireIssuer(command.by)
      if (proposal.form === 'card') throw new Refusal('supervision.assessable', 'a card is issued to this agency')
      if (status === 'letter-sent') return []
      requireStatus(state, 'proposed')
      const text = demandOf(state, command.text)
      const head = { target, issuer, subject, ...numbered(command) }
      return [{ type: 'supervise.letter-sent.v1', data: { ...head, title, text, approver } }]
    }
    case 'acknowledge':
      if (status === 'acknowledged') return []
      requireStatus(state, 'issued')
      return [{ type: 'supervise.acknowledged.v1', data: { target } }]
    case 'report':
      requireStatus(state, 'acknowledged', 'rejected')
      return [{ type: 'supervise.reported.v1', data: { target, round: rounds + 1, ...command.report } }]
    case 'accept': {
      const approver = requireIssuer(command.by)
      if (status === 'accepted') return []
      requireStatus(state, 'reported')
      return [{ type: 'supervise.accepted.v1', data: { round: rounds, ...noted(command), approver } }]
    }
    case 'reject': {
      const approver = requireIssuer(command.by)
      requireStatus(state, 'reported')
      requireDays(command.days, command.rules)
      const { reason, days } = command
      return [{ type: 'supervise.rejected.v1', data: { round: rounds, reason, days, approver } }]
    }
    case 'find-overdue': {
      const { deadline, dueAt, since } = command
      const ofThisPeriod = Date.parse(dueAt) > Date.parse(since)
      if (!running.includes(status) || state.overdue === deadline || !ofThisPeriod) return []
      return [{ type: 'supervise.overdue-found.v1', data: { target, deadline, dueAt } }]
    }
    case 'yellow-card':
    case 'red-card':
    case 'escalate':
      return press(command, state)
    case 'close': {
      const approver = requireIssuer(command.by)
      if (status === 'closed') return []
      requireStatus(state, 'accepted')
      return [{ type: 'supervise.closed.v1', data: { ...noted(command), ...numbered(command), approver } }]
    }
    case 'cancel': {
      const approver = requireIssuer(command.by)
      if (status === 'cancelled') return []
      requireStatus(state, 'issued', 'acknowledged', 'reported', 'rejected')
      return [{ type: 'supervise.cancelled.v1', data: { reason: command.reason, approver } }]
    }
  }
}

type Press = Extract<Follow, { do: 'yellow-card' | 'red-card' | 'escalate' }>

/** 黄牌 of the office, then 红牌 and 提级 of the convener 召集人, one after the other, while the card is overdue. */
function press({ do: name, by, reason }: Press, state: Supervision): Event[] {
  const { target } = state.proposal
  const approver = name === 'yellow-card' ? requireOffice(by) : requireConvener(by)
  if (name === 'yellow-card' && state.card !== 'none') return []
  if (name === 'red-card' && state.card === 'red') return []
  if (name === 'escalate' && state.escalated) return []
  requireStatus(state, ...running)
  if (state.overdue === undefined) throw new Refusal('supervision.not-overdue', 'its period has not run out')
  if (name === 'escalate') {
    if (state.card !== 'red') throw new Refusal('supervision.no-red', 'a red card comes first')
    return [{ type: 'supervise.escalated.v1', data: { target, reason, approver } }]
  }
  if (name === 'red-card' && state.card !== 'yellow') {
    throw new Refusal('supervision.no-yellow', 'a yellow card comes first')
  }
  const colour = name === 'red-card' ? 'red' : 'yellow'
  return [{ type: 'supervise.carded.v1', data: { target, colour, reason, approver } }]
}

const noted = ({ note }: { note?: string }) => (note === undefined ? {} : { note })
const numbered = ({ documentNumber }: { documentNumber?: string }) =>
  documentNumber === undefined ? {} : { documentNumber }

function requireStatus({ status }: Supervision, ...allowed: SupervisionStatus[]): void {
  if (allowed.includes(status)) return
  throw new Refusal('supervision.wrong-status', `is ${status}; possible when ${allowed.join(', ')}`)
}

function evolve(state: SupervisionState, event: Event): SupervisionState {
  if (event.type === 'supervise.proposed.v1') {
    return { status: 'proposed', proposal: event.data, rounds: 0, card: 'none', escalated: false }
  }
  if (state.status === 'none') return state
  switch (event.type) {
    case 'supervise.dismissed.v1':
      return { ...state, status: 'dismissed' }
    case 'supervise.issued.v1':
      return { ...state, status: 'issued' }
    case 'supervise.letter-sent.v1':
      return { ...state, status: 'letter-sent' }
    case 'supervise.acknowledged.v1':
      return { ...state, status: 'acknowledged' }
    case 'supervise.reported.v1':
      return { ...state, status: 'reported', rounds: event.data.round }
    case 'supervise.accepted.v1':
      return { ...state, status: 'accepted' }
    case 'supervise.rejected.v1': {
      const { overdue: _, ...rest } = state
      return { ...rest, status: 'rejected' }
    }
    case 'supervise.overdue-found.v1':
      return { ...state, overdue: event.data.deadline }
    case 'supervise.carded.v1':
      return { ...state, card: event.data.colour }
    case 'supervise.escalated.v1':
      return { ...state, escalated: true }
    case 'supervise.closed.v1':
      return { ...state, status: 'closed' }
    case 'supervise.cancelled.v1':
      return { ...state, status: 'cancelled' }
  }
}
