import type { Player } from './member-of.ts'
import type { TimelineEntry } from './published-case.ts'

/**
 * `published`: the source says that it happened. `procedure`: the register asks for it in between. `staged`: it did not
 * happen; so the law would have it.
 */
export type Basis = 'published' | 'procedure' | 'staged'

/** One command of one agency. */
export interface Step {
  readonly kind: 'step'
  readonly agency: Player
  /** What is done, in a few words. */
  readonly what: string
  /** Name of the command, as the NATS door knows it; pathOf() gives its HTTP path. */
  readonly command: string
  /** JSON with placeholders, see fill(). */
  readonly body: Readonly<Record<string, unknown>>
  readonly basis: Basis
  /** 五互 that the source is direct evidence of. */
  readonly mutual?: string
  /** Fields of the body that the source does not give. */
  readonly synthetic: readonly string[]
}

/** An entry of the timeline as published. The steps that come of it follow it; often there are none. */
export interface Note {
  readonly kind: 'note'
  readonly entry: TimelineEntry
}

export interface Story {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly outcome: string
  readonly lines: ReadonlyArray<Step | Note>
}

/** What earlier commands were answered, by which placeholders are filled. */
export interface Known {
  readonly caseNumber?: string
  readonly clue?: string
  readonly assistance?: string
  readonly notice?: string
  readonly consultation?: string
  readonly expert?: string
  readonly transfer?: string
}

/** The event that a command is answered with first. */
export const eventOf: Readonly<Record<string, string>> = {
  'case.open': 'case.opened.v1',
  'case.add-party': 'case.party-added.v1',
  'case.link-number': 'case.number-linked.v1',
  'case.close': 'case.closed.v1',
  'clue.receive': 'clue.received.v1',
  'clue.assign': 'clue.assigned.v1',
  'clue.accept': 'clue.accepted.v1',
  'clue.suspend': 'clue.suspended.v1',
  'clue.resume': 'clue.resumed.v1',
  'clue.file': 'clue.filed.v1',
  'clue.decide-penalty': 'clue.penalty-decided.v1',
  'clue.feedback': 'clue.feedback-given.v1',
  'clue.archive': 'clue.archived.v1',
  'notice.sign': 'info.receipt-signed.v1',
  'assistance.request': 'assist.requested.v1',
  'assistance.receive': 'assist.received.v1',
  'assistance.accept': 'assist.accepted.v1',
  'assistance.reply': 'assist.replied.v1',
  'assistance.confirm': 'assist.confirmed.v1',
  'assistance.close': 'assist.closed.v1',
  'expert.register': 'expert.registered.v1',
  'consultation.propose': 'consult.proposed.v1',
  'consultation.accept': 'consult.accepted.v1',
  'consultation.bring-materials': 'consult.materials-ready.v1',
  'consultation.engage': 'consult.expert-engaged.v1',
  'consultation.convene': 'consult.convened.v1',
  'consultation.hold': 'consult.held.v1',
  'consultation.draft-minutes': 'consult.minutes-drafted.v1',
  'consultation.sign-minutes': 'consult.signature-given.v1',
  'consultation.close': 'consult.closed.v1',
  'transfer.form-team': 'transfer.team-formed.v1',
  'transfer.report': 'transfer.reported.v1',
  'transfer.approve': 'transfer.approved.v1',
  'transfer.send': 'transfer.sent.v1',
  'transfer.receipt': 'transfer.receipted.v1',
  'transfer.accept': 'transfer.accepted.v1',
  'transfer.file': 'transfer.filed.v1',
  'transfer.hand-over-exhibits': 'transfer.exhibits-handed-over.v1',
  'transfer.send-for-prosecution': 'transfer.sent-for-prosecution.v1',
  'transfer.prosecute': 'transfer.prosecuted.v1',
  'transfer.start-reverse': 'transfer.not-prosecuted.v1',
  'transfer.accept-reverse': 'transfer.reverse-accepted.v1',
  'transfer.close-reverse': 'transfer.reverse-closed.v1',
  'transfer.close': 'transfer.closed.v1'
}

const collections: Readonly<Record<string, readonly [path: string, id: string]>> = {
  case: ['/v1/cases', '{caseNumber}'],
  clue: ['/v1/clues', '{clue}'],
  notice: ['/v1/notices', '{notice}'],
  assistance: ['/v1/assistances', '{assistance}'],
  consultation: ['/v1/consultations', '{consultation}'],
  expert: ['/v1/experts', '{expert}'],
  transfer: ['/v1/transfers', '{transfer}']
}

const begins = [
  'case.open',
  'clue.receive',
  'notice.publish',
  'assistance.request',
  'consultation.propose',
  'expert.register'
]

/** The HTTP path of a command, with the placeholder of what it acts on. @throws Error for a command of no collection */
export function pathOf(command: string): string {
  const [kind = '', verb = ''] = command.split('.')
  const found = collections[kind]
  if (!found) throw new Error(`no path for ${command}`)
  const [path, id] = found
  if (command === 'transfer.start-reverse') return `${path}/reverse`
  return begins.includes(command) ? path : `${path}/${id}/${verb}`
}

/**
 * Replaces placeholders in every string of a value: `{caseNumber}`, `{clue}`, `{transfer}` and so on by what is known,
 * `{in 21 days}` by an instant, `{today}` by the day in Beijing.
 * @throws Error for a placeholder of which nothing is known yet
 */
export function fill<T>(value: T, known: Known, now: Date): T {
  if (typeof value === 'string') {
    return value.replaceAll(/\{([a-zA-Z]+)\}|\{in (\d+) days\}/g, (whole, name: string | undefined, days?: string) => {
      if (days !== undefined) return new Date(now.getTime() + Number(days) * 86_400_000).toISOString()
      if (name === 'today') return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
      const found = known[name as keyof Known]
      if (found === undefined) throw new Error(`nothing is known yet of ${whole}`)
      return found
    }) as T
  }
  if (Array.isArray(value)) return value.map((one) => fill(one, known, now)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, known, now)])) as T
}
