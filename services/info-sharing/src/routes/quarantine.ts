import { Type } from '@sinclair/typebox'
import { AgencyCode, beijingTime, quarantineOpened, quarantineResolved, UuidV7 } from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesById, type QueryDefinition } from '@wuhu/host'
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
const pages = pagesById('quarantine')

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
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(item),
    async execute({ caller, query: { status, limit = 50, after } }) {
      const from = pages.from(after)?.id
      const own = (await offices(store)).includes(caller.agency) ? undefined : caller.agency
      const found = await listQuarantines(store.db, { agency: own, status, after: from, limit })
      const { rows, next } = pages.cut(found, limit)
      return answerPage(rows.map(toItem), next)
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
