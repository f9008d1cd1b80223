import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../commands/context.ts'
import { TooBusy } from '../credentials/password-hash.ts'
import { languageOf, type TextKey, textsIn } from '../messages.ts'
import type { PageContext } from '../pages/page.ts'
import { newSecret } from '../sessions/open-session.ts'
import { ProviderUnavailable } from '../sign-in/oidc-provider.ts'
import { SignInRefused } from '../sign-in/sign-in.ts'
import { Throttled } from '../sign-in/throttles.ts'
import type { OriginOf } from './address.ts'
import type { Cookies } from './cookies.ts'
import { formTag, requireOwnPage } from './forgery.ts'

/** What the pages and the browser's routes need. */
export interface WebDeps extends Deps {
  /** Where browsers find the console: scheme, host and port. */
  readonly origin: string
  readonly cookies: Cookies
  readonly originOf: OriginOf
}

/** A page is for everybody: what it shows and does depends on its cookies. It is no part of the API's description. */
export const openPage = { schema: { hide: true, security: [] } }

/** Language and texts of a page; a visitor without a cookie gets one, for the tag of its forms. */
export function visit(deps: WebDeps, request: FastifyRequest, reply: FastifyReply, secret?: string): PageContext {
  const { lang } = request.query as { lang?: unknown }
  const language = languageOf(typeof lang === 'string' ? lang : undefined, request.headers['accept-language'])
  let holder = secret ?? deps.cookies.read(request, 'form')
  if (holder === undefined) {
    holder = newSecret()
    deps.cookies.write(reply, 'form', holder, { strict: true })
  }
  const path = request.url.split('?', 1)[0] ?? '/'
  return { language, text: textsIn(language), path, tag: formTag(deps.key, holder) }
}

/** The fields of a form that one of our pages sent. @throws Problem 403 for a form of another site */
export function formOf<Name extends string>(
  deps: WebDeps,
  request: FastifyRequest,
  secret: string | undefined,
  ...names: Name[]
): Record<Name, string> {
  const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  requireOwnPage(request, deps.origin, deps.key, { secret, tag: body.get('tag') ?? undefined })
  return Object.fromEntries(names.map((name) => [name, (body.get(name) ?? '').slice(0, 400)])) as Record<Name, string>
}

/** Status and sentence for what a visitor did not achieve. @throws what is no such thing */
export function failureOf(
  error: unknown,
  refused: TextKey,
  now: number
): { status: number; error: TextKey; after?: number } {
  if (error instanceof SignInRefused) return { status: 403, error: refused }
  if (error instanceof Throttled) {
    return { status: 429, error: 'too-many', after: Math.max(1, Math.ceil((error.retryAt - now) / 1000)) }
  }
  if (error instanceof TooBusy) return { status: 503, error: 'busy', after: 2 }
  if (error instanceof ProviderUnavailable) return { status: 503, error: 'provider-away', after: 30 }
  throw error
}

/** Sends a page, or the same page with what went wrong. */
export function show(reply: FastifyReply, body: string, failure?: { status: number; after?: number }): FastifyReply {
  if (failure?.after !== undefined) reply.header('retry-after', String(failure.after))
  return reply
    .code(failure?.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(body)
}
