import { canonicalJson } from '@wuhu/access/signing'
import type { FastifyRequest } from 'fastify'
import { authenticate, callerOf } from './authenticate.ts'
import type { CommandDefinition } from './define-command.ts'
import { commandHeaders, problemResponses, routeDocs } from './docs.ts'
import { type App, type HostParts, partsOf } from './host-parts.ts'
import { traceOf } from './observe-requests.ts'
import { runCommand } from './run-command.ts'

/** The HTTP door: one POST route for each command. */
export function mountCommands(app: App, commands: readonly CommandDefinition[]): void {
  const { inspectors } = app.getDecorator<HostParts>(partsOf)
  const sent = new WeakMap<FastifyRequest, string>()
  for (const command of commands) {
    app.route({
      method: 'POST',
      url: command.path,
      schema: {
        ...routeDocs(command),
        ...(Object.keys(command.params.properties).length > 0 && { params: command.params }),
        headers: commandHeaders,
        body: command.body,
        response: {
          [command.status]: command.answer,
          ...problemResponses([400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503])
        }
      },
      onRequest: authenticate(command.action),
      preValidation: async (request) => {
        if (request.body === undefined) request.body = {}
        sent.set(request, canonicalJson(request.body))
      },
      handler: async (request, reply) => {
        const { status, headers, body } = await runCommand(
          command,
          {
            caller: callerOf(request),
            params: request.params,
            body: request.body,
            sent: sent.get(request) ?? '',
            headers: request.headers,
            correlationId: request.id,
            traceparent: traceOf(request)
          },
          inspectors
        )
        return reply.code(status).headers(headers).send(body)
      }
    })
  }
}
