import { reader, rowSecurity } from '@wuhu/store'

/** Commendations 表扬 as the list shows them, to those who were told. */
export const commendations = rowSecurity({ commendations: `${reader} = any(agencies)` }, [
  `create table commendations (
     id uuid primary key, agency text not null, issuer text not null, title text not null, text text not null,
     document_number text, agencies text[] not null, commended_at timestamptz not null)`,
  `create index commendations_newest on commendations (commended_at desc, id desc)`
])
