import { randomUUIDv7 } from 'node:crypto'
import type { Static } from '@sinclair/typebox'
import { Refusal } from '@wuhu/decider'
import { type Logger, NotFound, Problem } from '@wuhu/host'
import { type ObjectStore, ObjectsUnavailable } from '@wuhu/objects'
import { type Context, execute } from '@wuhu/store'
import { type ColumnType, sql } from 'kysely'
import { type AttachmentCommand, attachment, attachmentAudience } from '../domain/attachment.ts'
import { checkedContent } from './attachment-content.ts'
import { type answer, answerOf, type Deps, type Tx } from './context.ts'

export interface AttachmentDeps extends Deps {
  readonly objects: ObjectStore
  /** Bytes of one ciphertext at most. */
  readonly attachmentMaxBytes: number
  readonly log: Pick<Logger, 'warn'>
}

type Answered = Static<typeof answer>
/** A command that lacks only the ciphertext's name, which it gets when its content comes. */
export type AnnouncedCommand = Omit<Extract<AttachmentCommand, { do: 'seal' | 'add-recipients' }>, 'object'>
type Timestamp = ColumnType<Date, string, string>

export interface UploadTables {
  /** Announced, and for an upload that is done what was answered. */
  attachment_uploads: {
    id: string
    attachment: string
    agency: string
    announced: ColumnType<AnnouncedCommand, string, never>
    context: ColumnType<Omit<Context, 'now'>, string, never>
    expires_at: Timestamp
    done: ColumnType<Answered | null, null, string>
  }
  /** Ciphertexts that are being written, or were when their process ended. */
  attachment_objects_begun: { object: string; upload: string; begun_at: ColumnType<Date, never, never> }
}

/** Milliseconds that an announced upload may take, from its announcement to its last byte. */
const uploadWithin = 24 * 3_600_000
/** After which nobody is writing any more. */
const surelyOver = 3_600_000

export const unknownAttachment = () => new NotFound('attachment.unknown', 'there is no such attachment')

/** Keeps an announcement, with who made it, until its content comes. @returns when it is forgotten */
export async function announce(
  tx: Tx,
  id: string,
  attachment: string,
  command: AnnouncedCommand,
  { now, ...context }: Context
): Promise<Date> {
  const expires = new Date(Date.parse(now) + uploadWithin)
  await tx.db
    .insertInto('attachment_uploads')
    .values({
      id,
      attachment,
      agency: context.actor.agency,
      announced: JSON.stringify(command),
      context: JSON.stringify(context),
      expires_at: expires.toISOString(),
      done: null
    })
    .execute()
  return expires
}

/** An upload that this agency announced. @throws NotFound for any other */
export async function findUpload({ store, now }: Deps, id: string, attachment: string, agency: string) {
  const found = await store.db
    .selectFrom('attachment_uploads')
    .selectAll()
    .where('id', '=', id)
    .where('attachment', '=', attachment)
    .where('agency', '=', agency)
    .executeTakeFirst()
  if (!found || (!found.done && found.expires_at.getTime() <= Date.parse(now()))) throw unknownAttachment()
  return found
}

export type Upload = Awaited<ReturnType<typeof findUpload>>

/**
 * Stores the content of an announced upload and records what was announced. Every attempt writes an object of its own;
 * of several that finish, the first counts. Only what is stored whole, and is what was announced, becomes an event.
 * @throws Problem 413, 422, 503, Refusal, and what `content` and `signal` end with
 */
export async function acceptUpload(
  deps: AttachmentDeps,
  upload: Upload,
  content: AsyncIterable<Uint8Array>,
  signal: AbortSignal
): Promise<Answered> {
  const { store, objects } = deps
  const object = randomUUIDv7()
  const { size, sha256, recipients } = upload.announced
  await store.db.insertInto('attachment_objects_begun').values({ object, upload: upload.id }).execute()
  try {
    await objects.put(object, checkedContent(content, { size, sha256, keys: recipients.length }), { signal })
  } catch (error) {
    await discard(deps, object)
    throw problemOf(error)
  }
  // When it is not known whether the commit came through, the object stays: the sweep will look whether it is needed.
  const { answer, mine } = await store
    .transaction((tx) => finish(deps, tx, upload.id, object))
    .catch(async (error: unknown) => {
      if (error instanceof Refusal) await discard(deps, object)
      throw error
    })
  if (!mine) await discard(deps, object)
  return answer
}

async function finish({ now }: AttachmentDeps, tx: Tx, id: string, object: string) {
  const upload = await tx.db
    .selectFrom('attachment_uploads')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!upload) throw unknownAttachment()
  if (upload.done) return { answer: upload.done, mine: false }
  const context = { ...upload.context, now: now() }
  const executed = await execute(tx, {
    decider: attachment,
    streamId: `attachment/${upload.attachment}`,
    command: { ...upload.announced, object } as AttachmentCommand,
    context,
    describe: (_event, state) => ({
      caseNumber: state.caseNumber,
      audience: attachmentAudience(state, context.actor.agency)
    })
  })
  const answer = answerOf(upload.attachment, executed)
  await tx.db
    .updateTable('attachment_uploads')
    .set({ done: JSON.stringify(answer) })
    .where('id', '=', id)
    .execute()
  await tx.db.deleteFrom('attachment_objects_begun').where('object', '=', object).execute()
  return { answer, mine: true }
}

/** Best effort: what fails here is swept later. */
async function discard({ store, objects, log }: AttachmentDeps, object: string): Promise<void> {
  try {
    await objects.remove(object)
    await store.db.deleteFrom('attachment_objects_begun').where('object', '=', object).execute()
  } catch (error) {
    log.warn({ err: error, object }, 'an unfinished upload is left for the sweep')
  }
}

/** Removes what uploads left whose process was killed or whose end was not known. @returns objects removed */
export async function sweepUploads({ store, objects, now }: AttachmentDeps): Promise<number> {
  const over = new Date(Date.parse(now()) - surelyOver).toISOString()
  // In a transaction of the service's own: one that sees no attachments would take every object for an orphan.
  const begun = await store.transaction(({ db }) =>
    db
      .selectFrom('attachment_objects_begun as b')
      .leftJoin('attachment_uploads as u', 'u.id', 'b.upload')
      .leftJoin('attachment_sealings as s', 's.object', 'b.object')
      .select(['b.object', 's.attachment'])
      .where((eb) => eb.or([eb('u.id', 'is', null), eb('u.expires_at', '<', sql<Date>`${over}::timestamptz`)]))
      .limit(1000)
      .execute()
  )
  let removed = 0
  for (const { object, attachment } of begun) {
    if (attachment === null) {
      await objects.remove(object)
      removed += 1
    }
    await store.db.deleteFrom('attachment_objects_begun').where('object', '=', object).execute()
  }
  await store.db
    .deleteFrom('attachment_uploads')
    .where('expires_at', '<', sql<Date>`${over}::timestamptz - interval '7 days'`)
    .execute()
  return removed + (await objects.sweep(surelyOver))
}

/** What a caller is told when the storage fails. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof ObjectsUnavailable)) return error
  return Object.assign(new Problem(503, 'objects.unavailable', 'repeat later', undefined, 5), { cause: error })
}
