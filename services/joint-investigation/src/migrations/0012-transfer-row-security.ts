import { reader, rowSecurity } from '@wuhu/store'

/**
 * The database shows an agency each transfer as it stood at the step of which the agency was told last; the transfer as it
 * stands, and its missed clocks, to those only who were told of its last step.
 */
export const transferRowSecurity = rowSecurity({
  transfer_agencies: `agency = ${reader}`,
  transfers: `exists (select from transfer_agencies a
    where a.transfer_id = transfers.id and a.agency = ${reader} and a.version = transfers.version)`,
  transfer_breaches: `exists (select from transfers t where t.id = transfer_breaches.transfer_id)`
})
