import type { App } from '@wuhu/host'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TextKey } from '../messages.ts'
import { homePage } from '../pages/home-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import { closeSessions } from '../sessions/close-sessions.ts'
import { type CurrentSession, currentSession } from '../sessions/current-session.ts'
import { ownSessions } from '../sessions/own-sessions.ts'
import { changePassword } from '../sign-in/change-password.ts'
import { PasswordRefused } from '../sign-in/enrol.ts'
import { failureOf, formOf, openPage, show, visit, type WebDeps } from '../web/visitor.ts'

/** What a signed-in officer sees and does on pages. */
export function homeRoutes(app: App, deps: WebDeps): void {
  const { cookies, originOf, now, store } = deps

  const signedIn = (request: FastifyRequest) => currentSession(deps, cookies.read(request, 'session'))

  const home = async (
    request: FastifyRequest,
    reply: FastifyReply,
    session: CurrentSession,
    failure?: { status: number; error: TextKey; after?: number }
  ) => {
    const context = { ...visit(deps, request, reply, session.secret), path: '/' }
    return show(reply, homePage(context, session, await ownSessions(deps, session), failure?.error), failure)
  }

  app.get('/', openPage, async (request, reply) => {
    const session = await signedIn(request)
    return session ? await home(request, reply, session) : reply.redirect('/sign-in', 303)
  })

  for (const [path, reason] of [
    ['/sign-out', 'sign-out'],
    ['/sign-out-everywhere', 'sign-out-everywhere']
  ] as const) {
    app.post(path, openPage, async (request, reply) => {
      const session = await signedIn(request)
      if (session) {
        formOf(deps, request, session.secret)
        const { id, agency, person } = session
        const which = reason === 'sign-out' ? { id } : { agency, person }
        await store.transaction((tx) => closeSessions(tx, deps, which, reason, request.id))
      }
      cookies.clear(reply, 'session')
      return reply.redirect(`/sign-in?lang=${visit(deps, request, reply).language}`, 303)
    })
  }

  app.post('/password', openPage, async (request, reply) => {
    const session = await signedIn(request)
    if (!session) return reply.redirect('/sign-in', 303)
    const { old, password, repeat } = formOf(deps, request, session.secret, 'old', 'password', 'repeat')
    if (password !== repeat) return await home(request, reply, session, { status: 422, error: 'password.differ' })
    const { agency, person } = session
    try {
      const origin = originOf(request)
      await changePassword(deps, { agency, person, old, password, origin, correlationId: request.id })
    } catch (error) {
      if (error instanceof PasswordRefused) {
        return await home(request, reply, session, { status: 422, error: error.fault })
      }
      return await home(request, reply, session, failureOf(error, 'change-refused', now()))
    }
    cookies.clear(reply, 'session')
    const context = { ...visit(deps, request, reply), path: '/sign-in' }
    return show(reply, signInPage(context, { agency, person, error: 'changed' }))
  })
}
