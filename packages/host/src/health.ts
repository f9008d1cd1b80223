import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { authenticate } from './authenticate.ts'
import type { App, HostParts } from './host-parts.ts'
import type { Metrics } from './metrics.ts'
import { asking } from './who-may-call.ts'

/** Something that a service cannot do without. */
export interface Check {
  readonly name: string
  /** `detail` is one sentence for the operator. Throwing, or no answer in 2 s, is not ok. */
  check(): Promise<{ readonly ok: boolean; readonly detail: string }>
}

const checkWithin = 2_000

/**
 * /health/live: the process answers. /health/ready: what it depends on works; 503 and which does not, if not. Both are
 * open. /metrics is not: it needs `metricsToken`, or a token of a system administrator.
 */
export function addHealth(
  app: App,
  options: {
    service: HostParts['service']
    checks: readonly Check[]
    metrics: Metrics
    metricsToken: string | undefined
  }
): void {
  const { service, checks, metrics, metricsToken } = options
  const docs = (zh: string, en: string) => ({ schema: { tags: ['health'], summary: `${zh} ${en}` } })

  app.get('/health/live', { schema: { ...docs('存活', 'Alive').schema, security: [] } }, async () => ({
    status: 'ok',
    service: service.name,
    version: service.version
  }))

  app.get('/health/ready', { schema: { ...docs('就绪', 'Ready').schema, security: [] } }, async (_request, reply) => {
    const results = await Promise.all(checks.map(resultOf))
    const ok = results.every((result) => result.ok)
    return reply.code(ok ? 200 : 503).send({ status: ok ? 'ok' : 'not-ready', checks: results })
  })

  const administrator = authenticate('metrics.read')
  app.get('/metrics', {
    ...docs('指标', 'Metrics (Prometheus text)'),
    onRequest: asking('metrics.read', async (request: FastifyRequest) => {
      if (metricsToken && sameText(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) return
      await administrator(request)
    }),
    handler: async (_request, reply) =>
      reply
        .type('text/plain; version=0.0.4; charset=utf-8')
        .serializer(String)
        .send(await metrics.serialize())
  })
}

async function resultOf({ name, check }: Check): Promise<{ name: string; ok: boolean; detail: string }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${checkWithin} ms`)), checkWithin)
  })
  try {
    const { ok, detail } = await Promise.race([check(), late])
    return { name, ok, detail }
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : 'failed' }
  } finally {
    clearTimeout(timer)
  }
}

const sameText = (left: string, right: string) =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
