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
import { addresseeCommands } from './commands/addressee.ts'
import type { Deps } from './commands/context.ts'
import { requestCommand } from './commands/request.ts'
import { requesterCommands } from './commands/requester.ts'
import { messages } from './messages.ts'
import { assistanceQueries } from './routes/assistances.ts'

export interface AppDeps extends Deps {
  readonly version: string
  readonly verify: Verify
  readonly logger: Logger
  readonly metrics: Metrics
  readonly operated: Operated
  readonly metricsToken?: string | undefined
  readonly rateLimit?: number
}

/** Every command of the service, for both doors. */
export const commandsOf = (deps: Deps): CommandDefinition[] => [
  requestCommand(deps),
  ...addresseeCommands(deps),
  ...requesterCommands(deps)
]

/** The HTTP application. Reads no environment and opens no driver; it listens nowhere yet. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { version, verify, logger, metrics, operated, metricsToken, rateLimit } = deps
  const app = await createHost({
    service: { name: 'joint-investigation', zh: '协查互助', en: 'Mutual assistance in investigation', version },
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
  mountQueries(app, assistanceQueries(deps))
  mountOperator(app, operated)
  operatorGauges(metrics, operated)
  return app
}
