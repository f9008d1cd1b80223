import type { OfficerRole } from '@wuhu/contracts'
import type { Messages } from '@wuhu/host'
import english from './messages/en.json' with { type: 'json' }
import chinese from './messages/zh-CN.json' with { type: 'json' }

/** Titles of the console's own refusals, by problem code. */
export const messages: Messages = { zh: chinese.problems, en: english.problems }

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

export type TextKey = keyof typeof chinese.pages

/** The texts of pages in one language. */
export type Texts = (key: TextKey) => string

export const textsIn =
  (language: Language): Texts =>
  (key) =>
    (language === 'en' ? english : chinese).pages[key]

/** What a role 岗位 is called. */
export const roleName = (language: Language, role: OfficerRole): string =>
  (language === 'en' ? english : chinese).roles[role]

/**
 * The language that was chosen; else, of the two, the one that the browser prefers (RFC 9110, 12.5.4, without weights:
 * browsers send them in order); else Chinese.
 */
export function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  const known = languages.find((one) => one === chosen)
  if (known) return known
  const wanted = (accepted ?? '').split(',').map((one) => one.trim().toLowerCase())
  return wanted.find((one) => /^(?:zh|en)\b/.test(one))?.startsWith('en') ? 'en' : 'zh-CN'
}
