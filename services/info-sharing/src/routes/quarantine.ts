import { Type } from '@sinclair/typebox'
import { AgencyCode, beijingTime, quarantineOpened, quarantineResolved, UuidV7 } from '@wuhu/contracts'
import { decodeCursor, defineQuery, encodeCursor, type QueryDefinition } from '@wuhu/host'
import { type Deps, offices } from '../commands/context.ts'
import { listQuarantines } from '../views/quarantines.ts'

const strict = { additionalProperties: false }
const { agency, service, person, command, marks, request } = quarantineOpened.data.properties
const { outcome, note } = quarantineResolved.data.properties
const item = Type.Object(
  {
    id: UuidV7(),
    version: Type.Integer(),
    status: Type.Union([Type.Literal('open'), Type.Literal('resolved')]),
    ...{ agency, service, person, command, marks, request },
    openedAt: Type.String(),
    outcome: Type.Optional(outcome),
    note,
    resolvedBy: Type.Optional(AgencyCode('处置单位')),
    resolvedAt: Type.Optional(Type.String())
  },
  strict
)
const place = Type.Object({ id: Type.String() })

/** The secrecy officers' queue: an agency's own, and for the office everybody's. */
export function quarantineQueries({ store }: Pick<Deps, 'store'>): QueryDefinition[] {
  const list = defineQuery({
    name: 'quarantine.list',
    path: '/v1/quarantine',
    action: 'quarantine.read',
    tag: 'quarantine',
    title: { zh: '疑似涉密拦截记录', en: 'Suspected state secrets that were refused' },
    description: {
      zh: '只有谁、何时、哪个字段、何种标志、多少字；原文及其摘要值均未留存。',
      en: 'Who, when, which field, which mark, how long; neither the text nor a hash of it was kept.'
    },
    query: Type.Object(
      {
        status: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('resolved')])),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        after: Type.Optional(Type.String({ maxLength: 400, description: '上一页给出的游标' }))
      },
      strict
    ),
    answer: Type.Object({ items: Type.Array(item), next: Type.Optional(Type.String()) }, strict),
    async execute({ caller, query: { status, limit = 50, after } }) {
      const below = after === undefined ? undefined : decodeCursor('quarantine', place, after).id
      const own = (await offices(store)).includes(caller.agency) ? undefined : caller.agency
      const rows = await listQuarantines(store.db, { agency: own, status, after: below, limit })
      const last = rows.length > limit ? rows[limit - 1] : undefined
      const next = last && encodeCursor('quarantine', { id: last.id })
      return { body: { items: rows.slice(0, limit).map(toItem), ...(next && { next }) }, ...(next && { next }) }
    }
  })
  return [list]
}

type Row = Awaited<ReturnType<typeof listQuarantines>>[number]

const toItem = ({ person, opened_at, outcome, note, resolved_by, resolved_at, ...rest }: Row) => ({
  ...rest,
  status: outcome === null ? 'open' : 'resolved',
  ...(person !== null && { person }),
  openedAt: beijingTime(opened_at),
  ...(outcome !== null && { outcome }),
  ...(note !== null && { note }),
  ...(resolved_by !== null && { resolvedBy: resolved_by.split('/')[0] }),
  ...(resolved_at !== null && { resolvedAt: beijingTime(resolved_at) })
})
