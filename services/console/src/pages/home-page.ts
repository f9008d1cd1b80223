import { beijingTime } from '@wuhu/contracts'
import { nameOf } from '../commands/context.ts'
import { roleName, type TextKey } from '../messages.ts'
import type { CurrentSession } from '../sessions/current-session.ts'
import type { OwnSession } from '../sessions/own-sessions.ts'
import { html } from '../web/html.ts'
import { alert, field, hidden, type PageContext, page } from './page.ts'

const shown = (instant: number | string) => beijingTime(new Date(instant)).slice(0, 16).replace('T', ' ')

/** Who is signed in, where else, and how to leave. */
export function homePage(
  context: PageContext,
  session: CurrentSession,
  own: readonly OwnSession[],
  error?: TextKey
): string {
  const { text, language, tag } = context
  const action = (path: string, label: TextKey) => html`<form method="post" action="${path}?lang=${language}">
${hidden('tag', tag)}<button type="submit">${text(label)}</button></form>
`
  const rows = own.map(
    ({ openedAt, seenAt, address, current }) =>
      html`<tr><td>${shown(openedAt)}${current ? ` (${text('this-one')})` : ''}</td><td>${shown(seenAt)}</td><td>${address}</td></tr>
`
  )
  const change =
    session.method === 'oidc'
      ? undefined
      : html`<h2>${text('change-password')}</h2>
<form method="post" action="/password?lang=${language}">
${hidden('tag', tag)}${field('old', text('old-password'), { type: 'password', autocomplete: 'current-password' })}${field('password', text('new-password'), { type: 'password', autocomplete: 'new-password', hint: text('new-password-hint') })}${field('repeat', text('repeat-password'), { type: 'password', autocomplete: 'new-password' })}<button type="submit">${text('change-password')}</button>
</form>`
  const main = html`${alert(error && text(error))}
<dl><dt>${text('you-are')}</dt><dd>${session.name ?? ''} <code>${nameOf(session)}</code></dd>
<dt>${text('roles')}</dt><dd>${session.roles.map((role) => roleName(language, role)).join(language === 'en' ? ', ' : '、')}</dd>
<dt>${text('until')}</dt><dd>${shown(session.expiresAt)}</dd></dl>
${action('/sign-out', 'sign-out')}<h2>${text('sessions')}</h2>
<table><thead><tr><th scope="col">${text('opened-at')}</th><th scope="col">${text('seen-at')}</th><th scope="col">${text('address')}</th></tr></thead>
<tbody>${rows}</tbody></table>
${action('/sign-out-everywhere', 'sign-out-everywhere')}${change}`
  return page(context, text('home'), main)
}
