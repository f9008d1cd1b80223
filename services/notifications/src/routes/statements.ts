import { logRead, type ReadTables } from '@wuhu/access'
import { type Logger, type QueryDefinition, statementQuery } from '@wuhu/host'
import { loadStatement, type Store } from '@wuhu/store'

/** What agencies signed on their way into this service. */
export const statementQueries = <DB extends ReadTables>({
  store,
  logger
}: {
  store: Store<DB>
  logger: Logger
}): QueryDefinition[] => [
  statementQuery({
    load: (sha256) => loadStatement(store.db, sha256),
    record: (reader, shown) => logRead(store.db, reader, shown),
    logger
  })
]
