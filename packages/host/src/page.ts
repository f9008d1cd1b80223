import { type Static, type TObject, type TSchema, type TString, Type } from '@sinclair/typebox'
import { Instant, UuidV7 } from '@wuhu/contracts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import type { QueryAnswer } from './queries.ts'

const strict = { additionalProperties: false }

/** Query fields of a list: how many rows a page has, and the cursor that the page before gave. */
export const pageQuery = (usual = 50, most = 200) => ({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: most, default: usual })),
  after: Type.Optional(Type.String({ maxLength: 400, description: '上一页给出的游标' }))
})

/** The answer of a list: its items, and the cursor of the next page while there is one. */
export const pageAnswer = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next: Type.Optional(Type.String()) }, strict)

/** Some of a list's rows, in its order. */
interface Page<Row> {
  readonly rows: Row[]
  /** Cursor of the next page; undefined on the last one. */
  readonly next: string | undefined
}

/** A list that is read page by page. A row's place is what the list is sorted by, so that rows that come later shift nothing. */
export interface Pages<Place, Row> {
  /** Where the page before ended; undefined for the first. @throws Problem 400 `cursor.invalid` for another list's, or none */
  from(cursor: string | undefined): Place | undefined
  /** The page, from the rows after `from`, of which there is one more than `limit` when there are more. */
  cut<R extends Row>(rows: readonly R[], limit: number): Page<R>
}

/** Pages of `list`, whose name keeps its cursors apart from those of other lists. `place` is JSON. */
export const createPages = <S extends TObject, Row>(
  list: string,
  place: S,
  placeOf: (row: Row) => Static<S>
): Pages<Static<S>, Row> => ({
  from: (cursor) => (cursor === undefined ? undefined : decodeCursor(list, place, cursor)),
  cut(rows, limit) {
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return { rows: rows.slice(0, limit), next: last && encodeCursor(list, placeOf(last)) }
  }
})

/** Pages of a list that is sorted by id. */
export const pagesById = (list: string, Id: TString = UuidV7()): Pages<{ id: string }, { readonly id: string }> =>
  createPages(list, Type.Object({ id: Id }), ({ id }: { readonly id: string }) => ({ id }))

/** Pages of a list that is sorted by an instant and then by id. */
export const pagesByTime = <Column extends string>(
  list: string,
  column: Column,
  Id: TString = UuidV7()
): Pages<{ at: string; id: string }, Readonly<Record<Column, Date>> & { readonly id: string }> =>
  createPages(
    list,
    Type.Object({ at: Instant(), id: Id }),
    (row: Readonly<Record<Column, Date>> & { readonly id: string }) => ({ at: row[column].toISOString(), id: row.id })
  )

/** What a list answers: in the body, and `next` also as the Link header. */
export const answerPage = (items: readonly unknown[], next: string | undefined): QueryAnswer => {
  const more = next !== undefined && { next }
  return { body: { items, ...more }, ...more }
}
