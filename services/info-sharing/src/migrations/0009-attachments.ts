import { reader, rowSecurity } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table directory_sealing_keys (
     agency text not null, recipient text not null, valid_from timestamptz not null, version int not null,
     primary key (agency, recipient))`,
  `create table attachments (
     id uuid primary key, case_number text not null, title text not null, media_type text not null,
     sender text not null, sealed_at timestamptz not null, version int not null)`,
  `create index attachments_case on attachments (case_number, id)`,
  `create table attachment_sealings (
     object uuid primary key, attachment uuid not null, version int not null, holder text not null,
     sealed_at timestamptz not null, size bigint not null, sha256 text not null, recipients jsonb not null)`,
  `create index attachment_sealings_attachment on attachment_sealings (attachment, version)`,
  `create table attachment_custody (
     attachment uuid not null, version int not null, step text not null, at timestamptz not null, agency text not null,
     other text, object uuid not null, sha256 text not null, note text, primary key (attachment, version))`,
  // State, not a view: what is announced and not yet here, and what was begun to be written.
  `create table attachment_uploads (
     id uuid primary key, attachment uuid not null, agency text not null, announced jsonb not null,
     context jsonb not null, expires_at timestamptz not null, done jsonb)`,
  `create index attachment_uploads_expiry on attachment_uploads (expires_at)`,
  `create table attachment_objects_begun (
     object uuid primary key, upload uuid not null, begun_at timestamptz not null default now())`
]

/** Policies that ask each other would ask for ever: these look with everybody's eyes. */
const asking = (name: string, condition: string) => `
  create function ${name}(thing uuid, who text) returns boolean language sql stable security definer
    set search_path from current set wuhu.agency = '*' as $$ select exists (select from ${condition}) $$`

const sealedTo = (who: string) => `recipients @> jsonb_build_array(jsonb_build_object('agency', ${who}))`

/** An attachment is there for its sender and for those it is sealed to; a ciphertext for those who can open it. */
const walls = rowSecurity(
  {
    attachments: `sender = ${reader} or can_open(id, ${reader})`,
    attachment_sealings: `${sealedTo(reader)} or is_sender(attachment, ${reader})`,
    attachment_custody: `can_open(attachment, ${reader}) or is_sender(attachment, ${reader})`
  },
  [
    asking('can_open', `attachment_sealings where attachment = thing and ${sealedTo('who')}`),
    asking('is_sender', 'attachments where id = thing and sender = who')
  ]
)

/** Sealed attachments and the keys they are sealed to. */
export const attachments: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
    await walls.up(db)
  }
}
