import { dateText, hanDate, hanNumber, timeText } from './dates.ts'

/** What stands where the copy that the reader may see has no value: it was withheld, or never given. */
export const notProvided = '〔未提供〕'

/** What placeholders look values up in: the entry of a repeated section first, then the whole. */
export interface Scope {
  readonly data: Readonly<Record<string, unknown>>
  readonly entry?: unknown
  /** Of the entry, from 1. */
  readonly n?: number
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
}

const placeholder = /\{\{([^{}]*)\}\}/g
const wellFormed = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*(?:\|[a-z-]+(?::[^|]*)?)*$/

type Filter = (value: unknown, argument: string, scope: Scope) => unknown

const filters: Readonly<Record<string, Filter>> = {
  date: (value) => (typeof value === 'string' ? dateText(value) : value),
  'han-date': (value) => (typeof value === 'string' ? hanDate(value) : value),
  time: (value) => (typeof value === 'string' ? timeText(value) : value),
  han: (value) => (typeof value === 'number' ? hanNumber(value) : value),
  yuan: (value) => (typeof value === 'number' ? `${value.toLocaleString('en-US')}元` : value),
  /** The last twelve characters of an identifier: enough to find it by. */
  tail: (value) => (typeof value === 'string' ? value.slice(-12) : value),
  /** Without its closing 。 or ；, for a text that the template ends. */
  bare: (value) => (typeof value === 'string' ? value.replace(/[。；;.\s]+$/, '') : value),
  /** The matter of a title, for another title to be made of: without 关于 and the kind of document. */
  matter: (value) =>
    typeof value === 'string'
      ? value.replace(/^关于/, '').replace(/的?(?:函|复函|通报|通知|报告|简报)?[。；;.\s]*$/, '')
      : value,
  label: (value, name, { labels }) =>
    Array.isArray(value)
      ? value.map((one) => labels?.[name]?.[String(one)] ?? one)
      : (labels?.[name]?.[String(value)] ?? value),
  join: (value, separator) => (Array.isArray(value) ? value.map(String).join(separator || '、') : value),
  or: (value, fallback) => (isGiven(value) ? value : fallback)
}

/** Whether there is something to show: not nothing, no empty text or list. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false && !isEmptyList(value)
}
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

/** The value at a dotted path. */
export function valueAt(path: string, { data, entry, n }: Scope): unknown {
  if (path === 'n') return n
  if (path === 'it') return entry
  const names = path.split('.')
  const first = names[0] ?? ''
  const from = isObject(entry) && Object.hasOwn(entry, first) ? entry : data
  return names.reduce<unknown>(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    from
  )
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A text with its placeholders filled; what is missing reads 〔未提供〕. */
export function fillText(text: string, scope: Scope): string {
  return text.replace(placeholder, (_whole, inside: string) => {
    const [path = '', ...steps] = inside.split('|')
    const value = steps.reduce<unknown>(
      (value, step) => {
        const [name = '', argument = ''] = split(step)
        return filters[name]?.(value, argument, scope)
      },
      valueAt(path, scope)
    )
    if (!isGiven(value)) return notProvided
    return Array.isArray(value) ? value.map(String).join('、') : String(value)
  })
}

const split = (step: string) => {
  const at = step.indexOf(':')
  return at < 0 ? [step] : [step.slice(0, at), step.slice(at + 1)]
}

/** @throws TypeError for placeholders that are not well formed, unknown filters and unknown labels */
export function checkText(text: string, where: string, labels: Scope['labels']): void {
  for (const [, inside = ''] of text.matchAll(placeholder)) {
    if (!wellFormed.test(inside)) throw new TypeError(`${where}: {{${inside}}} is no placeholder`)
    for (const step of inside.split('|').slice(1)) {
      const [name = '', argument = ''] = split(step)
      if (!Object.hasOwn(filters, name)) throw new TypeError(`${where}: there is no filter ${name}`)
      if (name === 'label' && !labels?.[argument]) throw new TypeError(`${where}: there are no labels ${argument}`)
    }
  }
  if (/\{\{|\}\}/.test(text.replace(placeholder, ''))) throw new TypeError(`${where}: a placeholder is not closed`)
}
