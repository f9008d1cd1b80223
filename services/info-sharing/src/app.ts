import type { Verify } from '@wuhu/access'
import { formats } from '@wuhu/contracts'
import {
  type App,
  type CommandDefinition,
  createHost,
  type Logger,
  type Metrics,
  mountCommands,
  mountOperator,
  mountQueries,
  type Operated,
  operatorChecks,
  operatorGauges
} from '@wuhu/host'
import { agencyCommands } from './commands/agencies.ts'
import { caseCommands } from './commands/cases.ts'
import type { ClueDeps } from './commands/clue-call.ts'
import { clueCommands } from './commands/clues.ts'
import { noticeCommands } from './commands/notices.ts'
import { messages } from './messages.ts'
import { agencyQueries } from './routes/agencies.ts'
import { caseQueries } from './routes/cases.ts'
import { clueRoutes } from './routes/clues.ts'
import { contractRoutes } from './routes/contracts.ts'
import { noticeQueries } from './routes/notices.ts'

export interface AppDeps extends ClueDeps {
  readonly version: string
  readonly verify: Verify
  readonly logger: Logger
  readonly metrics: Metrics
  readonly operated: Operated
  readonly metricsToken?: string | undefined
  readonly rateLimit?: number
}

/** Every command of the service, for both doors. */
export const commandsOf = (deps: ClueDeps): CommandDefinition[] => [
  ...agencyCommands(deps),
  ...caseCommands(deps),
  ...clueCommands(deps),
  ...noticeCommands(deps)
]

/** The HTTP application. Reads no environment and opens no driver; it listens nowhere yet. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { version, verify, logger, metrics, operated, metricsToken, rateLimit } = deps
  const app = await createHost({
    service: {
      name: 'info-sharing',
      zh: '信息互通与线索互享',
      en: 'Directory, case register, clues and notices',
      version
    },
    verify,
    logger,
    metrics,
    checks: operatorChecks(operated),
    formats,
    messages,
    metricsToken,
    ...(rateLimit !== undefined && { rateLimit })
  })
  mountCommands(app, commandsOf(deps))
  mountQueries(app, [...agencyQueries(deps), ...caseQueries(deps), ...noticeQueries(deps)])
  clueRoutes(app, deps)
  contractRoutes(app, version)
  mountOperator(app, operated)
  operatorGauges(metrics, operated)
  return app
}
