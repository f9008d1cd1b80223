import { reader, rowSecurity } from '@wuhu/store'

/** Tables whose policies ask each other would ask for ever: these look, for a policy, with everybody's eyes. */
const asking = (name: string, condition: string) => `
  create function ${name}(thing text, who text) returns boolean language sql stable security definer
    set search_path from current set wuhu.agency = '*' as $$ select exists (select from ${condition}) $$`

const office = `exists (select from directory_agencies d where d.code = ${reader} and d.office)`
/** What had happened before a party was let in with history, as far as the agency that let it in could see. */
const history = `exists (
  select from case_parties p
  where p.case_number = case_timeline.case_number and p.agency = ${reader} and at <= p.since and grounds ? p.history_by)`

/** The second wall: the database shows an agency the rows of its own cases, leads and notices only. */
export const rowSecurityOfViews = rowSecurity(
  {
    cases: `exists (select from case_parties p where p.case_number = number and p.agency = ${reader})`,
    case_parties: `agency = ${reader} or is_party(case_number, ${reader})`,
    case_numbers: 'exists (select from cases c where c.number = case_number)',
    case_timeline: `grounds ? ${reader} or ${history}`,
    clues: `parties ? ${reader} or (status <> 'draft' and ${office})`,
    notice_recipients: `agency = ${reader} or is_publisher(notice, ${reader})`,
    unmaskings: `agency = ${reader}`,
    notices: `publisher = ${reader} or exists (
      select from notice_recipients r where r.notice = id and r.agency = ${reader})`
  },
  [
    asking('is_party', 'case_parties where case_number = thing and agency = who'),
    asking('is_publisher', 'notices where id = thing and publisher = who')
  ]
)
