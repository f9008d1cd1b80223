import { type Caller, type Decision, Forbidden, may } from '@wuhu/access'
import { canonicalJson } from '@wuhu/access/signing'
import type { Bus, BusReply, BusRequest } from '@wuhu/bus'
import { bearerOf } from './authenticate.ts'
import type { CommandDefinition } from './define-command.ts'
import { type App, type HostParts, partsOf } from './host-parts.ts'
import { parseJson } from './json-body.ts'
import { durations, whoAsked } from './observe-requests.ts'
import { Problem } from './problem.ts'
import { problemOf, problemType } from './problem-of.ts'
import { runCommand } from './run-command.ts'
import { correlationIdOf, newTraceparent, traceIdOf } from './trace.ts'
import { check } from './validators.ts'

/**
 * The NATS door: requests on `cmd.<agency>.<command name>`, answered by one of the service's processes. Same commands,
 * validation, answers and problems as HTTP. The body holds the params and the body's fields side by side; headers are
 * Authorization, Idempotency-Key, If-Match, Wuhu-Signature, traceparent, X-Request-Id; the answer's are Status, Content-Type, ETag,
 * Location, Idempotency-Replayed, Retry-After, traceparent.
 * @returns a function that stops serving, after running commands have answered
 */
export async function serveCommands(
  app: App,
  bus: Bus,
  commands: readonly CommandDefinition[]
): Promise<() => Promise<void>> {
  const parts = app.getDecorator<HostParts>(partsOf)
  const duration = durations(parts.metrics, 'messaging.process.duration', 'Duration of commands that came by message')

  const stops = await Promise.all(
    commands.map((command) => {
      const answer = answererOf(command, parts)
      return bus.serve(`cmd.*.${command.name}`, parts.service.name, async (request) => {
        const started = performance.now()
        const reply = await answer(request)
        duration.record((performance.now() - started) / 1000, {
          'messaging.system': 'nats',
          'messaging.destination.template': `cmd.{agency}.${command.name}`,
          'http.response.status_code': Number(reply.headers.Status)
        })
        return reply
      })
    })
  )
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

function answererOf(command: CommandDefinition, parts: HostParts): (request: BusRequest) => Promise<BusReply> {
  const { verify, validators, messages, inspectors, agencyLimit, bodyLimit } = parts
  const { action } = command
  const validateParams = validators.for(command.params, 'params')
  const validateBody = validators.for(command.body, 'body')

  return async ({ subject, headers: given, body: bytes }) => {
    const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]))
    const correlationId = correlationIdOf(headers['x-request-id'])
    const traceparent = newTraceparent(headers.traceparent)
    const log = parts.logger.child({ requestId: correlationId, traceId: traceIdOf(traceparent) })
    const started = performance.now()
    let caller: Caller | undefined
    let decision: Decision | undefined
    let params: Record<string, unknown> = {}
    const reply = (status: number, text: string, more: Readonly<Record<string, string>>, code?: string): BusReply => {
      const ms = Math.round((performance.now() - started) * 10) / 10
      const asked = whoAsked(caller, decision && { action, code: decision.code })
      log.info({ command: command.name, status, ms, ...(code !== undefined && { code }), ...asked }, 'answered')
      return { headers: { Status: String(status), ...spelled(more), traceparent }, body: Buffer.from(text) }
    }
    try {
      caller = await verify(bearerOf(headers.authorization))
      if (subject.split('.')[1] !== caller.agency) {
        throw new Forbidden('send to cmd.<your agency>.<command>', 'subject.agency')
      }
      await agencyLimit(caller.agency)
      decision = may(caller, action)
      if (!decision.allowed) throw new Forbidden(decision.reason, 'access.denied', decision.code)
      if (bytes.length > bodyLimit) throw new Problem(413, 'request.too-large', 'the body exceeds the limit')
      const split = splitBody(parseJson(bytes), command)
      params = split.params
      const sent = canonicalJson(split.body)
      check(validateParams, params, 'params')
      check(validateBody, split.body, 'body')
      const input = { caller, params, body: split.body, sent, headers, correlationId, traceparent }
      const output = await runCommand(command, input, inspectors)
      return reply(output.status, output.body, output.headers)
    } catch (error) {
      const problem = problemOf(error, pathOf(command.path, params), messages)
      if (problem.ours) log.error({ err: error, code: problem.body.code }, 'request failed')
      const type = { 'content-type': problemType }
      const { status, code } = problem.body
      return reply(status, JSON.stringify(problem.body), { ...type, ...problem.headers }, code)
    }
  }
}

/** What is named like a param is one; the rest is the body. What is no object is left to the schema to refuse. */
function splitBody(value: unknown, command: CommandDefinition): { params: Record<string, unknown>; body: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { params: {}, body: value }
  const params: Record<string, unknown> = {}
  const body: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    const target = Object.hasOwn(command.params.properties, key) ? params : body
    target[key] = inner
  }
  return { params, body }
}

/** The path that the same request has on HTTP. */
const pathOf = (path: string, params: Readonly<Record<string, unknown>>) =>
  path.replace(/:([a-zA-Z]\w*)/g, (name, key: string) =>
    typeof params[key] === 'string' || typeof params[key] === 'number' ? encodeURIComponent(params[key]) : name
  )

const spellings: Record<string, string> = { 'content-type': 'Content-Type', etag: 'ETag', location: 'Location' }

/** NATS headers are case-sensitive: the documented ones are spelled as in HTTP's specification. */
const spelled = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      spellings[name] ?? name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
      value
    ])
  )
