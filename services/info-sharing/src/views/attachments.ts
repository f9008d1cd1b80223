import type { AttachmentEvent, Envelope, SealedTo, SealingKeyEvent } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { InfoDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string, string>

export type CustodyStep = 'sealed' | 'recipient-added' | 'handed-over' | 'received'

export interface AttachmentTables {
  directory_sealing_keys: { agency: string; recipient: string; valid_from: Timestamp; version: number }
  attachments: {
    id: string
    case_number: string
    title: string
    media_type: string
    sender: string
    sealed_at: Timestamp
    version: number
  }
  attachment_sealings: {
    object: string
    attachment: string
    /** Of the event that told of it. */
    version: number
    holder: string
    sealed_at: Timestamp
    size: ColumnType<string, number, number>
    sha256: string
    recipients: ColumnType<SealedTo[], string, string>
  }
  attachment_custody: {
    attachment: string
    version: number
    step: CustodyStep
    at: Timestamp
    agency: string
    /** To whom it was handed over. */
    other: string | null
    object: string
    sha256: string
    note: string | null
  }
}

/** Attachments, their ciphertexts and their custody; and the keys that files are sealed to. */
export const attachmentView: View<InfoDb> = {
  name: 'attachments',
  tables: ['attachments', 'attachment_sealings', 'attachment_custody', 'directory_sealing_keys'],
  async apply(db, envelope) {
    const fact = { type: envelope.type, data: envelope.data }
    if (envelope.type.startsWith('attachment.')) await applyAttachmentEvent(db, fact as AttachmentEvent, envelope)
    else if (envelope.type.startsWith('agency.sealing-key-')) await applyKeyEvent(db, fact as SealingKeyEvent, envelope)
  }
}

async function applyKeyEvent(db: Kysely<InfoDb>, event: SealingKeyEvent, { streamversion }: Envelope): Promise<void> {
  const { code, recipient, validFrom } = event.data
  await db
    .insertInto('directory_sealing_keys')
    .values({ agency: code, recipient, valid_from: validFrom, version: streamversion })
    .onConflict((conflict) => conflict.columns(['agency', 'recipient']).doNothing())
    .execute()
}

async function applyAttachmentEvent(db: Kysely<InfoDb>, event: AttachmentEvent, envelope: Envelope): Promise<void> {
  const { time, streamversion: version } = envelope
  const { id, object, sha256 } = event.data
  const custody = (step: CustodyStep, agency: string, more: { other?: string; note?: string | undefined } = {}) =>
    db
      .insertInto('attachment_custody')
      .values({ attachment: id, version, step, at: time, agency, other: null, object, sha256, note: null, ...more })
      .onConflict((conflict) => conflict.columns(['attachment', 'version']).doNothing())
      .execute()
  const sealing = (holder: string, size: number, recipients: readonly SealedTo[]) =>
    db
      .insertInto('attachment_sealings')
      .values({
        object,
        attachment: id,
        version,
        holder,
        sealed_at: time,
        size,
        sha256,
        recipients: JSON.stringify(recipients)
      })
      .onConflict((conflict) => conflict.column('object').doNothing())
      .execute()

  switch (event.type) {
    case 'attachment.sealed.v1': {
      const { caseNumber, title, mediaType, sender, size, recipients } = event.data
      await db
        .insertInto('attachments')
        .values({ id, case_number: caseNumber, title, media_type: mediaType, sender, sealed_at: time, version })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      await sealing(sender, size, recipients)
      await custody('sealed', sender)
      return
    }
    case 'attachment.recipient-added.v1':
      await sealing(event.data.holder, event.data.size, event.data.recipients)
      await custody('recipient-added', event.data.holder)
      break
    case 'attachment.handed-over.v1':
      await custody('handed-over', event.data.from, { other: event.data.to, note: event.data.note })
      break
    case 'attachment.received.v1':
      await custody('received', event.data.agency, { note: event.data.note })
      break
  }
  await db.updateTable('attachments').set({ version }).where('id', '=', id).where('version', '<', version).execute()
}

/** The key that files for an agency are sealed to at an instant (RFC 3339); undefined when it has published none. */
export async function currentSealingKey(db: Kysely<InfoDb>, agency: string, at: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('directory_sealing_keys')
    .select('recipient')
    .where('agency', '=', agency)
    .where('valid_from', '<=', sql<Date>`${at}::timestamptz`)
    .orderBy('valid_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.recipient
}

/** All keys that an agency has published, oldest first. */
export async function listSealingKeys(db: Kysely<InfoDb>, agency: string) {
  return await db
    .selectFrom('directory_sealing_keys')
    .select(['recipient', 'valid_from'])
    .where('agency', '=', agency)
    .orderBy('version')
    .execute()
}

/** Of each of these attachments the ciphertexts that the agency may have, oldest first: all for the sender. */
const mayOpen = (agency: string) => sql<boolean>`(
  attachments.sender = ${agency} or attachment_sealings.recipients @> ${JSON.stringify([{ agency }])}::jsonb)`

export interface AttachmentFilter {
  readonly agency: string
  readonly caseNumber: string
  /** Newest first, below this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Attachments of a case that the agency sent or can open, newest first; one more than `limit` when there are more. */
export async function listAttachments(db: Kysely<InfoDb>, { agency, caseNumber, after, limit }: AttachmentFilter) {
  let query = db
    .selectFrom('attachments')
    .selectAll()
    .where('case_number', '=', caseNumber)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('attachment_sealings')
          .select('object')
          .whereRef('attachment_sealings.attachment', '=', 'attachments.id')
          .where(mayOpen(agency))
      )
    )
  if (after) query = query.where('id', '<', after)
  return await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** An attachment as the agency may see it; undefined for one that it neither sent nor can open. */
export async function loadAttachment(db: Kysely<InfoDb>, id: string, agency: string) {
  const found = await db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) return undefined
  const sealings = await db
    .selectFrom('attachment_sealings')
    .innerJoin('attachments', 'attachments.id', 'attachment_sealings.attachment')
    .selectAll('attachment_sealings')
    .where('attachment', '=', id)
    .where(mayOpen(agency))
    .orderBy('attachment_sealings.version')
    .execute()
  if (sealings.length === 0) return undefined
  const custody = await db
    .selectFrom('attachment_custody')
    .selectAll()
    .where('attachment', '=', id)
    .orderBy('version')
    .execute()
  return { ...found, sealings, custody }
}
