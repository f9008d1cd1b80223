import type { AudienceEntry, ClueEvent, Ground } from '@wuhu/contracts'
import { audienceOf } from '@wuhu/contracts'

/** 草稿、已登记、已分办、核查中、已中止、已退回、已并案、立案、不予立案、已报送移送、已作决定、移送公安、已反馈、已归档、重启. */
export const clueStatuses = [
  'draft',
  'registered',
  'assigned',
  'verifying',
  'suspended',
  'returned',
  'merged',
  'filed',
  'not-filed',
  'referred',
  'concluded',
  'transferred',
  'feedback-given',
  'archived',
  'reopened'
] as const
export type ClueStatus = (typeof clueStatuses)[number]

/** A lead 线索, as far as the rules need to know it. */
export interface ClueState {
  readonly status: 'none' | ClueStatus
  readonly title: string
  /** The agency that received it. */
  readonly intake: string
  readonly caseNumber?: string
  /** Agencies whose leads were merged into this one: they follow it as if it were theirs. */
  readonly contributors: readonly string[]
  /** 经办机关. After a return nobody, after a reopening still the last one. */
  readonly assignee?: string
  /** The member that the lead was referred to. */
  readonly referredTo?: string
  readonly matches: readonly string[]
  /** Leads merged into this one. */
  readonly absorbed: readonly string[]
  readonly mergedInto?: string
  readonly dueAt?: string
  readonly extensions: number
  readonly outcome?: 'filed' | 'not-filed' | 'referred' | 'transferred'
  /** Whether the agency that received it can tell an identified reporter 实名举报人. */
  readonly reporterKnown: boolean
  /** The reporter was told of the decision that stands now. */
  readonly informed: boolean
  readonly assessedUpper: boolean
  readonly disputed: boolean
  /** A crime is suspected 涉嫌犯罪: the filing says why. */
  readonly crimeSuspected: boolean
  /** Where it goes on after a suspension. */
  readonly suspendedIn?: 'verifying' | 'filed' | 'feedback-given'
  /** How the filed case was decided 处理决定. */
  readonly penalty?: Extract<ClueEvent, { type: 'clue.penalty-decided.v1' }>['data']['outcome']
  /** The penalty was made public. */
  readonly published: boolean
  readonly penaltyExtensions: number
  /** The transfer 移送 by which it went to the police, and where it goes on when it comes back. */
  readonly transfer?: string
  readonly transferredIn?: 'verifying' | 'filed' | 'concluded'
}

export const noClue: ClueState = {
  status: 'none',
  title: '',
  intake: '',
  contributors: [],
  matches: [],
  absorbed: [],
  extensions: 0,
  reporterKnown: false,
  informed: false,
  assessedUpper: false,
  disputed: false,
  crimeSuspected: false,
  published: false,
  penaltyExtensions: 0
}

