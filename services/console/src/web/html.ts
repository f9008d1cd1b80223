/** Text that is HTML already. Only `html` makes it. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | undefined | readonly Html[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

const show = (part: Part): string => {
  if (part === undefined) return ''
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(({ html }) => html).join('')
  return String(part).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '')
}

/** A piece of a page; whatever is put in is text unless it is a piece itself. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + show(parts[index])).join('') }
}

/** Markup of our own making, such as a drawing. */
export const markup = (text: string): Html => ({ html: text })
