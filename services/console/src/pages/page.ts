import type { Language, Texts } from '../messages.ts'
import { type Html, html } from '../web/html.ts'

/** What every page of the console needs. */
export interface PageContext {
  readonly language: Language
  readonly text: Texts
  /** Path of the page, to see it in the other language. */
  readonly path: string
  /** Tag against forged forms. */
  readonly tag: string
}

/** A whole page. Works without scripts; none is allowed. */
export function page({ language, text, path }: PageContext, title: string, main: Html, head?: Html): string {
  const other = language === 'en' ? 'zh-CN' : 'en'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${text('system')}</title>
<link rel="stylesheet" href="/console.css">${head}
</head>
<body>
<header><p class="system">${text('system')}</p><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${text('other-language')}</a></header>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`.html
}

/** What went wrong, read out by a screen reader when the page opens. */
export const alert = (message: string | undefined): Html | undefined =>
  message === undefined ? undefined : html`<p class="alert" role="alert">${message}</p>`

/** A field with its label and, below it, its hint. */
export function field(
  name: string,
  label: string,
  options: {
    type?: string
    value?: string
    hint?: string
    autocomplete: string
    inputmode?: string
    required?: boolean
  }
): Html {
  const { type = 'text', value = '', hint, autocomplete, inputmode = 'text', required = true } = options
  const described = hint === undefined ? undefined : html` aria-describedby="${name}-hint"`
  return html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" inputmode="${inputmode}" autocapitalize="none" spellcheck="false" maxlength="400"${required ? html` required` : undefined}${described}>
${hint === undefined ? undefined : html`<small id="${name}-hint">${hint}</small>`}</div>
`
}

export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">
`
