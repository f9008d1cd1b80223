import { Type } from '@sinclair/typebox'
import { copiesFor, recordShown } from '@wuhu/access'
import {
  AgencyCode,
  type AssistEvent,
  assistRequested,
  beijingTime,
  CaseSourceNumber,
  type Envelope,
  type Sensitivity,
  titleOf,
  UuidV7
} from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesByTime, type QueryDefinition, readerBy } from '@wuhu/host'
import { readEvents, type Store } from '@wuhu/store'
import { status, unknownAssistance } from '../commands/context.ts'
import { assistance } from '../domain/assistance.ts'
import type { JointTables } from '../tables.ts'
import { listAssistances, listCircular } from '../views/assistances.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('assistances', 'requested_at')
const role = Type.Union([Type.Literal('requester'), Type.Literal('addressee')], {
  description: '本单位为请求单位 requester，或现受请求单位 addressee'
})

const head = {
  id: Type.String(),
  version: Type.Integer(),
  status,
  caseNumber: CaseSourceNumber(),
  requester: AgencyCode(),
  addressee: Type.Optional(AgencyCode({ description: '现受请求单位' })),
  external: Type.Optional(Type.String({ description: '机制外的受请求单位' })),
  circular: Type.Optional(UuidV7('同一函件发往多个单位时的共同标识')),
  dueAt: Type.Optional(Type.String({ description: '答复期限；接受前为希望答复的期限' }))
}
const summary = Type.Object(
  { ...head, letterNumber: Type.String(), title: Type.String(), requestedAt: Type.String(), updatedAt: Type.String() },
  strict
)
const {
  requester: _,
  caseNumber: __,
  addressee: ___,
  circular: ____,
  ...letterFields
} = assistRequested.data.properties
const detail = Type.Object(
  {
    ...head,
    extended: Type.Boolean({ description: '是否已延期' }),
    rounds: Type.Integer({ description: '已复函次数' }),
    letter: Type.Partial(Type.Object({ ...letterFields, external: Type.Any() }, strict)),
    siblings: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: UuidV7(),
            addressee: AgencyCode(),
            status,
            dueAt: Type.Optional(Type.String()),
            updatedAt: Type.String()
          },
          strict
        ),
        { description: '同一函件发往的其他单位及其办理状态，仅请求单位可见' }
      )
    ),
    history: Type.Array(
      Type.Object(
        { at: Type.String(), title: Type.Object({ zh: Type.String(), en: Type.String() }, strict), event: Type.Any() },
        strict
      ),
      { description: '本单位有权知悉的办理过程' }
    )
  },
  strict
)

/** Assistances 协查 as the agencies see them that took part. */
export function assistanceQueries({ store }: { readonly store: Store<JointTables> }): QueryDefinition[] {
  const list = defineQuery({
    name: 'assistance.list',
    path: '/v1/assistances',
    action: 'assistance.read',
    tag: 'assistances',
    title: { zh: '本单位参与的协查', en: 'Assistances in which the agency takes part' },
    query: Type.Object(
      {
        role: Type.Optional(role),
        status: Type.Optional(status),
        caseNumber: Type.Optional(CaseSourceNumber()),
        circular: Type.Optional(UuidV7('同一函件发往的各单位')),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(summary),
    async execute(call) {
      const { limit = 50, after, ...filter } = call.query
      const { agency } = call.caller
      const asked = { ...filter, agency, after: pages.from(after), limit }
      const page = await store.as(agency, async (reading) => {
        const page = pages.cut(await listAssistances(reading.db, asked), limit)
        const shown = page.rows.map((row) => shownOf(row.id, row.case_number, ['open', 'work']))
        recordShown(reading, readerBy(call), shown)
        return page
      })
      return answerPage(page.rows.map(toSummary), page.next)
    }
  })

  const one = defineQuery({
    name: 'assistance.get',
    path: '/v1/assistances/:id',
    action: 'assistance.read',
    tag: 'assistances',
    title: { zh: '协查及办理过程', en: 'An assistance and what happened to it' },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: detail,
    async execute(call) {
      const { agency } = call.caller
      const { id } = call.params
      const body = await store.as(agency, async (reading) => {
        const events = await readEvents(reading.db, `assistance/${id}`)
        const told = copiesFor(events, agency)
        const detail = toDetail(
          id,
          events,
          told.map(({ copy }) => copy)
        )
        const { circular, requester } = detail
        const all = circular && requester === agency ? await listCircular(reading.db, circular, agency) : []
        const siblings = all.filter((one) => one.id !== id).map(toSibling)
        recordShown(reading, readerBy(call), [
          ...told.map(({ shown }) => shown),
          ...siblings.map((one) => shownOf(one.id, detail.caseNumber, ['open']))
        ])
        return { ...detail, ...(siblings.length > 0 && { siblings }) }
      })
      return { body, version: body.version }
    }
  })

  return [list, one]
}

const letters = ['assist.requested.v1', 'assist.external-requested.v1', 'assist.forwarded.v1']

const shownOf = (id: string, caseNumber: string, classes: readonly Sensitivity[]) => ({
  caseNumber,
  subject: `assistance/${id}`,
  classes
})

type Row = Awaited<ReturnType<typeof listAssistances>>[number]

const toSummary = (row: Row) => ({
  id: row.id,
  version: row.version,
  status: row.status,
  caseNumber: row.case_number,
  requester: row.requester,
  ...(row.addressee !== null && { addressee: row.addressee }),
  ...(row.external !== null && { external: row.external }),
  ...(row.circular !== null && { circular: row.circular }),
  letterNumber: row.letter_number,
  title: row.title,
  ...(row.due_at && { dueAt: beijingTime(row.due_at) }),
  requestedAt: beijingTime(row.requested_at),
  updatedAt: beijingTime(row.updated_at)
})

const toSibling = ({
  id,
  addressee,
  status,
  due_at,
  updated_at
}: Awaited<ReturnType<typeof listCircular>>[number]) => ({
  id,
  addressee,
  status,
  ...(due_at && { dueAt: beijingTime(due_at) }),
  updatedAt: beijingTime(updated_at)
})

/** Where it stands is in open fields that all see who took part; everything else comes from the copies that the agency may see. */
function toDetail(id: string, events: readonly Envelope[], copies: readonly Envelope[]) {
  const state = fold(assistance, events as unknown as AssistEvent[])
  if (copies.length === 0 || state.status === 'none') throw unknownAssistance()
  const sent = copies.find(({ type }) => letters.includes(type))
  const fields = (sent?.data ?? {}) as Record<string, unknown>
  const letter = Object.fromEntries(
    Object.entries(fields).filter(([name]) => name === 'external' || Object.hasOwn(letterFields, name))
  )
  const { caseNumber, requester, circular } = state.letter
  const { addressee, external } = state
  const dueAt = state.dueAt ?? state.letter.dueAt
  return {
    id,
    version: events.length,
    status: state.status,
    caseNumber,
    requester,
    ...(addressee !== undefined && { addressee }),
    ...(external !== undefined && { external: external.name }),
    ...(circular !== undefined && { circular }),
    ...(dueAt !== undefined && { dueAt: beijingTime(dueAt) }),
    extended: state.extended,
    rounds: state.rounds,
    letter,
    history: copies.map((event) => ({ at: event.time, title: titleOf(event.type), event }))
  }
}
