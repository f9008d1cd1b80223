import type { App } from '@wuhu/host'
import type { FastifyRequest } from 'fastify'
import { signedInPage, signInPage } from '../pages/sign-in-page.ts'
import type { OidcProvider } from '../sign-in/oidc-provider.ts'
import { SignInRefused, signInWithPassword } from '../sign-in/sign-in.ts'
import { beginOidc, finishOidc, flowLifetime } from '../sign-in/sign-in-with-oidc.ts'
import { failureOf, formOf, openPage, show, visit, type WebDeps } from '../web/visitor.ts'

const callback = '/sign-in/oidc/callback'

/** The page on which officers sign in, by password and at the provider. */
export function signInRoutes(app: App, deps: WebDeps, oidc: OidcProvider | undefined): void {
  const { cookies, originOf, now } = deps
  const provider = oidc?.settings.name

  /** The log says why; the page does not. */
  const told = (request: FastifyRequest, error: unknown) => {
    if (error instanceof SignInRefused) request.log.info({ reason: error.reason, err: error.cause }, 'sign-in refused')
    return failureOf(error, 'refused', now())
  }

  app.get('/sign-in', openPage, async (request, reply) =>
    show(reply, signInPage(visit(deps, request, reply), { provider }))
  )

  app.post('/sign-in', openPage, async (request, reply) => {
    const secret = cookies.read(request, 'form')
    const { agency, person, password, code } = formOf(
      ...([deps, request, secret, 'agency', 'person', 'password', 'code'] as const)
    )
    const holder = { agency: agency.trim(), person: person.trim() }
    try {
      const opened = await signInWithPassword(deps, {
        ...holder,
        ...{ password, code: code.replaceAll(' ', '').toLowerCase(), origin: originOf(request) },
        ...{ before: cookies.read(request, 'session'), correlationId: request.id }
      })
      cookies.write(reply, 'session', opened, { strict: true })
      const { language } = visit(deps, request, reply)
      return reply.redirect(`/?lang=${language}`, 303)
    } catch (error) {
      const failure = told(request, error)
      const context = visit(deps, request, reply)
      return show(reply, signInPage(context, { ...holder, provider, error: failure.error }), failure)
    }
  })

  if (!oidc) return

  app.get('/sign-in/oidc', openPage, async (request, reply) => {
    try {
      const { url, secret } = await beginOidc(deps, oidc, `${deps.origin}${callback}`)
      // Lax: the provider sends the browser back, and the cookie must come with it.
      cookies.write(reply, 'flow', secret, { strict: false, lifetime: flowLifetime / 1000 })
      return reply.redirect(url.href, 303)
    } catch (error) {
      const failure = told(request, error)
      return show(reply, signInPage(visit(deps, request, reply), { provider, error: failure.error }), failure)
    }
  })

  app.get(callback, openPage, async (request, reply) => {
    const secret = cookies.read(request, 'flow')
    cookies.clear(reply, 'flow')
    try {
      const opened = await finishOidc(deps, oidc, {
        ...{ url: new URL(request.url, deps.origin), secret, origin: originOf(request) },
        ...{ before: cookies.read(request, 'session'), correlationId: request.id }
      })
      cookies.write(reply, 'session', opened, { strict: true })
      return show(reply, signedInPage({ ...visit(deps, request, reply), path: '/sign-in' }))
    } catch (error) {
      const failure = told(request, error)
      const context = { ...visit(deps, request, reply), path: '/sign-in' }
      return show(reply, signInPage(context, { provider, error: failure.error }), failure)
    }
  })
}
