import { reader, rowSecurity } from '@wuhu/store'

/** The second wall: the database shows an agency the rows of assistances only in which it took part. */
export const rowSecurityOfViews = rowSecurity({
  case_parties: `agency = ${reader}`,
  cases: `exists (select from case_parties p where p.case_number = number and p.agency = ${reader})`,
  assistance_agencies: `agency = ${reader}`,
  assistances: `exists (select from assistance_agencies a where a.assistance_id = id and a.agency = ${reader})`
})
