import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { type TObject, Type } from '@sinclair/typebox'
import type { Title } from '@wuhu/contracts'
import type { App, HostParts } from './host-parts.ts'

const problem = Type.Object(
  {
    type: Type.String({ examples: ['urn:wuhu:problem:request.invalid'] }),
    title: Type.String({ description: '中文标题' }),
    title_en: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: '稳定的错误代码 / stable code' }),
    instance: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object({ in: Type.String(), path: Type.String(), message: Type.String(), message_en: Type.String() })
      )
    )
  },
  { $id: 'Problem', title: 'Problem', description: 'RFC 9457 problem+json' }
)

/** OpenAPI 3.1 from the routes' schemas at /openapi.json, and a page at /docs that needs nothing from outside. */
export async function addDocs(app: App, service: HostParts['service']): Promise<void> {
  app.addSchema(problem)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `${service.zh} ${service.name}`, description: service.en, version: service.version },
      components: {
        securitySchemes: {
          agencyKey: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              '本单位密钥签发的 EdDSA JWT，有效期不超过 5 分钟 / signed by the agency itself, at most 5 minutes'
          }
        }
      }
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema-${index}`) }
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    // Nothing from outside, and no upgrade to a TLS that an intranet may not have.
    transformStaticCSP: (policy) =>
      policy.replaceAll(/ https:| validator\.swagger\.io|upgrade-insecure-requests;/g, ''),
    uiConfig: { docExpansion: 'list', deepLinking: true }
  })
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger()))
  )
}

/** The part of a route's schema that is for its readers. */
export function routeDocs(route: { name: string; title: Title; description?: Title; tag?: string }) {
  const { name, title, description, tag } = route
  return {
    operationId: name,
    summary: `${title.zh} ${title.en}`,
    ...(description && { description: `${description.zh}\n\n${description.en}` }),
    tags: [tag ?? name.split('.')[0] ?? name],
    security: [{ agencyKey: [] }]
  }
}

/** Headers that a command understands; their form is checked where they are read, for both doors alike. */
export const commandHeaders: TObject = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ description: '重复提交同一请求时返回首次结果 / the same key and body get the first answer again' })
  ),
  'if-match': Type.Optional(
    Type.String({ description: '期望的版本（ETag）/ the version expected', examples: ['"3"'] })
  ),
  'wuhu-attestation': Type.Optional(
    Type.String({
      description: '不涉密声明，由读过文字的人员作出 / that officer has read the text: no state secret is in it',
      examples: ['no-state-secret; by=p-1']
    })
  ),
  'wuhu-signature': Type.Optional(
    Type.String({ description: '本单位对所述内容的签名 / detached JWS of the agency over its statement' })
  )
})

const meanings: Record<number, string> = {
  400: '请求有误 Bad request',
  401: '未通过身份验证 Not authenticated',
  403: '无权访问 Forbidden',
  404: '未找到 Not found',
  409: '当前状态下不能进行 Not possible in the present state',
  412: '版本已变化 The version has changed',
  413: '正文过大 Too large',
  415: '类型不受支持 Unsupported media type',
  422: 'Idempotency-Key 已用于其他请求，或签名不符 The key was used for another request, or the signature does not fit',
  429: '请求过于频繁 Too many requests',
  503: '暂不可用 Unavailable'
}

/** Response schemas for what may go wrong. */
export function problemResponses(statuses: readonly number[]): Record<number, unknown> {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: meanings[status] ?? String(status),
        content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } }
      }
    ])
  )
}
