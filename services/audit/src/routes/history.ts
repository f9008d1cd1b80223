import { Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen, visible } from '@wuhu/access'
import { type Envelope, titleOf, UuidV7 } from '@wuhu/contracts'
import { decodeCursor, encodeCursor, type QueryCall, readerBy } from '@wuhu/host'
import type { Reading } from '@wuhu/store'
import { unknown } from '../commands/context.ts'
import type { AuditDb } from '../tables.ts'
import type { After } from '../views/below.ts'

const strict = { additionalProperties: false }

/** Query fields of a list. */
export const page = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  after: Type.Optional(Type.String({ maxLength: 400, description: '上一页给出的游标' }))
}
const place = Type.Object({ at: Type.String(), id: UuidV7() })

export const placeOf = (list: string, after: string | undefined): After | undefined =>
  after === undefined ? undefined : decodeCursor(list, place, after)

/** The answer of a list from one row more than it may have. */
export function pageOf<Row, Item>(
  list: string,
  rows: readonly Row[],
  limit: number,
  {
    at,
    item
  }: { readonly at: (row: Row) => { readonly at: Date; readonly id: string }; readonly item: (row: Row) => Item }
): { body: { items: Item[]; next?: string }; next?: string } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const end = last && at(last)
  const next = end && encodeCursor(list, { at: end.at.toISOString(), id: end.id })
  const more = next !== undefined && { next }
  return { body: { items: rows.slice(0, limit).map(item), ...more }, ...more }
}

/** What happened, as far as the reader may know. */
export const history = Type.Array(
  Type.Object(
    { at: Type.String(), title: Type.Object({ zh: Type.String(), en: Type.String() }, strict), event: Type.Any() },
    strict
  ),
  { description: '本单位有权知悉的办理过程' }
)

/**
 * The events of one thing that the caller may see, whole (for the state) and as they are shown, with the reading on record.
 * @throws NotFound when there is none
 */
export async function readThing(reading: Reading<AuditDb>, call: QueryCall<{ id: string }, unknown>, name: string) {
  const { agency } = call.caller
  const subject = `${name}/${call.params.id}`
  const rows = await reading.db
    .selectFrom('events')
    .select('body')
    .where('stream_id', '=', subject)
    .orderBy('version')
    .execute()
  const events = rows.map(({ body }) => JSON.parse(body.toString('utf8')) as Envelope)
  const shown = events.flatMap((event) => {
    const ground = visible(agency, event.audience)
    return ground ? [{ event, ground, copy: seen(event, agency, ground) }] : []
  })
  if (shown.length === 0) throw unknown(name)
  const caseNumber = events[0]?.casenumber
  recordShown(
    reading,
    readerBy(call),
    shown.map(({ event, ground }) => ({ caseNumber, subject, classes: classesShown(event.type, { agency, ground }) }))
  )
  return {
    version: events.length,
    events,
    caseNumber,
    history: shown.map(({ copy }) => ({ at: copy.time, title: titleOf(copy.type), event: copy }))
  }
}