/** What an event means for the lead. */
export function evolveClue(state: ClueState, event: ClueEvent): ClueState {
  switch (event.type) {
    case 'clue.received.v1': {
      const { title, intake, reporterToken } = event.data
      return { ...state, status: 'draft', title, intake, reporterKnown: reporterToken !== undefined }
    }
    case 'clue.registered.v1':
      return { ...state, status: 'registered', caseNumber: event.data.caseNumber }
    case 'clue.matched.v1':
      return { ...state, matches: [...state.matches, event.data.other] }
    case 'clue.merged.v1': {
      const { into, absorbed, intakes = [] } = event.data
      if (into !== undefined) return { ...state, status: 'merged', mergedInto: into }
      const contributors = distinct([...state.contributors, ...intakes]).filter((agency) => agency !== state.intake)
      return { ...state, contributors, absorbed: [...state.absorbed, ...(absorbed === undefined ? [] : [absorbed])] }
    }
    case 'clue.assigned.v1':
      return { ...state, status: 'assigned', assignee: event.data.to, dueAt: event.data.dueAt, extensions: 0 }
    case 'clue.accepted.v1':
      return { ...state, status: 'verifying' }
    case 'clue.suspended.v1':
      return { ...state, status: 'suspended', suspendedIn: suspendedIn(state) }
    case 'clue.resumed.v1': {
      const { suspendedIn: status = 'verifying', ...rest } = state
      return { ...rest, status }
    }
    case 'clue.returned.v1': {
      const { assignee, dueAt, ...rest } = state
      return { ...rest, status: 'returned' }
    }
    case 'clue.extended.v1':
      return { ...state, dueAt: event.data.dueAt, extensions: state.extensions + 1 }
    case 'clue.filed.v1':
      return {
        ...{ ...state, status: 'filed', outcome: 'filed' },
        crimeSuspected: event.data.crimeSigns !== undefined
      }
    case 'clue.not-filed.v1':
      return { ...state, status: 'not-filed', outcome: 'not-filed' }
    case 'clue.referred.v1': {
      const { to } = event.data
      return { ...state, status: 'referred', outcome: 'referred', ...(to !== undefined && { referredTo: to }) }
    }
    case 'clue.feedback-given.v1':
      return { ...state, status: 'feedback-given' }
    case 'clue.archived.v1':
      return { ...state, status: 'archived' }
    case 'clue.reopened.v1': {
      const { outcome, dueAt, penalty, transfer, transferredIn, ...rest } = state
      const anew = { informed: false, assessedUpper: false, disputed: false, published: false, penaltyExtensions: 0 }
      return { ...rest, ...anew, crimeSuspected: false, status: 'reopened' }
    }
    case 'clue.assessed-upper.v1':
      return { ...state, assessedUpper: true }
    case 'clue.jurisdiction-disputed.v1':
      return { ...state, disputed: true }
    case 'clue.jurisdiction-settled.v1':
      return { ...state, disputed: false }
    case 'clue.reporter-informed.v1':
      return { ...state, informed: true }
    case 'clue.penalty-extended.v1':
      return { ...state, penaltyExtensions: state.penaltyExtensions + 1 }
    case 'clue.penalty-decided.v1':
      return { ...state, status: 'concluded', penalty: event.data.outcome }
    case 'clue.penalty-published.v1':
      return { ...state, published: true }
    case 'clue.transferred.v1': {
      const { suspendedIn: _, ...rest } = state
      const { transfer } = event.data
      return { ...rest, status: 'transferred', outcome: 'transferred', transfer, transferredIn: transferredIn(state) }
    }
    case 'clue.taken-back.v1': {
      const { outcome: _, transferredIn: status = 'verifying', ...rest } = state
      const anew = { informed: false, assessedUpper: false, disputed: false }
      return { ...rest, ...anew, status, ...(status !== 'verifying' && { outcome: 'filed' }) }
    }
  }
}

const suspendedIn = ({ status }: ClueState) =>
  status === 'filed' || status === 'feedback-given' ? status : 'verifying'

function transferredIn({ outcome, penalty }: ClueState): 'verifying' | 'filed' | 'concluded' {
  if (outcome !== 'filed') return 'verifying'
  return penalty === undefined ? 'filed' : 'concluded'
}

/** The agencies that sent the lead: they are told what becomes of it. */
export function senders({ intake, contributors }: ClueState): string[] {
  return [intake, ...contributors]
}

/**
 * On what ground an agency sees the lead now; undefined: not at all. A draft is its writer's alone. An agency that
 * returned the lead has no more need to know.
 */
export function clueGround(state: ClueState, agency: string, offices: readonly string[]): Ground | undefined {
  if (state.status === 'none') return undefined
  if (senders(state).includes(agency) || state.assignee === agency) return 'party'
  if (state.status !== 'draft' && offices.includes(agency)) return 'party'
  return state.referredTo === agency ? 'addressee' : undefined
}

/**
 * Who may ever see an event: the snapshot at the moment it happens. Which other lead resembles this one is nothing for
 * whoever it is referred to; that a reporter is known is the intake agency's and the office's.
 */
export function clueAudience(
  state: ClueState,
  publisher: string,
  offices: readonly string[],
  type?: ClueEvent['type']
): AudienceEntry[] {
  const told = (agency: string, ground: Ground) => {
    if (type === 'clue.reporter-informed.v1') return agency === state.intake || offices.includes(agency)
    return type !== 'clue.matched.v1' || ground !== 'addressee'
  }
  const agencies = distinct([...senders(state), state.assignee, ...offices, state.referredTo])
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    ...agencies.map((agency) => {
      const ground = clueGround(state, agency, offices)
      return ground && told(agency, ground) ? { agency, ground } : undefined
    })
  )
}

const distinct = (agencies: readonly (string | undefined)[]) =>
  [...new Set(agencies)].filter((agency) => agency !== undefined)
