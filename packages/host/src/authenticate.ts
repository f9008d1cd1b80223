import { type Action, authorise, type Caller, type Decision, Unauthenticated } from '@wuhu/access'
import type { FastifyRequest } from 'fastify'
import { type App, type HostParts, partsOf } from './host-parts.ts'

const caller = 'caller'
const decision = 'decision'

export function prepareCallers(app: App): void {
  app.decorateRequest(caller, null)
  app.decorateRequest(decision, null)
}

/**
 * A hook for `onRequest` (before the body is read) or `preHandler`: proves the caller and asks whether its role may do
 * `action` at all. What it may see of a thing is asked again, with the thing in hand.
 * @throws Unauthenticated, Forbidden
 */
export function authenticate(action: Action): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const { verify } = request.server.getDecorator<HostParts>(partsOf)
    const known = await verify(bearerOf(request.headers.authorization))
    request.setDecorator(caller, known)
    request.setDecorator(decision, authorise(known, action))
  }
}

/** Who was proven by `authenticate`. @throws Error on a route without it */
export function callerOf(request: FastifyRequest): Caller {
  const known = callerIfKnown(request)
  if (!known) throw new Error('the route has no authenticate hook')
  return known
}

export function callerIfKnown(request: FastifyRequest): Caller | undefined {
  return request.getDecorator<Caller | null>(caller) ?? undefined
}

/** How far the caller's permission reaches: its own agency's, or all. */
export function scopeOf(request: FastifyRequest): Decision['scope'] {
  return request.getDecorator<Decision | null>(decision)?.scope ?? 'none'
}

/** The token of `Bearer <token>` (RFC 6750). @throws Unauthenticated for other schemes and absurd lengths */
export function bearerOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined
  const token = /^Bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(authorization)?.[1]
  if (token === undefined) throw new Unauthenticated('token.malformed', 'send Authorization: Bearer and the token')
  return token
}
