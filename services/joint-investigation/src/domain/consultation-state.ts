import type { Actor, ConsultEvent } from '@wuhu/contracts'
import type { Candidate, Concerned } from './conflict-of-interest.ts'

export type DataOf<Type extends ConsultEvent['type']> = Extract<ConsultEvent, { type: Type }>['data']

export type Proposal = DataOf<'consult.proposed.v1'>
export type Question = Omit<Proposal, 'cites'>
export type Attendee = DataOf<'consult.held.v1'>['attendees'][number]
export type Dissent = DataOf<'consult.dissent-recorded.v1'>['dissent']

/** 提请、不予受理、受理、材料齐备、已召集、已召开、纪要会签中、纪要签署完毕、办结. */
export const consultationStatuses = [
  'proposed',
  'declined',
  'accepted',
  'materials-ready',
  'convened',
  'held',
  'minutes-drafted',
  'minutes-signed',
  'closed'
] as const
export type ConsultationStatus = (typeof consultationStatuses)[number]

interface Minutes {
  readonly round: number
  readonly draft: Omit<DataOf<'consult.minutes-drafted.v1'>, 'round'>
  /** `agency/person` of each attendee who has signed this draft. */
  readonly signed: readonly string[]
  readonly dissent: readonly Dissent[]
}

/** An expert or institution that was engaged, and what it came to. */
interface Engagement {
  readonly expert: string
  readonly opinion?: DataOf<'consult.expert-opinion-received.v1'>
}

interface Inquiry {
  readonly inquiry: number
  readonly asked: string
  readonly text: string
  readonly answered: boolean
}

interface FollowUp extends DataOf<'consult.follow-up-assigned.v1'> {
  readonly done: boolean
}

/** 会商: one question, who came together over it, and what they think. */
export interface Consultation {
  readonly status: ConsultationStatus
  readonly question: Question
  /** By agency; without an answer an agency counts as coming. */
  readonly invitations: Readonly<Record<string, 'invited' | 'attends' | 'regrets'>>
  readonly materials?: DataOf<'consult.materials-ready.v1'>
  /** Last opinion that each agency gave. */
  readonly opinions: Readonly<Record<string, Omit<DataOf<'consult.opinion-given.v1'>, 'agency'>>>
  readonly engaged: readonly Engagement[]
  readonly inquiries: readonly Inquiry[]
  readonly meeting?: DataOf<'consult.convened.v1'>
  readonly attendees: readonly Attendee[]
  readonly minutes?: Minutes
  readonly followUps: readonly FollowUp[]
}

export type ConsultationState = { readonly status: 'none' } | Consultation

export interface Given {
  readonly by: Actor
  /** Agencies that run the office 办公室. */
  readonly offices: readonly string[]
}

/** Facts that a decider cannot know come with the command: what the directory, the pool and the register say. */
export type ConsultationCommand = Given &
  (
    | {
        readonly do: 'propose'
        readonly proposal: Omit<Proposal, 'proposer'>
        /** A question of no case: said, not forgotten. */
        readonly general: boolean
        /** One of the five of the five mutuals. */
        readonly core: boolean
        /** The agency may see every consultation that it cites. */
        readonly citable: boolean
      }
    | {
        readonly do: 'accept'
        readonly note?: string
        readonly invite: readonly string[]
        readonly registered: boolean
      }
    | { readonly do: 'decline'; readonly reason: string }
    | {
        readonly do: 'invite'
        readonly agencies: readonly string[]
        readonly note?: string
        readonly registered: boolean
      }
    | { readonly do: 'answer-invitation'; readonly attends: boolean; readonly reason?: string }
    | { readonly do: 'bring-materials'; readonly materials: DataOf<'consult.materials-ready.v1'> }
    | { readonly do: 'give-opinion'; readonly opinion: Omit<DataOf<'consult.opinion-given.v1'>, 'agency'> }
    | {
        readonly do: 'engage'
        /** Undefined: neither pool nor register has such an entry. */
        readonly candidate: Candidate | undefined
        readonly purpose: string
        /** Companies and persons of the case. */
        readonly concerned: readonly Concerned[]
      }
    | {
        readonly do: 'receive-expert-opinion'
        readonly opinion: Omit<DataOf<'consult.expert-opinion-received.v1'>, 'recordedBy'>
      }
    | { readonly do: 'inquire'; readonly asked: string; readonly procuratorate: boolean; readonly text: string }
    | { readonly do: 'answer-inquiry'; readonly inquiry: number; readonly answer: string }
    | { readonly do: 'convene'; readonly meeting: DataOf<'consult.convened.v1'> }
    | { readonly do: 'hold'; readonly heldAt: string; readonly attendees: readonly Attendee[] }
    | {
        readonly do: 'draft-minutes'
        readonly number: string | undefined
        readonly text: string
        readonly conclusion: string
      }
    | { readonly do: 'sign-minutes'; readonly dissent?: string }
    | { readonly do: 'assign-follow-up'; readonly task: Omit<DataOf<'consult.follow-up-assigned.v1'>, 'number'> }
    | { readonly do: 'follow-up'; readonly number: number; readonly result: string }
    | { readonly do: 'close'; readonly reason?: string }
  )

export type On<Do extends ConsultationCommand['do']> = Extract<ConsultationCommand, { do: Do }>

/** Takes part: proposer, office, and whoever was invited and did not send regrets. */
export function participates(state: Consultation, agency: string, offices: readonly string[]): boolean {
  const invitation = state.invitations[agency]
  return (
    state.question.proposer === agency ||
    offices.includes(agency) ||
    (invitation !== undefined && invitation !== 'regrets')
  )
}

/** Whoever is not here cannot tell the consultation from one that does not exist. */
export function involved(state: ConsultationState, agency: string, offices: readonly string[]): boolean {
  return (
    state.status !== 'none' &&
    (participates(state, agency, offices) ||
      state.invitations[agency] !== undefined ||
      state.inquiries.some(({ asked }) => asked === agency))
  )
}

export const signer = ({ agency, person }: Pick<Attendee, 'agency' | 'person'>) => `${agency}/${person}`
