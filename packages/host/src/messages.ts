import english from './messages/en.json' with { type: 'json' }
import chinese from './messages/zh-CN.json' with { type: 'json' }

/** Titles by problem code. */
export interface Messages {
  readonly zh: Readonly<Record<string, string>>
  readonly en: Readonly<Record<string, string>>
}

/** The host's own messages with a service's beside them. A code without a message gets its status' title. */
export function createMessages(own: Messages = { zh: {}, en: {} }): Messages {
  return { zh: { ...chinese, ...own.zh }, en: { ...english, ...own.en } }
}

/** Both titles of a problem. */
export function titlesOf(messages: Messages, code: string, status: number): { title: string; title_en: string } {
  const of = (texts: Readonly<Record<string, string>>) => texts[code] ?? texts[`status.${status}`] ?? code
  return { title: of(messages.zh), title_en: of(messages.en) }
}
