import { createAsyncApi, dataJsonSchema, definitionOf } from '@wuhu/contracts'
import { type App, NotFound } from '@wuhu/host'

/** What travels on the bus, described for everybody: open, as /docs is. */
export function contractRoutes(app: App, version: string): void {
  const asyncApi = JSON.stringify(createAsyncApi({ version }))
  app.get(
    '/asyncapi.json',
    { schema: { operationId: 'asyncapi', summary: '事件说明 AsyncAPI 3.1', tags: ['contracts'], security: [] } },
    async (_request, reply) => reply.type('application/json; charset=utf-8').serializer(String).send(asyncApi)
  )
  app.get<{ Params: { type: string } }>(
    '/v1/schemas/:type',
    { schema: { operationId: 'schema.get', summary: '事件数据的 JSON Schema', tags: ['contracts'], security: [] } },
    async (request, reply) => {
      const definition = definitionOf(request.params.type)
      if (!definition) throw new NotFound('schema.unknown', 'there is no such event type; see /asyncapi.json')
      return reply
        .type('application/schema+json; charset=utf-8')
        .serializer(String)
        .send(
          JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...dataJsonSchema(definition) })
        )
    }
  )
}
