import type { Verify } from '@wuhu/access'
import type { Bus } from '@wuhu/bus'
import { formats } from '@wuhu/contracts'
import {
  type App,
  createHost,
  type HttpTls,
  type Logger,
  type Metrics,
  mountOperator,
  mountQueries,
  operatorChecks,
  operatorGauges
} from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { gapsRoute } from './routes/gaps.ts'
import { readsOfLog } from './routes/reads.ts'
import { replayRoute } from './routes/replay.ts'
import type { AuditTables } from './tables.ts'
import type { Workers } from './workers.ts'

export interface AppDeps {
  readonly store: Store<AuditTables>
  readonly bus: Bus
  readonly workers: Workers
  readonly logger: Logger
  readonly metrics: Metrics
  readonly verify: Verify
  /** RFC 3339 instant. */
  now(): string
  readonly version: string
  readonly metricsToken?: string | undefined
  /** HTTPS; without it plain HTTP. */
  readonly tls?: HttpTls | undefined
  /** Requests a minute and address. */
  readonly rateLimit?: number
  /** Requests a minute and agency. */
  readonly agencyRateLimit?: number
}

/** The audit service without its process. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { store, bus, workers, logger, metrics, verify, now, rateLimit } = deps
  const operated = {
    pool: store.pool,
    bus,
    relays: workers.relays,
    consumers: [workers.directory, ...workers.recorders]
  }
  const app = await createHost({
    service: {
      name: 'audit',
      zh: '审计回放',
      en: 'The append-only log of everything published: replay, and proof that nothing is missing',
      version: deps.version
    },
    logger,
    metrics,
    verify,
    checks: operatorChecks(operated),
    formats,
    metricsToken: deps.metricsToken,
    tls: deps.tls,
    rateLimit,
    agencyRateLimit: deps.agencyRateLimit,
    messages: {
      zh: {
        'replay.beyond-log': '日志尚未到该序号',
        'replay.reason-required': '含正文的回放须写明理由',
        'replay.empty-range': '起始时间应早于截止时间'
      },
      en: {
        'replay.beyond-log': 'The log has not come that far',
        'replay.reason-required': 'Reading bodies needs a reason',
        'replay.empty-range': 'The range ends before it begins'
      }
    }
  })
  operatorGauges(metrics, operated)
  mountOperator(app, operated)
  replayRoute(app, { store, now })
  mountQueries(app, [readsOfLog({ store })])
  gapsRoute(app, { store, bus, consumers: workers.recorders })
  return app
}
