import { type Static, type TObject, type TSchema, Type } from '@sinclair/typebox'
import type { Action, Caller, Scope } from '@wuhu/access'
import type { Title } from '@wuhu/contracts'
import { authenticate, callerOf, scopeOf } from './authenticate.ts'
import { checkSchemas } from './define-command.ts'
import { problemResponses, routeDocs } from './docs.ts'
import type { App } from './host-parts.ts'
import { traceOf } from './observe-requests.ts'

/** A question as its handler gets it. */
export interface QueryCall<Params, Filters> {
  readonly caller: Caller
  readonly params: Params
  readonly query: Filters
  /** How far the caller's permission reaches. */
  readonly scope: Scope
  readonly correlationId: string
  readonly traceparent: string
}

export interface QueryAnswer {
  /** JSON. */
  readonly body: unknown
  /** Becomes the ETag. */
  readonly version?: number | undefined
  /** Cursor of the next page: becomes Link rel="next" (RFC 8288) with the same filters and `after`. */
  readonly next?: string | undefined
}

export interface QueryDefinition<P extends TObject = TObject, Q extends TObject = TObject> {
  readonly name: string
  readonly path: string
  readonly action: Action
  readonly title: Title
  readonly description?: Title
  readonly tag?: string
  readonly params: P
  readonly query: Q
  readonly answer: TSchema
  execute(call: QueryCall<Static<P>, Static<Q>>): Promise<QueryAnswer>
}

const nothing = Type.Object({}, { additionalProperties: false })

/** Declares a GET route. @throws TypeError for a definition that contradicts itself */
export function defineQuery<P extends TObject = TObject, Q extends TObject = TObject>(
  given: Omit<QueryDefinition<P, Q>, 'params' | 'query'> & { params?: P; query?: Q }
): QueryDefinition<P, Q> {
  const query = { ...given, params: given.params ?? (nothing as P), query: given.query ?? (nothing as Q) }
  checkSchemas(query.name, query.path, query.params, query.query)
  return Object.freeze(query)
}

/** One GET route for each query. Path and filters are text, so "10" is 10 where the schema wants an integer. */
export function mountQueries(app: App, queries: readonly QueryDefinition[]): void {
  for (const query of queries) {
    app.route({
      method: 'GET',
      url: query.path,
      schema: {
        ...routeDocs(query),
        ...(Object.keys(query.params.properties).length > 0 && { params: query.params }),
        querystring: query.query,
        response: { 200: query.answer, ...problemResponses([400, 401, 403, 404, 429, 503]) }
      },
      onRequest: authenticate(query.action),
      handler: async (request, reply) => {
        const { body, version, next } = await query.execute({
          caller: callerOf(request),
          params: request.params as never,
          query: request.query as never,
          scope: scopeOf(request),
          correlationId: request.id,
          traceparent: traceOf(request)
        })
        if (version !== undefined) reply.header('etag', `"${version}"`)
        if (next !== undefined) reply.header('link', nextLink(request.url, next))
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
      }
    })
  }
}

/** RFC 8288: this request's address, going on after `cursor`. */
export function nextLink(url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url, 'http://host')
  searchParams.set('after', cursor)
  return `<${pathname}?${searchParams}>; rel="next"`
}
