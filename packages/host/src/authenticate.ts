import {
  type Action,
  type Caller,
  checkCertificate,
  type Decision,
  Forbidden,
  may,
  Unauthenticated
} from '@wuhu/access'
import type { FastifyRequest } from 'fastify'
import { type App, type HostParts, partsOf } from './host-parts.ts'
import { presentedBy } from './tls.ts'
import { type Asking, asking } from './who-may-call.ts'

const caller = 'caller'
const decision = 'decision'

export function prepareCallers(app: App): void {
  app.decorateRequest(caller, null)
  app.decorateRequest(decision, null)
}

/**
 * A hook for `onRequest` (before the body is read) or `preHandler`: proves the caller and asks whether its role may do
 * `action` at all; a client certificate, where one was presented, must be the caller's. What it may see of a thing is
 * asked again, with the thing in hand.
 * @throws Unauthenticated, Forbidden
 */
export function authenticate(action: Action): Asking<(request: FastifyRequest) => Promise<void>> {
  return asking(action, async (request: FastifyRequest) => {
    const { verify, agencyLimit } = request.server.getDecorator<HostParts>(partsOf)
    const known = await verify(bearerOf(request.headers.authorization))
    checkCertificate(known, presentedBy(request.raw.socket))
    request.setDecorator(caller, known)
    await agencyLimit(known.agency)
    const answer = may(known, action)
    request.setDecorator(decision, { ...answer, action })
    if (!answer.allowed) throw new Forbidden(answer.reason, 'access.denied', answer.code)
  })
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

/** What was asked of the policy for this request, and its answer. */
export function decisionOf(request: FastifyRequest): (Decision & { readonly action: Action }) | undefined {
  return request.getDecorator<(Decision & { action: Action }) | null>(decision) ?? undefined
}

/** How far the caller's permission reaches: its own agency's, or all. */
export function scopeOf(request: FastifyRequest): Decision['scope'] {
  return decisionOf(request)?.scope ?? 'none'
}

/** The token of `Bearer <token>` (RFC 6750). @throws Unauthenticated for other schemes and absurd lengths */
export function bearerOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined
  const token = /^Bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(authorization)?.[1]
  if (token === undefined) throw new Unauthenticated('token.malformed', 'send Authorization: Bearer and the token')
  return token
}
