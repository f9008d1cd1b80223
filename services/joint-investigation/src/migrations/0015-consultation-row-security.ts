import { reader, rowSecurity } from '@wuhu/store'

/** An agency sees the consultations it learned of. The material of the check of conflicts is the service's own. */
export const rowSecurityOfConsultations = rowSecurity({
  consultation_agencies: `agency = ${reader}`,
  consultations: `exists (select from consultation_agencies a where a.consultation_id = id and a.agency = ${reader})`,
  candidates: 'false',
  case_concerned: 'false'
})
