import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { TSchema } from '@sinclair/typebox'
import type { Verify } from '@wuhu/access'
import { formats as contractFormats } from '@wuhu/contracts'
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController
} from 'fastify'
import { createAgencyLimit } from './agency-limit.ts'
import { answerBrokenRequest, bareHeaders } from './answer-broken-request.ts'
import { prepareCallers } from './authenticate.ts'
import { addDocs } from './docs.ts'
import type { RequestPart } from './field-errors.ts'
import { addHealth, type Check } from './health.ts'
import { type App, type HostParts, partsOf } from './host-parts.ts'
import { defaultBodyLimit, parseJson } from './json-body.ts'
import type { Logger } from './logger.ts'
import { createMessages, type Messages } from './messages.ts'
import type { Metrics } from './metrics.ts'
import { noteProblem, observeRequests } from './observe-requests.ts'
import { Problem } from './problem.ts'
import { problemOf, problemType } from './problem-of.ts'
import { refuseAmbiguous } from './refuse-ambiguous.ts'
import type { Inspect } from './run-command.ts'
import { type HttpTls, serverOptions, watchTls } from './tls.ts'
import { correlationIdOf } from './trace.ts'
import { createValidators } from './validators.ts'
import { requireWhoMayCall } from './who-may-call.ts'

export interface HostOptions {
  /** Proves callers. */
  readonly verify: Verify
  readonly service: { readonly name: string; readonly zh: string; readonly en: string; readonly version: string }
  readonly logger: Logger
  readonly metrics: Metrics
  /** What must work for this service to be ready. */
  readonly checks?: readonly Check[]
  /** Formats that schemas may name, beside those of JSON Schema and of the contracts. */
  readonly formats?: Readonly<Record<string, (text: string) => boolean>>
  /** Titles of the service's own problem codes. */
  readonly messages?: Messages
  /** Bearer token for /metrics, for scrapers that have no key; without it only system administrators may read. */
  readonly metricsToken?: string | undefined
  /** Requests per minute from one address. */
  readonly rateLimit?: number | undefined
  /** Requests and commands per minute from one agency, at both doors. */
  readonly agencyRateLimit?: number | undefined
  /** Look at every command before it runs, in this order. */
  readonly inspectors?: readonly Inspect[]
  /** HTTPS, as `readTls` read it; without it plain HTTP. */
  readonly tls?: HttpTls | undefined
  /** Bytes. */
  readonly bodyLimit?: number
  /** Annotations in schemas beside `sensitivity` and `mask`. */
  readonly keywords?: readonly string[]
}

/**
 * Node swaps the two timeouts when that of the headers, 60 seconds by default, is the longer; and looks for overdue
 * requests every 30 seconds unless told otherwise. A request without Host is refused by us, since Node's own refusal has
 * neither a problem nor a log line.
 */
const serverSettings = { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, requireHostHeader: false }

/**
 * An HTTP application with all that is the same everywhere: strict validation, problem+json for every error, security
 * headers, rate limit, traces, health, metrics, and its own description at /openapi.json and /docs. It listens nowhere yet.
 */
export async function createHost(options: HostOptions): Promise<App> {
  const { service, logger, verify, metrics, tls, inspectors = [], bodyLimit = defaultBodyLimit } = options
  const messages = createMessages(options.messages)
  const validators = createValidators({ ...options, formats: { ...contractFormats, ...options.formats } })
  const agencyLimit = createAgencyLimit(options.agencyRateLimit)
  const parts: HostParts = {
    service,
    logger,
    verify,
    metrics,
    messages,
    validators,
    inspectors,
    agencyLimit,
    bodyLimit
  }

  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    rewriteUrl: ({ url = '/' }) => withoutHost(url),
    genReqId: ({ headers }) => correlationIdOf(headers['x-request-id']?.toString()),
    bodyLimit,
    requestTimeout: 30_000,
    // Fastify's types tell the two kinds of server apart, which have the same methods for us.
    ...(tls ? { https: { ...serverOptions(tls), ...serverSettings } as unknown as null } : { http: serverSettings }),
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    // Who is connected already is served while the app closes.
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, parts),
    frameworkErrors: (error, request, reply) => answerWithoutRoute(error, request, reply as FastifyReply, parts)
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.decorate(partsOf, parts)
  prepareCallers(app)
  requireWhoMayCall(app)
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => validators.for(schema, httpPart as RequestPart))
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    parseJson(body)
  )
  app.setErrorHandler<FastifyError>((error, request, reply) => sendProblem(error, request, reply, parts, noteProblem))

  // A connection that falls idle while the app closes would hold it up for as long as its client keeps it.
  app.addHook('preClose', async () => {
    const sweeping = setInterval(() => app.server.closeIdleConnections(), 100).unref()
    app.server.once('close', () => clearInterval(sweeping))
  })
  if (tls) watchTls(app, tls, logger)
  observeRequests(app, metrics)
  await app.register(helmet, {
    // Intranets without TLS: a browser told to upgrade would find nobody there.
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    hsts: tls ? { maxAge: 31_536_000, includeSubDomains: false } : false
  })
  app.addHook('onRequest', async (request, reply) => refuseAmbiguous(request, reply))
  // Node would answer 417 by itself, in nobody's name.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  await app.register(rateLimit, {
    max: options.rateLimit ?? 600_000,
    timeWindow: '1 minute',
    allowList: ({ url }: FastifyRequest) => url.startsWith('/health/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem(429, 'rate.limited', `repeat in ${Math.ceil(ttl / 1000)} seconds`)
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async () => {
    throw new Problem(404, 'route.not-found', 'see /docs for what this service offers')
  })
  await addDocs(app, service)
  addHealth(app, { service, checks: options.checks ?? [], metrics, metricsToken: options.metricsToken })
  return app
}

/** A request to a proxy names the host too (RFC 9112, section 3.2.2). Nobody here goes by it. */
const withoutHost = (url: string) => url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?![/*])/, '/')

/** An address that leads to no route runs no hooks: headers and log line are made here. */
function answerWithoutRoute(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: HostParts
): FastifyReply {
  const { body } = problemOf(error, '/', parts.messages)
  const { method, id, ip: address } = request
  const { status, code } = body
  parts.logger.info({ requestId: id, method, route: 'none', status, code, address }, 'answered')
  return sendProblem(error, request, reply.headers({ ...bareHeaders, 'x-request-id': id }), parts)
}

function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { messages }: HostParts,
  note?: typeof noteProblem
): FastifyReply {
  // A caller that hangs up in the middle of its body is no fault of ours.
  const cause = error === request.raw.errored ? new Problem(400, 'request.malformed', 'the request broke off') : error
  const { body, headers, ours } = problemOf(cause, request.url.split('?', 1)[0] ?? '/', messages)
  if (ours) request.log.error({ err: error, code: body.code }, 'request failed')
  note?.(request, body.code)
  return reply.code(body.status).headers(headers).type(problemType).send(JSON.stringify(body))
}
