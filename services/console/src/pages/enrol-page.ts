import { renderSVG } from 'uqr'
import type { TextKey } from '../messages.ts'
import { html, markup } from '../web/html.ts'
import { alert, field, hidden, type PageContext, page } from './page.ts'

/** First step: the code from the security administrator, and a password. */
export function enrolPage(
  context: PageContext,
  given: { error?: TextKey; agency?: string; person?: string; enrolment?: string } = {}
): string {
  const { text, language, tag } = context
  const fresh = { type: 'password', autocomplete: 'new-password' }
  const main = html`${alert(given.error && text(given.error))}
<p>${text('enrol-lead')}</p>
<form method="post" action="/enrol?lang=${language}">
${hidden('tag', tag)}${field('agency', text('agency'), { value: given.agency ?? '', hint: text('agency-hint'), autocomplete: 'organization' })}${field('person', text('person'), { value: given.person ?? '', hint: text('person-hint'), autocomplete: 'username' })}${field('enrolment', text('enrolment-code'), { value: given.enrolment ?? '', autocomplete: 'off' })}${field('password', text('new-password'), { ...fresh, hint: text('new-password-hint') })}${field('repeat', text('repeat-password'), fresh)}<button type="submit">${text('set-password')}</button>
</form>`
  return page(context, text('enrol'), main)
}

/** Second step: the secret for the generator, and a code that proves that it works. */
export function generatorPage(
  context: PageContext,
  setup: { uri: string; base32: string },
  given: { agency: string; person: string; enrolment: string }
): string {
  const { text, language, tag } = context
  const picture = markup(renderSVG(setup.uri, { border: 2 }))
  const main = html`<p>${text('generator-lead')}</p>
<div class="picture" role="img" aria-label="${text('generator-picture')}">${picture}</div>
<p>${text('generator-secret')} <code>${(setup.base32.match(/.{1,4}/g) ?? []).join(' ')}</code></p>
<form method="post" action="/enrol/generator?lang=${language}">
${hidden('tag', tag)}${hidden('agency', given.agency)}${hidden('person', given.person)}${hidden('enrolment', given.enrolment)}${field('code', text('generator-code'), { autocomplete: 'one-time-code', inputmode: 'numeric' })}<button type="submit">${text('confirm')}</button>
</form>`
  return page({ ...context, path: '/enrol' }, text('generator'), main)
}

/** The account is open; recovery codes are shown this once. */
export function enrolledPage(context: PageContext, codes: readonly string[]): string {
  const { text, language } = context
  const list =
    codes.length === 0
      ? undefined
      : html`<h2>${text('recovery')}</h2>
<p>${text('recovery-lead')}</p>
<ul class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
`
  const main = html`<p>${text('enrol-done')}</p>
${list}<p><a class="button" href="/sign-in?lang=${language}">${text('sign-in')}</a></p>`
  return page({ ...context, path: '/enrol' }, text('enrol'), main)
}
