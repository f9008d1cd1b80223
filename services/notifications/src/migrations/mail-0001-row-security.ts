import { readers, rowSecurity } from '@wuhu/store'

const own = `stream_id = any((select array_agg('mailbox/' || agency) from unnest(${readers}) as agency)::text[])`

/** The second wall around mailboxes: the database shows an agency its own copies only. */
export const mailboxSecurity = rowSecurity({ events: own, heads: own })
