import { reader, rowSecurity } from '@wuhu/store'

const among = `${reader} = any(agencies)`

/** The second wall: the database shows an agency what it issued, was given, or was told, and no more. */
export const rowSecurityOfViews = rowSecurity({
  supervisions: among,
  tasks: among,
  task_assignments: `${reader} in (agency, issuer)`,
  bulletins: among,
  suggestions: `${reader} in (issuer, addressee)`
})
