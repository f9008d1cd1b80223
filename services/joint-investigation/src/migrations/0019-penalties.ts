import { reader, rowSecurity } from '@wuhu/store'

const table = `create table case_penalties (
  event uuid primary key, case_number text not null, agency text not null, document_number text,
  decided_on text not null, at timestamptz not null)`
const index = 'create index case_penalties_case on case_penalties (case_number, agency, at)'

/** Penalties by case. Besides the agency, the procuratorate sees them that supervises a transfer of its case. */
export const penalties = rowSecurity(
  {
    case_penalties: `agency = ${reader} or exists (select from transfers t
      where t.case_number = case_penalties.case_number and t.sender = case_penalties.agency
        and t.procuratorate = ${reader})`
  },
  [table, index]
)
