import type { App } from '@wuhu/host'
import { enrolledPage, enrolPage, generatorPage } from '../pages/enrol-page.ts'
import { confirmGenerator, PasswordRefused, setFirstPassword } from '../sign-in/enrol.ts'
import { failureOf, formOf, openPage, show, visit, type WebDeps } from '../web/visitor.ts'

/** The pages on which an officer opens the account: password first, then the second factor. */
export function enrolRoutes(app: App, deps: WebDeps): void {
  const { cookies, originOf, now } = deps

  app.get('/enrol', openPage, async (request, reply) => show(reply, enrolPage(visit(deps, request, reply))))

  app.post('/enrol', openPage, async (request, reply) => {
    const secret = cookies.read(request, 'form')
    const { agency, person, enrolment, password, repeat } = formOf(
      ...([deps, request, secret, 'agency', 'person', 'enrolment', 'password', 'repeat'] as const)
    )
    const given = { agency: agency.trim(), person: person.trim(), enrolment: enrolment.trim() }
    const context = visit(deps, request, reply)
    if (password !== repeat) {
      return show(reply, enrolPage(context, { ...given, error: 'password.differ' }), { status: 422 })
    }
    try {
      const origin = originOf(request)
      const setup = await setFirstPassword(deps, { ...given, password, origin, correlationId: request.id })
      return show(reply, setup ? generatorPage(context, setup, given) : enrolledPage(context, []))
    } catch (error) {
      if (error instanceof PasswordRefused) {
        return show(reply, enrolPage(context, { ...given, error: error.fault }), { status: 422 })
      }
      const failure = failureOf(error, 'enrol-refused', now())
      const { agency, person } = given
      return show(reply, enrolPage(context, { agency, person, error: failure.error }), failure)
    }
  })

  app.post('/enrol/generator', openPage, async (request, reply) => {
    const secret = cookies.read(request, 'form')
    const { code, ...given } = formOf(...([deps, request, secret, 'agency', 'person', 'enrolment', 'code'] as const))
    const context = visit(deps, request, reply)
    try {
      const origin = originOf(request)
      const digits = code.replaceAll(' ', '')
      const codes = await confirmGenerator(deps, { ...given, code: digits, origin, correlationId: request.id })
      return show(reply, enrolledPage(context, codes))
    } catch (error) {
      const failure = failureOf(error, 'generator-refused', now())
      return show(reply, enrolPage({ ...context, path: '/enrol' }, { ...given, error: failure.error }), failure)
    }
  })
}
