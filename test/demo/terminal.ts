import { styleText } from 'node:util'
import { widthOf } from '@wuhu/infra/stack-table'

/** Columns of the terminal that output is laid out for. */
export const columns = Math.min(process.stdout.columns ?? 120, 140)

/** Text in a style when standard output is a terminal that wants colours; as it is otherwise. */
export const styled = (style: Parameters<typeof styleText>[0], text: string): string =>
  styleText(style, text, { stream: process.stdout })

/** Filled up with blanks to `width` columns; Chinese characters take two. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** The same with the blanks before it. */
export const right = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** Cut to `width` columns, with an ellipsis. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break
    kept += character
  }
  return `${kept}…`
}

/** A heading with a line under it. */
export const heading = (zh: string, en: string): string =>
  `\n${styled('bold', zh)} ${styled('dim', `· ${en}`)}\n${styled('dim', '─'.repeat(Math.min(columns, 100)))}\n`

/** Prints to standard output, unless the demo prints JSON only. */
export type Print = (text: string) => void
