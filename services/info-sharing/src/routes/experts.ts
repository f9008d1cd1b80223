import { type TSchema, Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen } from '@wuhu/access'
import { appraiserRegistered, type Envelope, expertRegistered, type Ground, Text, UuidV7 } from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesById, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'
import type { PoolKind } from '../domain/pool-entry.ts'
import { listPool } from '../views/experts.ts'

const strict = { additionalProperties: false }

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
  const pages = pagesById(plural)
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
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(
      Type.Object({ id: UuidV7(), version: Type.Integer(), entry: Type.Partial(Type.Object(entry, strict)) }, strict)
    ),
    async execute(call) {
      const { field, limit = 50, after } = call.query
      const from = pages.from(after)?.id
      const { agency } = call.caller
      return await store.as(agency, async (reading) => {
        const found = await listPool(reading.db, { kind, field, after: from, limit })
        const { rows, next } = pages.cut(found, limit)
        const ground = await groundOf(reading.db, agency)
        const shown = rows.map(({ id, version, body }) => {
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
        return answerPage(items, next)
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
