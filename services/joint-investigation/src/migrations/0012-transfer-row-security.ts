import { reader, rowSecurity } from '@wuhu/store'

const told = (id: string) =>
  `exists (select from transfer_agencies a where a.transfer_id = ${id} and a.agency = ${reader})`

/** The database shows an agency the rows of transfers only of which it was told. */
export const transferRowSecurity = rowSecurity({
  transfer_agencies: `agency = ${reader}`,
  transfers: told('id'),
  transfer_breaches: told('transfer_breaches.transfer_id')
})
