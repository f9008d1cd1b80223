import { Type } from '@sinclair/typebox'
import { maxLifetime, mintToken } from '@wuhu/access'
import { beijingTime, officerRole, UuidV7 } from '@wuhu/contracts'
import { type App, NotFound, Problem, problemResponses } from '@wuhu/host'
import type { FastifyRequest } from 'fastify'
import { closeSessions } from '../sessions/close-sessions.ts'
import { type CurrentSession, currentSession } from '../sessions/current-session.ts'
import { ownSessions } from '../sessions/own-sessions.ts'
import { formTag, requireOwnPage } from '../web/forgery.ts'
import type { WebDeps } from '../web/visitor.ts'

/** The key with which the console speaks for officers. */
export interface ConsoleKey {
  readonly seed: string
  /** The agency it is registered for; undefined while the directory does not know it. */
  agency(): Promise<string | undefined>
  readonly audience: string
}

const strict = { additionalProperties: false }
const docs = (operationId: string, summary: string) => ({ operationId, summary, tags: ['session'], security: [] })
const tagHeader = Type.Object({
  'x-form-tag': Type.Optional(
    Type.String({ description: 'GET /v1/session 给出的 formTag / as given by GET /v1/session' })
  )
})
const sessionAnswer = Type.Object(
  {
    id: UuidV7(),
    agency: Type.String(),
    person: Type.String(),
    name: Type.Optional(Type.String()),
    roles: Type.Array(officerRole, { description: '现持岗位；管理员仅以管理员岗位登录' }),
    method: Type.String(),
    secondFactor: Type.Boolean(),
    idleUntil: Type.String(),
    expiresAt: Type.String(),
    formTag: Type.String({ description: '随写请求以 x-form-tag 返回 / to be sent back as x-form-tag' })
  },
  strict
)

/** What scripts of the console's own pages ask: who is signed in, a token for the services, sessions. By cookie only. */
export function sessionRoutes(app: App, deps: WebDeps, consoleKey: ConsoleKey): void {
  const { cookies, store, key, now } = deps

  /** @throws Problem 401 */
  const signedIn = async (request: FastifyRequest): Promise<CurrentSession> => {
    const session = await currentSession(deps, cookies.read(request, 'session'))
    if (!session) throw new Problem(401, 'session.none', 'sign in at /sign-in')
    return session
  }
  /** @throws Problem 401, 403 */
  const ownRequest = async (request: FastifyRequest): Promise<CurrentSession> => {
    const session = await signedIn(request)
    const tag = request.headers['x-form-tag']?.toString()
    requireOwnPage(request, deps.origin, key, { secret: session.secret, tag })
    return session
  }

  app.get(
    '/v1/session',
    {
      schema: {
        ...docs('session.get', '当前会话 Who is signed in'),
        response: { 200: sessionAnswer, ...problemResponses([401]) }
      }
    },
    async (request) => {
      const { secret, strong, idleUntil, expiresAt, id, agency, person, name, roles, method } = await signedIn(request)
      return {
        ...{ id, agency, person, ...(name !== undefined && { name }), roles: [...roles], method, secondFactor: strong },
        idleUntil: beijingTime(new Date(idleUntil)),
        expiresAt: beijingTime(new Date(expiresAt)),
        formTag: formTag(key, secret)
      }
    }
  )

  app.post(
    '/v1/session/token',
    {
      schema: {
        ...docs('session.token', '换取访问令牌 A token for the services, of at most five minutes'),
        headers: tagHeader,
        body: Type.Object({ role: Type.Optional(officerRole) }, strict),
        response: {
          200: Type.Object({ token: Type.String(), expiresAt: Type.String() }, strict),
          ...problemResponses([400, 401, 403, 503])
        }
      },
      preValidation: async (request) => {
        if (request.body === undefined) request.body = {}
      }
    },
    async (request) => {
      const { agency, person, roles, expiresAt } = await ownRequest(request)
      const { role } = request.body
      if (role !== undefined && !roles.includes(role)) throw new Problem(403, 'session.role', 'see GET /v1/session')
      const office = await consoleKey.agency()
      if (office === undefined)
        throw new Problem(503, 'console.not-registered', 'a security administrator registers it')
      const at = now()
      const lifetime = Math.min(maxLifetime, Math.max(1, Math.floor((expiresAt - at) / 1000)))
      // An administrator's only role is named, so that a role granted meanwhile does not widen the token.
      const only = role ?? (roles.length === 1 ? roles[0] : undefined)
      const { seed, audience } = consoleKey
      const officer = { agency, person, ...(only !== undefined && { role: only }) }
      const token = await mintToken({ seed, agency: office, audience, lifetime, officer, now: () => new Date(at) })
      return { token, expiresAt: beijingTime(new Date(at + lifetime * 1000)) }
    }
  )

  app.get(
    '/v1/sessions',
    {
      schema: {
        ...docs('session.list', '我的会话 Own sessions'),
        response: { 200: Type.Object({ items: Type.Array(Type.Any()) }, strict), ...problemResponses([401]) }
      }
    },
    async (request) => ({ items: await ownSessions(deps, await signedIn(request)) })
  )

  app.post(
    '/v1/sessions/:id/close',
    {
      schema: {
        ...docs('session.close', '结束我的一个会话 End one of the own sessions'),
        headers: tagHeader,
        params: Type.Object({ id: UuidV7() }, strict),
        response: { 200: Type.Object({ closed: Type.Integer() }, strict), ...problemResponses([401, 403, 404]) }
      }
    },
    async (request) => {
      const session = await ownRequest(request)
      const { id } = request.params
      const mine = (await ownSessions(deps, session)).some((one) => one.id === id)
      if (!mine) throw new NotFound('session.unknown', 'there is no such session')
      return { closed: await store.transaction((tx) => closeSessions(tx, deps, { id }, 'sign-out', request.id)) }
    }
  )

  app.post(
    '/v1/sessions/close-all',
    {
      schema: {
        ...docs('session.close-all', '结束我的全部会话 End all own sessions'),
        headers: tagHeader,
        response: { 200: Type.Object({ closed: Type.Integer() }, strict), ...problemResponses([401, 403]) }
      }
    },
    async (request) => {
      const { agency, person } = await ownRequest(request)
      const all = { agency, person }
      return {
        closed: await store.transaction((tx) => closeSessions(tx, deps, all, 'sign-out-everywhere', request.id))
      }
    }
  )
}
