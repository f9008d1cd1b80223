import { logRead } from '@wuhu/access'
import { type Logger, type QueryDefinition, statementQuery } from '@wuhu/host'
import { loadStatement, type Store } from '@wuhu/store'
import type { AuditTables } from '../tables.ts'

/** What agencies signed on their way into this service. */
export const statementQueries = ({
  store,
  logger
}: {
  readonly store: Store<AuditTables>
  readonly logger: Logger
}): QueryDefinition[] => [
  statementQuery({
    load: (sha256) => loadStatement(store.db, sha256),
    record: (reader, shown) => logRead(store.db, reader, shown),
    logger
  })
]
