import type { Action, Caller, DecisionCode } from '@wuhu/access'
import type { FastifyRequest } from 'fastify'
import { callerIfKnown, decisionOf } from './authenticate.ts'
import type { App } from './host-parts.ts'
import type { Metrics } from './metrics.ts'
import { newTraceparent, traceIdOf } from './trace.ts'

const traceparent = 'traceparent'
const problem = 'problem'
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Histogram of durations in seconds, from 1 ms to 10 s. */
export function durations(metrics: Metrics, name: string, description: string) {
  return metrics.meter.createHistogram(name, { description, unit: 's', advice: { explicitBucketBoundaries: seconds } })
}

/**
 * Gives each request its place in a trace, and writes one line and one measurement when it is answered: with the route's
 * pattern, not the address, which may name cases and carry what was searched for.
 */
export function observeRequests(app: App, metrics: Metrics): void {
  const duration = durations(metrics, 'http.server.request.duration', 'Duration of HTTP requests')
  app.decorateRequest(traceparent, '')
  app.decorateRequest(problem, '')

  app.addHook('onRequest', async (request, reply) => {
    const span = newTraceparent(request.headers[traceparent]?.toString())
    request.setDecorator(traceparent, span)
    request.log = request.log.child({ traceId: traceIdOf(span) })
    reply.headers({ [traceparent]: span, 'x-request-id': request.id, 'cache-control': 'no-store' })
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    duration.record(reply.elapsedTime / 1000, {
      'http.request.method': request.method,
      'http.route': route,
      'http.response.status_code': reply.statusCode
    })
    const ms = Math.round(reply.elapsedTime * 10) / 10
    const caller = callerIfKnown(request)
    const decision = decisionOf(request)
    const code = request.getDecorator<string>(problem)
    // Of one who did not prove who it is, all that is known.
    const address = caller === undefined && code !== '' && { address: request.ip }
    const refused = code !== '' && { code }
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms,
        ...refused,
        ...address,
        ...whoAsked(caller, decision)
      },
      'answered'
    )
  })
}

/** The code of the problem that a request is answered with, for its log line. */
export function noteProblem(request: FastifyRequest, code: string): void {
  request.setDecorator(problem, code)
}

/** Who asked, for what, and what the policy said: every decision leaves a line. */
export function whoAsked(caller: Caller | undefined, decision: { action: Action; code: DecisionCode } | undefined) {
  return {
    ...(caller && { agency: caller.agency, roles: caller.roles, key: caller.keyId }),
    ...(caller?.person !== undefined && { person: caller.person }),
    ...(decision && { action: decision.action, decision: decision.code })
  }
}

/** The request's span, as W3C traceparent: put it into events that the request causes. */
export function traceOf(request: FastifyRequest): string {
  return request.getDecorator<string>(traceparent)
}
