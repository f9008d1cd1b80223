import type { TextKey } from '../messages.ts'
import { html } from '../web/html.ts'
import { alert, field, hidden, type PageContext, page } from './page.ts'

/** Where an officer signs in. Of what was typed only agency and reference are shown again. */
export function signInPage(
  context: PageContext,
  given: { error?: TextKey; agency?: string; person?: string; provider?: string | undefined } = {}
): string {
  const { text, language, tag } = context
  const query = `?lang=${language}`
  const provider =
    given.provider === undefined
      ? undefined
      : html`<p class="more"><a class="button" href="/sign-in/oidc${query}">${text('with-provider')} ${given.provider}</a></p>
`
  const main = html`${alert(given.error && text(given.error))}
<form method="post" action="/sign-in${query}">
${hidden('tag', tag)}${field('agency', text('agency'), { value: given.agency ?? '', hint: text('agency-hint'), autocomplete: 'organization' })}${field('person', text('person'), { value: given.person ?? '', hint: text('person-hint'), autocomplete: 'username' })}${field('password', text('password'), { type: 'password', autocomplete: 'current-password' })}${field('code', text('code'), { hint: text('code-hint'), autocomplete: 'one-time-code', required: false })}<button type="submit">${text('sign-in')}</button>
</form>
${provider}<p class="more"><a href="/enrol${query}">${text('enrol-first')}</a></p>`
  return page(context, text('sign-in'), main)
}

/**
 * Between the provider and the console: the browser follows this page's link as a request of the console's own, with the
 * cookie that it keeps from requests begun elsewhere.
 */
export function signedInPage(context: PageContext): string {
  const { text, language } = context
  const home = `/?lang=${language}`
  const refresh = html`
<meta http-equiv="refresh" content="0; url=${home}">`
  return page(
    context,
    text('signed-in'),
    html`<p><a class="button" href="${home}">${text('continue')}</a></p>`,
    refresh
  )
}
