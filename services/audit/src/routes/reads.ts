import { listReads } from '@wuhu/access'
import { type QueryDefinition, readsQuery } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { sql } from 'kysely'
import type { AuditTables } from '../tables.ts'

/** A replay of more than one case showed a case when an event of it was in what the replay asked for. */
const replayedWithOthers = (caseNumber: string) => sql<boolean>`(
  case_number is null and channel = 'replay' and exists (
    select from audit.log as l
    where l.case_number = ${caseNumber} and l.index <= reads.last
      and l.stream = any(array(select jsonb_array_elements_text(reads.asked -> 'streams')))
      and (reads.asked ->> 'reader' = 'audit' or l.audience @> array[reads.asked ->> 'reader'])
      and l.type = coalesce(reads.asked -> 'filters' ->> 'type', l.type)
      and l.agency = coalesce(reads.asked -> 'filters' ->> 'agency', l.agency)
      and l.mutual = coalesce(reads.asked -> 'filters' ->> 'mutual', l.mutual)
      and l.time >= coalesce((reads.asked -> 'filters' ->> 'from')::timestamptz, '-infinity')
      and l.time < coalesce((reads.asked -> 'filters' ->> 'to')::timestamptz, 'infinity')))`

/** Who replayed what. */
export const readsOfLog = ({ store }: { readonly store: Store<AuditTables> }): QueryDefinition =>
  readsQuery((filter) => listReads(store.db, filter, replayedWithOthers))
