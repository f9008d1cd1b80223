import { beijingTime, type ConsultEvent } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { assertOffice, assertProposerOrOffice, assertStatus } from './consultation-guards.ts'
import { type Consultation, type On, participates } from './consultation-state.ts'

/** Something for one of the agencies to do, by the end of a day. */
export function assignFollowUp(command: On<'assign-follow-up'>, state: Consultation, now: string): ConsultEvent[] {
  assertOffice(command)
  const { owner, dueOn, task } = command.task
  const known = state.followUps.some((one) => one.owner === owner && one.dueOn === dueOn && one.task === task)
  if (known) return []
  assertStatus(state, ['held', 'minutes-drafted', 'minutes-signed'])
  if (!participates(state, owner, command.offices)) {
    throw new Refusal('consultation.owner-not-invited', 'follow-ups are for agencies that take part')
  }
  if (dueOn < beijingTime(now).slice(0, 10)) throw new Refusal('consultation.due-past', 'the day is over')
  const number = state.followUps.length + 1
  return [{ type: 'consult.follow-up-assigned.v1', data: { number, owner, dueOn, task } }]
}

/** Late is better than never: a day that has passed is the deadline's concern. */
export function followUp({ by, number, result }: On<'follow-up'>, state: Consultation): ConsultEvent[] {
  const assigned = state.followUps.find((one) => one.number === number && one.owner === by.agency)
  if (!assigned) throw new Refusal('consultation.follow-up-unknown', 'the agency was assigned no such follow-up')
  if (assigned.done) return []
  assertStatus(state, ['held', 'minutes-drafted', 'minutes-signed'])
  return [{ type: 'consult.followed-up.v1', data: { number, owner: by.agency, result } }]
}

/**
 * Concluded when the minutes are signed and all follow-ups done; with a reason it may end before that: by the office at
 * any time, by whoever proposed it until the agencies have met.
 */
export function close(command: On<'close'>, state: Consultation): ConsultEvent[] {
  assertProposerOrOffice(state, command)
  if (state.status === 'closed') return []
  const { reason, by, offices } = command
  if (reason !== undefined) {
    if (offices.includes(by.agency)) {
      assertOffice(command)
      assertStatus(state, [
        'proposed',
        'accepted',
        'materials-ready',
        'convened',
        'held',
        'minutes-drafted',
        'minutes-signed'
      ])
    } else assertStatus(state, ['proposed', 'accepted', 'materials-ready', 'convened'])
    return [{ type: 'consult.closed.v1', data: { outcome: 'ended', reason } }]
  }
  assertStatus(state, ['minutes-signed'])
  if (state.followUps.some(({ done }) => !done)) {
    throw new Refusal('consultation.follow-ups-open', 'follow-ups are not done; end it with a reason instead')
  }
  return [{ type: 'consult.closed.v1', data: { outcome: 'concluded' } }]
}
