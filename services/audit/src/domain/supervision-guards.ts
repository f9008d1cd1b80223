import { beijingTime, type OfficerRole } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type Acting, type Approver, leaderRoles, officeRoles, requireOfficer, requireRegistered } from './acting.ts'
import type {
  Breach,
  DocumentKind,
  Proposal,
  Subject,
  Supervision,
  SupervisionCommand,
  SupervisionRules
} from './supervision-state.ts'

type Propose = Extract<SupervisionCommand, { do: 'propose' }>

/** Of these only a missed clock is anybody's business: what was decided in them is reviewed elsewhere, or by nobody. */
const decidedElsewhere = ['transfer', 'clue', 'case', 'notice']

const isOf = (of: string | undefined, kinds: readonly string[]) =>
  of !== undefined && kinds.includes(of.slice(0, of.indexOf('/')))

/**
 * A missed clock is reported in fixed words and none of the office's own: rule, law and date, whatever it is of. So no card
 * speaks of what was decided (国务院令310 art 17).
 */
const wordsAreFixed = ({ kind }: Subject) => kind === 'missed-clock'

/** 办公室 by its officers, or 司法局 by its leaders. @throws Refusal */
export function requireIssuer(by: Acting): Approver {
  if (!by.office && !by.justice) throw new Refusal('actor.office-only', 'only the office does this')
  const roles: readonly OfficerRole[] = by.office ? officeRoles : leaderRoles
  return requireOfficer(by, roles)
}

/** What a proposal says. Nothing that may not be supervised, or not so, ever becomes one. @throws Refusal */
export function proposalOf(command: Propose): Proposal {
  const { by, origin, target } = command
  if (origin === 'person') requireIssuer(by)
  requireRegistered(target)
  if (command.subject.kind !== 'enforcement' && !by.office) {
    throw new Refusal('actor.office-only', 'the bureau of justice supervises enforcement, the office all else')
  }
  const form = target.assessable ? 'card' : 'letter'
  if (form === 'letter' && !by.office) {
    throw new Refusal('supervision.not-assessable', 'court and procuratorate are not supervised')
  }
  const parties = { target: target.agency, issuer: by.agency, form, origin } as const
  if (command.subject.kind !== 'missed-clock') return { ...parties, ...ownWords(command) }
  const breach = missedClock(command)
  const subject = { kind: 'missed-clock', of: breach.of, deadline: breach.deadline, rule: breach.rule } as const
  if (command.title !== undefined || command.reason !== undefined) throw notTheContent()
  return { ...parties, subject, title: clockTitle(breach), reason: clockReason(breach) }
}

function ownWords({ by, subject, title, reason }: Propose): Pick<Proposal, 'subject' | 'title' | 'reason'> {
  const { kind, of } = subject
  if (isOf(of, decidedElsewhere)) throw notTheContent()
  if (kind === 'task' && !isOf(of, ['task'])) throw new Refusal('supervision.task-required', 'of names a task')
  if (kind === 'enforcement' && !by.justice) {
    throw new Refusal('supervision.justice-only', 'administrative enforcement is supervised by the bureau of justice')
  }
  if (title === undefined || reason === undefined) {
    throw new Refusal('supervision.reason-required', `${kind} needs title and reason`)
  }
  return { subject: { kind, ...(of !== undefined && { of }) }, title, reason }
}

function missedClock({ subject, target, breach, rules }: Propose): Breach {
  if (!breach || subject.deadline !== breach.deadline) {
    throw new Refusal('supervision.no-missed-clock', 'the log has no such missed clock')
  }
  if (breach.holder !== target.agency) {
    throw new Refusal('supervision.not-holder', 'it was another agency that missed the clock')
  }
  if (Object.hasOwn(rules.unsupervised, breach.rule)) {
    throw new Refusal('supervision.rule-excluded', `rule ${breach.rule} is not supervised`)
  }
  return breach
}

const notTheContent = () =>
  new Refusal('supervision.content', 'a missed clock may be taken up, in fixed words; never what was decided')

const clockTitle = ({ rule, name = '' }: Breach) => `${name}（时限${rule}）逾期`
const clockReason = ({ rule, name = '', law, dueAt }: Breach) =>
  `${name}（时限${rule}，依据：${law}）应于${dateOf(dueAt)}前办结，逾期未办。`

/** Day, and time where it is not the end of the day, in Beijing. */
function dateOf(instant: string): string {
  const [day = '', time = ''] = beijingTime(instant).split('T')
  const [year, month, date] = day.split('-').map(Number)
  const end = time.startsWith('23:59') ? '' : time.slice(0, 5)
  return `${year}年${month}月${date}日${end}`
}

/** @throws Refusal `supervision.days` outside what rule E1 allows */
export function requireDays(days: number, { days: { min, max } }: SupervisionRules): void {
  if (days < min || days > max) throw new Refusal('supervision.days', `${min} to ${max} days`)
}

/** 督办单 of the office; one of three documents of the bureau of justice, the notice unless it says otherwise. */
export function documentOf({ office }: Acting, wanted: DocumentKind | undefined): DocumentKind {
  const document = wanted ?? (office ? 'supervision-card' : 'enforcement-notice')
  if ((document === 'supervision-card') !== office) {
    throw new Refusal('supervision.document', `${document} is not a document of this agency`)
  }
  return document
}

/** What is demanded of a target, or asked of court and procuratorate. @throws Refusal */
export function demandOf({ proposal: { subject } }: Supervision, words: string | undefined): string {
  if (wordsAreFixed(subject)) {
    if (words !== undefined) throw notTheContent()
    return '请依规定尽快办结，并书面反馈办理进度。'
  }
  if (words === undefined) throw new Refusal('supervision.demand-required', 'say what is demanded')
  return words
}
