import { Type } from '@sinclair/typebox'
import type { Bus } from '@wuhu/bus'
import { type App, authenticate, routeDocs } from '@wuhu/host'
import type { Consumer, Store } from '@wuhu/store'
import { gapReport } from '../gaps/gap-report.ts'
import type { AuditTables } from '../tables.ts'

const query = Type.Object(
  {
    deep: Type.Boolean({
      default: false,
      description: '与消息服务器逐条核对 compare every message with the log'
    })
  },
  { additionalProperties: false }
)

/** `GET /v1/gaps`: proof that nothing is missing, or what is. */
export function gapsRoute(
  app: App,
  deps: { store: Store<AuditTables>; bus: Bus; consumers: readonly Consumer[] }
): void {
  app.get(
    '/v1/gaps',
    {
      schema: {
        ...routeDocs({
          name: 'gaps.read',
          title: { zh: '缺口报告', en: 'Gap report' },
          description: {
            zh: '各事件流序号、各业务对象版本、日志序号是否连续，正文与入库时的 SHA-256 是否一致；`deep=true` 再与消息服务器逐条核对编号和正文。缺口逐一指名。',
            en: 'Whether sequences of each stream, versions of each aggregate and indexes of the log are dense, and bodies still have their SHA-256; `deep=true` also compares every message with the log. Each gap is named.'
          }
        }),
        querystring: query
      },
      onRequest: authenticate('gaps.read')
    },
    async (request, reply) => {
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      return gapReport({ ...deps, deep: request.query.deep, signal: gone.signal })
    }
  )
}
