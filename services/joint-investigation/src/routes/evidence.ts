import { Type } from '@sinclair/typebox'
import { copiesFor, recordShown } from '@wuhu/access'
import {
  AgencyCode,
  beijingTime,
  CaseSourceNumber,
  type Envelope,
  evidenceKind,
  titleOf,
  UuidV7
} from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesById, type QueryDefinition, readerBy } from '@wuhu/host'
import { readEvents, type Store } from '@wuhu/store'
import { evidenceStatus, unknownEvidence } from '../commands/evidence.ts'
import type { JointTables } from '../tables.ts'
import { listEvidence } from '../views/evidence.ts'

const strict = { additionalProperties: false }
const pages = pagesById('evidence')
const item = {
  id: UuidV7(),
  version: Type.Integer(),
  status: evidenceStatus,
  caseNumber: CaseSourceNumber(),
  assistance: Type.Optional(UuidV7('由此协查取得')),
  holder: AgencyCode('保管单位'),
  towards: Type.Optional(AgencyCode('待接收单位')),
  kind: evidenceKind,
  number: Type.String({ description: '物品编号' }),
  name: Type.String({ description: '名称' }),
  quantity: Type.Optional(Type.String()),
  registeredAt: Type.Optional(Type.String()),
  updatedAt: Type.String()
}
const chain = Type.Array(
  Type.Object(
    { at: Type.String(), title: Type.Object({ zh: Type.String(), en: Type.String() }, strict), event: Type.Any() },
    strict
  ),
  { description: '保管链：经手单位、人员、时间，先后为序' }
)
const withChain = Type.Object({ ...item, chain }, strict)

/** Evidence 证据物品 with its custody, as the agencies see it through whose hands it went. */
export function evidenceQueries({ store }: { readonly store: Store<JointTables> }): QueryDefinition[] {
  /** What of each thing's story the agency may see, in order; and the same on the record of readings. */
  const read = async (agency: string, reader: ReturnType<typeof readerBy>, filter: Filter) =>
    store.as(agency, async (reading) => {
      const { rows: page, next } = pages.cut(await listEvidence(reading.db, { ...filter, agency }), filter.limit)
      const events = await readEvents(reading.db, ...page.map(({ id }) => `evidence/${id}`))
      const things = page.map((row) => withStory(row, events, agency))
      recordShown(
        reading,
        reader,
        things.flatMap(({ shown }) => shown)
      )
      return { items: things.map(({ body }) => body), next }
    })

  const list = defineQuery({
    name: 'evidence.list',
    path: '/v1/evidence',
    action: 'evidence.read',
    tag: 'evidence',
    title: { zh: '本单位经手的证据物品及其保管链', en: 'Evidence that passed through the agency, with its custody' },
    query: Type.Object(
      {
        case: Type.Optional(CaseSourceNumber()),
        assistance: Type.Optional(UuidV7('由此协查取得')),
        holder: Type.Optional(AgencyCode('保管单位')),
        status: Type.Optional(evidenceStatus),
        ...pageQuery(50, 100)
      },
      strict
    ),
    answer: pageAnswer(withChain),
    async execute(call) {
      const { case: caseNumber, limit = 50, after, ...filter } = call.query
      const asked = { ...filter, caseNumber, limit, after: pages.from(after)?.id }
      const { items, next } = await read(call.caller.agency, readerBy(call), asked)
      return answerPage(items, next)
    }
  })

  const one = defineQuery({
    name: 'evidence.get',
    path: '/v1/evidence/:id',
    action: 'evidence.read',
    tag: 'evidence',
    title: { zh: '证据物品及其保管链', en: 'A piece of evidence and its custody' },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: withChain,
    async execute(call) {
      const { id } = call.params
      const { items } = await read(call.caller.agency, readerBy(call), { id, limit: 1 })
      const [body] = items
      if (!body) throw unknownEvidence()
      return { body, version: body.version }
    }
  })

  return [list, one]
}

type Filter = Omit<Parameters<typeof listEvidence>[1], 'agency'>
type Row = Awaited<ReturnType<typeof listEvidence>>[number]

function withStory(row: Row, events: readonly Envelope[], agency: string) {
  const subject = `evidence/${row.id}`
  const own = copiesFor(
    events.filter((event) => event.subject === subject),
    agency
  )
  const head = { caseNumber: row.case_number, subject, classes: ['open', 'work'] as const }
  const story = own.map(({ copy }) => ({ at: copy.time, title: titleOf(copy.type), event: copy }))
  return { shown: [head, ...own.map(({ shown }) => shown)], body: { ...toItem(row), chain: story } }
}

/** What only the registration says is for those who were told of it. */
const toItem = (row: Row) => ({
  id: row.id,
  version: row.version,
  status: row.status,
  caseNumber: row.case_number,
  ...(row.registration && row.assistance !== null && { assistance: row.assistance }),
  holder: row.holder,
  ...(row.towards !== null && { towards: row.towards }),
  kind: row.kind,
  number: row.number,
  name: row.name,
  ...(row.registration && row.quantity !== null && { quantity: row.quantity }),
  ...(row.registration && { registeredAt: beijingTime(row.registered_at) }),
  updatedAt: beijingTime(row.updated_at)
})
