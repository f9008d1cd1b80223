import type { AssistEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { requireApproval, requireLeader, requireStanding } from './assistance-approval.ts'
import {
  type Assistance,
  type AssistanceCommand,
  type AssistanceState,
  type AssistanceStatus,
  involved
} from './assistance-state.ts'

type Event = AssistEvent
type Follow = Exclude<AssistanceCommand, { do: 'request' | 'request-outside' }>

/** 协查 from the letter to its filing. */
export const assistance: Decider<AssistanceState, AssistanceCommand, Event> = {
  initial: { status: 'none' },
  decide(command, state, now) {
    if (command.do === 'request' || command.do === 'request-outside') return request(command, state, now)
    if (state.status === 'none' || !involved(state, command.agency)) {
      throw new Refusal('assistance.unknown', 'no such assistance')
    }
    requireSide(command, state)
    return follow(command, state, now)
  },
  evolve
}

type Request = Extract<AssistanceCommand, { do: 'request' | 'request-outside' }>

function request(command: Request, state: AssistanceState, now: string): Event[] {
  if (state.status !== 'none') throw new Refusal('assistance.exists', `is ${state.status}`)
  const { agency: requester, letter } = command
  if (command.do === 'request') {
    if (command.letter.addressee === requester)
      throw new Refusal('assistance.own-addressee', 'an agency cannot ask itself')
    requireRegistered(command.registered)
  }
  requireApproval(letter.approver, letter.items)
  requireStanding(command.approverStands)
  if (letter.dueAt !== undefined) requireLater(letter.dueAt, now)
  if (command.do === 'request') return [{ type: 'assist.requested.v1', data: { ...command.letter, requester } }]
  return [{ type: 'assist.external-requested.v1', data: { ...command.letter, requester } }]
}

const requesterSide: readonly Follow['do'][] = ['import-reply', 'request-supplement', 'confirm', 'withdraw', 'close']

/** Only the agency that has the letter answers it; only the one that wrote it says whether the answer will do. */
function requireSide(command: Follow, { letter, addressee }: Assistance): void {
  if (requesterSide.includes(command.do)) {
    if (command.agency !== letter.requester)
      throw new Refusal('assistance.not-requester', `${command.do} is for the requester`)
  } else if (command.agency !== addressee) {
    throw new Refusal('assistance.not-addressee', `${command.do} is for the present addressee`)
  }
}

function follow(command: Follow, state: Assistance, now: string): Event[] {
  const { status } = state
  const addressee = command.agency
  switch (command.do) {
    case 'receive':
      if (status === 'received') return []
      requireStatus(state, 'sent')
      return [{ type: 'assist.received.v1', data: { addressee } }]
    case 'accept':
      if (status === 'accepted' && !state.extended && state.dueAt === command.dueAt) return []
      requireStatus(state, 'received')
      if (command.dueAt !== undefined) requireLater(command.dueAt, now)
      return [{ type: 'assist.accepted.v1', data: { addressee, ...dueOn(command.dueAt) } }]
    case 'refuse':
      requireStatus(state, 'received')
      return [{ type: 'assist.refused.v1', data: { addressee, reason: command.reason } }]
    case 'forward':
      return forward(command, state)
    case 'extend':
      return extend(command, state, now)
    case 'reply':
      requireStatus(state, 'accepted', 'supplement-requested')
      return [{ type: 'assist.replied.v1', data: { round: state.rounds + 1, ...command.reply } }]
    case 'import-reply':
      return importReply(command, state, now)
    case 'request-supplement':
      requireStatus(state, 'replied')
      if (command.wanted.dueAt !== undefined) requireLater(command.wanted.dueAt, now)
      return [{ type: 'assist.supplement-requested.v1', data: command.wanted }]
    case 'confirm':
      if (status === 'confirmed') return []
      requireStatus(state, 'replied')
      return [{ type: 'assist.confirmed.v1', data: noted(command.note) }]
    case 'withdraw':
      if (state.rounds > 0) throw new Refusal('assistance.already-replied', 'there is a reply; confirm it instead')
      requireStatus(state, 'sent', 'received', 'accepted')
      return [{ type: 'assist.withdrawn.v1', data: { reason: command.reason } }]
    case 'close': {
      if (status === 'closed') return []
      requireStatus(state, 'confirmed', 'refused')
      const outcome = status === 'refused' ? 'refused' : 'answered'
      return [{ type: 'assist.closed.v1', data: { outcome, ...noted(command.note) } }]
    }
  }
}

function forward(command: Extract<Follow, { do: 'forward' }>, state: Assistance): Event[] {
  requireStatus(state, 'received')
  const { to, reason } = command
  requireRegistered(command.registered)
  if (to === state.letter.requester) throw new Refusal('assistance.forward-to-requester', 'refuse it instead')
  if (to === command.agency || state.former.includes(to)) {
    throw new Refusal('assistance.forward-circle', 'that agency has had the letter; a letter does not go in circles')
  }
  const { withinSystem: _, ...letter } = state.letter
  const within = command.withinSystem === undefined ? {} : { withinSystem: command.withinSystem }
  return [{ type: 'assist.forwarded.v1', data: { ...letter, ...within, from: command.agency, to, reason } }]
}

/** The paper of a body outside, as its addressee, the requester, took it in. */
function importReply(command: Extract<Follow, { do: 'import-reply' }>, state: Assistance, now: string): Event[] {
  if (state.external === undefined) throw new Refusal('assistance.not-external', 'its addressee answers here itself')
  requireStatus(state, 'sent', 'supplement-requested')
  const { reply } = command
  if (Date.parse(`${reply.repliedOn}T00:00:00+08:00`) > Date.parse(now)) {
    throw new Refusal('assistance.reply-in-future', 'the day of the reply has not come yet')
  }
  return [{ type: 'assist.external-answered.v1', data: { round: state.rounds + 1, ...reply } }]
}

/** Once, told before the promised day has passed (程序规定 article 45 for market regulators; house rule for the rest). */
function extend(command: Extract<Follow, { do: 'extend' }>, state: Assistance, now: string): Event[] {
  requireStatus(state, 'accepted')
  const { dueAt, reason, approver } = command
  if (state.extended) throw new Refusal('assistance.extended-before', 'a period is extended once')
  requireLeader(approver)
  requireStanding(command.approverStands)
  const { dueAt: previousDueAt } = state
  if (previousDueAt === undefined) {
    if (dueAt !== undefined) requireLater(dueAt, now)
    return [{ type: 'assist.extended.v1', data: { ...dueOn(dueAt), reason, approver } }]
  }
  if (Date.parse(now) > Date.parse(previousDueAt)) throw new Refusal('assistance.overdue', 'the period has run out')
  if (dueAt === undefined || Date.parse(dueAt) <= Date.parse(previousDueAt)) {
    throw new Refusal('assistance.extension-not-later', 'a promised day is extended to a later one')
  }
  return [{ type: 'assist.extended.v1', data: { previousDueAt, dueAt, reason, approver } }]
}

const dueOn = (dueAt: string | undefined) => (dueAt === undefined ? {} : { dueAt })
const noted = (note: string | undefined) => (note === undefined ? {} : { note })

function requireRegistered(registered: boolean): void {
  if (!registered) throw new Refusal('agency.unknown', 'the directory has no such agency')
}

function requireStatus(state: Assistance, ...allowed: AssistanceStatus[]): void {
  if (!allowed.includes(state.status)) {
    throw new Refusal(`assistance.not-${allowed[0]}`, `is ${state.status}, must be ${allowed.join(' or ')}`)
  }
}

function requireLater(dueAt: string, now: string): void {
  if (Date.parse(dueAt) <= Date.parse(now)) throw new Refusal('assistance.due-past', 'a period must end in the future')
}

function evolve(state: AssistanceState, event: Event): AssistanceState {
  if (event.type === 'assist.requested.v1' || event.type === 'assist.external-requested.v1') return sent(event.data)
  if (state.status === 'none') return state
  switch (event.type) {
    case 'assist.received.v1':
      return { ...state, status: 'received' }
    case 'assist.accepted.v1':
      return { ...state, status: 'accepted', ...dueOn(event.data.dueAt) }
    case 'assist.refused.v1':
      return { ...state, status: 'refused' }
    case 'assist.forwarded.v1': {
      const { from, to, withinSystem } = event.data
      const { withinSystem: _, ...carried } = state.letter
      const letter = { ...carried, ...(withinSystem !== undefined && { withinSystem }) }
      return { ...state, status: 'sent', letter, addressee: to, former: [...state.former, from] }
    }
    case 'assist.extended.v1':
      return { ...state, ...dueOn(event.data.dueAt), extended: true }
    case 'assist.external-answered.v1': {
      const { round: rounds, outcome } = event.data
      return { ...state, status: outcome === 'refused' ? 'refused' : 'replied', rounds }
    }
    case 'assist.replied.v1':
      return { ...state, status: 'replied', rounds: event.data.round }
    case 'assist.supplement-requested.v1':
      return { ...state, status: 'supplement-requested', ...(event.data.dueAt && { dueAt: event.data.dueAt }) }
    case 'assist.confirmed.v1':
      return { ...state, status: 'confirmed' }
    case 'assist.withdrawn.v1':
      return { ...state, status: 'withdrawn' }
    case 'assist.closed.v1':
      return { ...state, status: 'closed' }
  }
}

type Sent = Extract<Event, { type: 'assist.requested.v1' | 'assist.external-requested.v1' }>['data']

function sent(data: Sent): Assistance {
  const begun = { status: 'sent', former: [], extended: false, rounds: 0 } as const
  if ('external' in data) {
    const { external, ...letter } = data
    return { ...begun, letter, external }
  }
  const { addressee, ...letter } = data
  return { ...begun, letter, addressee }
}
