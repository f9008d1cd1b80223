import { readFileSync } from 'node:fs'
import type { Verify } from '@wuhu/access'
import { formats } from '@wuhu/contracts'
import {
  type App,
  type CommandDefinition,
  createHost,
  type HttpTls,
  type Logger,
  type Metrics,
  mountCommands,
  mountOperator,
  mountQueries,
  type Operated,
  operatorChecks,
  operatorGauges
} from '@wuhu/host'
import { accountCommands } from './commands/accounts.ts'
import { identityCommands } from './commands/identities.ts'
import { messages } from './messages.ts'
import { accountQueries } from './routes/accounts.ts'
import { enrolRoutes } from './routes/enrol.ts'
import { homeRoutes } from './routes/home.ts'
import { type ConsoleKey, sessionRoutes } from './routes/session.ts'
import { signInRoutes } from './routes/sign-in.ts'
import type { OidcProvider } from './sign-in/oidc-provider.ts'
import { openPage, type WebDeps } from './web/visitor.ts'

export interface AppDeps extends WebDeps {
  readonly version: string
  readonly verify: Verify
  readonly consoleKey: ConsoleKey
  readonly oidc?: OidcProvider | undefined
  readonly logger: Logger
  readonly metrics: Metrics
  readonly operated: Operated
  readonly metricsToken?: string | undefined
  readonly rateLimit?: number
  /** Without it: plain HTTP. */
  readonly tls?: HttpTls | undefined
}

/** Nothing but our own style and our own forms; no script at all, and no frame of another site around it. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const largestForm = 8 * 1024

/** Every command of the service. They come by HTTP only: no agency's system has a use for them. */
const commandsOf = (deps: WebDeps): CommandDefinition[] => [...accountCommands(deps), ...identityCommands(deps)]

/** The console without its process. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { version, verify, logger, metrics, operated, metricsToken, rateLimit, tls } = deps
  const app = await createHost({
    service: { name: 'console', zh: '工作台', en: 'Where officers sign in', version },
    verify,
    logger,
    metrics,
    checks: operatorChecks(operated),
    formats,
    messages,
    metricsToken,
    tls,
    ...(rateLimit !== undefined && { rateLimit })
  })
  mountCommands(app, commandsOf(deps))
  mountQueries(app, accountQueries(deps))
  mountOperator(app, operated)
  operatorGauges(metrics, operated)
  sessionRoutes(app, deps, deps.consoleKey)
  await app.register((scope, _options, done) => {
    pages(scope as unknown as App, deps)
    done()
  })
  return app
}

/** Pages and forms have rules of their own: what they may load, and that forms are read. */
function pages(app: App, deps: AppDeps): void {
  const secure = deps.origin.startsWith('https:')
  const style = readFileSync(new URL('./web/console.css', import.meta.url), 'utf8')
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: largestForm },
    async (_request: unknown, body: string) => new URLSearchParams(body)
  )
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': contentSecurityPolicy,
      // Without the origin of its own pages the console could not tell them from others.
      'referrer-policy': 'same-origin',
      ...(secure && { 'strict-transport-security': 'max-age=31536000' })
    })
  })
  app.get('/console.css', openPage, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').serializer(String).send(style)
  )
  signInRoutes(app, deps, deps.oidc)
  enrolRoutes(app, deps)
  homeRoutes(app, deps)
}
