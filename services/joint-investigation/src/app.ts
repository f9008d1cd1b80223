import { type DirectoryLookups, logRead, type Verify } from '@wuhu/access'
import { formats } from '@wuhu/contracts'
import { deadlineQueries } from '@wuhu/deadlines'
import {
  type App,
  type CommandDefinition,
  createHost,
  type HttpTls,
  type IntakeOptions,
  inspectIntake,
  inspectSignature,
  type Logger,
  type Metrics,
  mountCommands,
  mountOperator,
  mountQueries,
  type Operated,
  operatorChecks,
  operatorGauges,
  statementQuery
} from '@wuhu/host'
import { loadStatement } from '@wuhu/store'
import { addresseeCommands } from './commands/addressee.ts'
import { consultationOfficeCommands } from './commands/consultation-office.ts'
import { proposeCommand } from './commands/consultation-propose.ts'
import { consultationWorkCommands } from './commands/consultation-work.ts'
import { evidenceCommands } from './commands/evidence.ts'
import { recordQuarantined } from './commands/quarantine.ts'
import { requestCommand } from './commands/request.ts'
import { requesterCommands } from './commands/requester.ts'
import { transferBeginnings } from './commands/transfer-beginnings.ts'
import type { TransferDeps } from './commands/transfer-context.ts'
import { transferPoliceCommands } from './commands/transfer-police.ts'
import { transferProcuratorateCommands } from './commands/transfer-procuratorate.ts'
import { transferSenderCommands } from './commands/transfer-sender.ts'
import { messages } from './messages.ts'
import { assistanceLetterQuery } from './routes/assistance-letter.ts'
import { assistanceQueries } from './routes/assistances.ts'
import { consultationQueries } from './routes/consultations.ts'
import { jointDocumentRoutes } from './routes/documents.ts'
import { evidenceQueries } from './routes/evidence.ts'
import { readsOfAssistances } from './routes/reads.ts'
import { transferQueries } from './routes/transfers.ts'
import { untransferredQuery } from './routes/untransferred.ts'

export interface AppDeps extends TransferDeps {
  readonly version: string
  readonly verify: Verify
  /** What agencies' signatures are checked with: the bus as tokens name it, and the directory's word on a key. */
  readonly signatures: { readonly audience: string; readonly lookupKey: DirectoryLookups['lookupKey'] }
  readonly logger: Logger
  readonly metrics: Metrics
  readonly operated: Operated
  readonly metricsToken?: string | undefined
  /** HTTPS; without it plain HTTP. */
  readonly tls?: HttpTls | undefined
  readonly rateLimit?: number
  /** Requests a minute and agency. */
  readonly agencyRateLimit?: number
  readonly attestation?: IntakeOptions['attestation']
}

/** Every command of the service, for both doors. */
export const commandsOf = (deps: TransferDeps): CommandDefinition[] => [
  requestCommand(deps),
  ...addresseeCommands(deps),
  ...requesterCommands(deps),
  proposeCommand(deps),
  ...consultationOfficeCommands(deps),
  ...consultationWorkCommands(deps),
  ...evidenceCommands(deps),
  ...transferBeginnings(deps),
  ...transferSenderCommands(deps),
  ...transferPoliceCommands(deps),
  ...transferProcuratorateCommands(deps)
]

/** The HTTP application. Reads no environment and opens no driver; it listens nowhere yet. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { version, verify, logger, metrics, operated, metricsToken, rateLimit, attestation } = deps
  const app = await createHost({
    service: {
      name: 'joint-investigation',
      zh: '疑难互商与协查互助',
      en: 'Consultation and mutual assistance',
      version
    },
    verify,
    logger,
    metrics,
    checks: operatorChecks(operated),
    formats,
    messages,
    metricsToken,
    tls: deps.tls,
    inspectors: [
      inspectSignature({ ...deps.signatures, now: () => new Date() }),
      inspectIntake({ attestation, quarantine: (refused) => recordQuarantined(deps, refused) })
    ],
    rateLimit,
    agencyRateLimit: deps.agencyRateLimit
  })
  mountCommands(app, commandsOf(deps))
  mountQueries(app, [
    ...assistanceQueries(deps),
    assistanceLetterQuery(deps),
    ...consultationQueries(deps),
    ...evidenceQueries(deps),
    ...transferQueries(deps),
    untransferredQuery(deps),
    ...deadlineQueries(deps),
    statementQuery({ db: deps.store.db, load: loadStatement, record: logRead, logger }),
    readsOfAssistances(deps)
  ])
  jointDocumentRoutes(app, deps)
  mountOperator(app, operated)
  operatorGauges(metrics, operated)
  return app
}
