import type { FastifyRequest } from 'fastify'
import { callerIfKnown } from './authenticate.ts'
import type { App } from './host-parts.ts'
import type { Metrics } from './metrics.ts'
import { newTraceparent, traceIdOf } from './trace.ts'

const traceparent = 'traceparent'
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
    const agency = callerIfKnown(request)?.agency
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms, ...(agency && { agency }) },
      'answered'
    )
  })
}

/** The request's span, as W3C traceparent: put it into events that the request causes. */
export function traceOf(request: FastifyRequest): string {
  return request.getDecorator<string>(traceparent)
}
