import type { Title } from '@wuhu/contracts'

/** What an agency sends to others: 线索、协查、移送、会商. */
export const sentKinds = ['clue', 'assistance', 'transfer', 'consultation'] as const
export type SentKind = (typeof sentKinds)[number]

/** As far as whoever sent it has to know. */
export interface SentThing {
  /** Agencies that sent it, and may ask. */
  readonly senders: readonly string[]
  readonly caseNumber?: string
  readonly title: string
  readonly status: string
  /** Who has to act now: an agency, the office 办公室, or a body outside by its name. */
  readonly holder?: { readonly agency: string } | { readonly office: true } | { readonly outside: string }
  readonly outcome?: string
  readonly open: boolean
}

/** One kind of thing: how its events are followed, and how its states read. */
export interface SentFollower<Memory> {
  readonly kind: SentKind
  /** The part of the event types before the first dot. */
  readonly aggregate: string
  /** @param actor code of the agency that did it. Undefined: the event begins nothing that is known. */
  follow(memory: Memory | undefined, event: { type: string; data: unknown }, actor: string): Memory | undefined
  show(memory: Memory): SentThing
  /** What a status is called, and what comes next; without `next` nothing does. */
  readonly words: Readonly<Record<string, Words>>
}

export interface Words {
  readonly state: Title
  readonly next?: Title
}

export const words = (zh: string, en: string, nextZh?: string, nextEn?: string): Words => ({
  state: { zh, en },
  ...(nextZh !== undefined && nextEn !== undefined && { next: { zh: nextZh, en: nextEn } })
})
