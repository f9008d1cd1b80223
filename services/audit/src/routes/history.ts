import { Type } from '@sinclair/typebox'
import { copiesFor, recordShown } from '@wuhu/access'
import { titleOf } from '@wuhu/contracts'
import { type QueryCall, readerBy } from '@wuhu/host'
import { type Reading, readEvents } from '@wuhu/store'
import { unknown } from '../commands/context.ts'
import type { AuditDb } from '../tables.ts'

const strict = { additionalProperties: false }

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
  const events = await readEvents(reading.db, subject)
  const told = copiesFor(events, agency)
  if (told.length === 0) throw unknown(name)
  const caseNumber = events[0]?.casenumber
  recordShown(
    reading,
    readerBy(call),
    told.map(({ shown }) => ({ ...shown, caseNumber }))
  )
  return {
    version: events.length,
    events,
    caseNumber,
    history: told.map(({ copy }) => ({ at: copy.time, title: titleOf(copy.type), event: copy }))
  }
}
