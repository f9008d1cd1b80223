import type { TestStack } from '../stack/start-stack.ts'
import { type Schema, sampleOf } from './sample-of.ts'

/** Path parameters and body fields of a request that is about something; what is not given is made up. */
export interface About {
  readonly params?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
}

/** A route of a service as its own description tells of it. */
export interface Route {
  /** `POST /v1/clues/{id}/accept` */
  readonly name: string
  readonly method: string
  /** Name of the command or query: `clue.accept`. */
  readonly operation: string
  /** What it asks the policy; undefined: it is open. */
  readonly action: string | undefined
  request(about: About): {
    readonly path: string
    readonly params: Readonly<Record<string, string>>
    readonly body: object | undefined
  }
}

interface Operation {
  readonly operationId?: string
  readonly 'x-action'?: string
  readonly parameters?: ReadonlyArray<{ in: string; name: string; required?: boolean; schema: Schema }>
  readonly requestBody?: { content: Record<string, { schema: Schema }> }
}

/** Every route of every running service, but for the pages of the documentation. */
export async function createRoutes(stack: TestStack): Promise<Route[]> {
  const found = new Map<string, Route>()
  for (const url of Object.values(stack.urls)) {
    const response = await fetch(`${url}/openapi.json`)
    const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> }
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const route = routeOf(method.toUpperCase(), path, operation)
        found.set(route.name, route)
      }
    }
  }
  return [...found.values()]
}

function routeOf(method: string, path: string, operation: Operation): Route {
  const { operationId = '', parameters = [], requestBody } = operation
  const json = requestBody?.content['application/json']?.schema
  return {
    name: `${method} ${path}`,
    method,
    operation: operationId,
    action: operation['x-action'],
    request({ params = {}, body = {} }) {
      const inPath = parameters.filter((one) => one.in === 'path')
      const named = Object.fromEntries(
        inPath.map(({ name, schema }) => [name, params[name] ?? String(sampleOf(schema))])
      )
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ''))
      const query = parameters
        .filter((one) => one.in === 'query' && one.required)
        .map(({ name, schema }) => `${name}=${encodeURIComponent(params[name] ?? String(sampleOf(schema)))}`)
      const sampled = json && { ...(sampleOf(json) as object), ...body }
      return { path: `${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`, params: named, body: sampled }
    }
  }
}
