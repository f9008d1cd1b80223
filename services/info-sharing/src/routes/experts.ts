import { type TSchema, Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen } from '@wuhu/access'
import { appraiserRegistered, type Envelope, expertRegistered, type Ground, Text, UuidV7 } from '@wuhu/contracts'
import { decodeCursor, defineQuery, encodeCursor, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'
import { listPool, type PoolKind } from '../views/experts.ts'

const strict = { additionalProperties: false }
const place = Type.Object({ id: Type.String() })

/** The pool of experts 专家人才库 and the register of appraisal institutions 鉴定机构资源. */
export function expertQueries(deps: Deps): QueryDefinition[] {
  return [
    listOf(deps, 'expert', expertRegistered.data.properties, { zh: '专家人才库', en: 'The pool of experts' }),
    listOf(deps, 'appraiser', appraiserRegistered.data.properties, {
      zh: '鉴定机构资源',
      en: 'Institutions that appraise'
    })
  ]
}

function listOf(
  { store }: Deps,
  kind: PoolKind,
  entry: Record<string, TSchema>,
  title: { zh: string; en: string }
): QueryDefinition {
  const plural = `${kind}s`
  return defineQuery({
    name: `${kind}.list`,
    path: `/v1/${plural}`,
    action: 'expert.read',
    tag: plural,
    title,
    description: {
      zh: '办公室可见全部信息；核心单位可见单位和专业，姓名、电话已遮盖；其他单位仅见专业和有效期。',
      en: 'The office sees all; core agencies see employer and fields, and masked names; others fields and validity only.'
    },
    query: Type.Object(
      {
        field: Type.Optional(Text(32, '专业领域，可为其一部分')),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        after: Type.Optional(Type.String({ maxLength: 400, description: '上一页给出的游标' }))
      },
      strict
    ),
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            { id: UuidV7(), version: Type.Integer(), entry: Type.Partial(Type.Object(entry, strict)) },
            strict
          )
        ),
        next: Type.Optional(Type.String())
      },
      strict
    ),
    async execute(call) {
      const { field, limit = 50, after } = call.query
      const from = after === undefined ? undefined : decodeCursor(plural, place, after).id
      const { agency } = call.caller
      return await store.as(agency, async (reading) => {
        const rows = await listPool(reading.db, { kind, field, after: from, limit })
        const ground = await groundOf(reading.db, agency)
        const shown = rows.slice(0, limit).map(({ id, version, body }) => {
          const envelope = JSON.parse(body.toString('utf8')) as Envelope
          return { id, version, envelope }
        })
        recordShown(
          reading,
          readerBy(call),
          shown.map(({ id, envelope }) => ({
            subject: `${kind}/${id}`,
            classes: classesShown(envelope.type, { agency, ground })
          }))
        )
        const items = shown.map(({ id, version, envelope }) => {
          return { id, version, entry: seen(envelope, agency, ground).data }
        })
        const last = rows.length > limit ? items.at(-1) : undefined
        const next = last && encodeCursor(plural, { id: last.id })
        return { body: { items, ...(next && { next }) }, ...(next && { next }) }
      })
    }
  })
}

/** The pool is read as it stands now, by what the reader is now. */
async function groundOf(db: Parameters<typeof listPool>[0], agency: string): Promise<Ground> {
  const row = await db
    .selectFrom('directory_agencies')
    .select(['office', 'core'])
    .where('code', '=', agency)
    .executeTakeFirst()
  if (row?.office) return 'party'
  return row?.core ? 'addressee' : 'conference'
}
