import { Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen, visible } from '@wuhu/access'
import {
  AgencyCode,
  beijingTime,
  CaseSourceNumber,
  consultExpertOpinionReceived,
  consultProposed,
  type Envelope,
  type Sensitivity,
  Text,
  titleOf,
  UuidV7
} from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesByTime, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { consultationParams, consultationStatus, unknownConsultation } from '../commands/consultation-call.ts'
import { seenConsultation } from '../domain/consultation-seen.ts'
import { draftStream } from '../domain/opinion-draft.ts'
import type { JointTables } from '../tables.ts'
import { listConsultations } from '../views/consultations.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('consultations', 'proposed_at')
const { secretKind, question, cites } = consultProposed.data.properties
const { kind, receivedOn } = consultExpertOpinionReceived.data.properties

const head = {
  id: Type.String(),
  version: Type.Integer(),
  status: consultationStatus,
  caseNumber: Type.Optional(CaseSourceNumber()),
  proposer: AgencyCode(),
  secretKind,
  question,
  meetsAt: Type.Optional(Type.String({ description: '会商时间' }))
}
const summary = Type.Object({ ...head, proposedAt: Type.String(), updatedAt: Type.String() }, strict)
const detail = Type.Object(
  {
    ...head,
    cites,
    experts: Type.Array(
      Type.Object(
        { expert: UuidV7('专家或鉴定机构标识'), opinion: Type.Optional(Type.Object({ kind, receivedOn }, strict)) },
        strict
      ),
      { description: '所聘专家、所委托鉴定机构，及其意见是否已收到' }
    ),
    followUps: Type.Array(
      Type.Object({ number: Type.Integer(), owner: AgencyCode(), dueOn: Type.String(), done: Type.Boolean() }, strict),
      { description: '会商后续事项' }
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

/** Consultations 会商 as the agencies see them that learned of them. */
export function consultationQueries({ store }: { readonly store: Store<JointTables> }): QueryDefinition[] {
  const list = defineQuery({
    name: 'consultation.list',
    path: '/v1/consultations',
    action: 'consultation.read',
    tag: 'consultations',
    title: { zh: '本单位知悉的会商', en: 'Consultations that the agency knows' },
    description: {
      zh: 'q 按问题中的文字查找以往会商。',
      en: 'q finds earlier consultations by words of the question.'
    },
    query: Type.Object(
      {
        q: Type.Optional(Text(100, '问题中的文字')),
        status: Type.Optional(consultationStatus),
        caseNumber: Type.Optional(CaseSourceNumber()),
        secretKind: Type.Optional(secretKind),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(summary),
    async execute(call) {
      const { q: sought, limit = 50, after, ...filter } = call.query
      const { agency } = call.caller
      const asked = { ...filter, agency, sought, after: pages.from(after), limit }
      const page = await store.as(agency, async (reading) => {
        const page = pages.cut(await listConsultations(reading.db, asked), limit)
        const shown = page.rows.map((row) => shownOf(row.id, row.case_number, ['open', 'work']))
        recordShown(reading, readerBy(call), shown)
        return page
      })
      return answerPage(page.rows.map(toSummary), page.next)
    }
  })

  const one = defineQuery({
    name: 'consultation.get',
    path: '/v1/consultations/:id',
    action: 'consultation.read',
    tag: 'consultations',
    title: { zh: '会商及办理过程', en: 'A consultation and what happened to it' },
    params: consultationParams,
    answer: detail,
    async execute(call) {
      const { agency } = call.caller
      const { id } = call.params
      const body = await store.as(agency, async (reading) => {
        const rows = await reading.db
          .selectFrom('events')
          .select('body')
          .where('stream_id', 'in', [subjectOf(id), draftStream(id, { agency })])
          .orderBy('seq')
          .execute()
        const events = rows.map(({ body }) => JSON.parse(body.toString('utf8')) as Envelope)
        const detail = toDetail(id, events, agency)
        const shown = events.flatMap(({ type, audience }) => {
          const ground = visible(agency, audience)
          return ground ? [shownOf(id, detail.caseNumber, classesShown(type, { agency, ground }))] : []
        })
        recordShown(reading, readerBy(call), shown)
        return detail
      })
      return { body, version: body.version }
    }
  })

  return [list, one]
}

const subjectOf = (id: string) => `consultation/${id}`

const shownOf = (id: string, caseNumber: string | null | undefined, classes: readonly Sensitivity[]) => ({
  caseNumber,
  subject: subjectOf(id),
  classes
})

type Row = Awaited<ReturnType<typeof listConsultations>>[number]

const toSummary = (row: Row) => ({
  id: row.id,
  version: row.version,
  status: row.status,
  ...(row.case_number !== null && { caseNumber: row.case_number }),
  proposer: row.proposer,
  secretKind: row.secret_kind,
  question: row.question,
  ...(row.meets_at && { meetsAt: beijingTime(row.meets_at) }),
  proposedAt: beijingTime(row.proposed_at),
  updatedAt: beijingTime(row.updated_at)
})

/** Everything follows from the events that the agency was told of, and from its own drafts. */
function toDetail(id: string, events: readonly Envelope[], agency: string) {
  const known = seenConsultation(
    agency,
    events.filter(({ subject }) => subject === subjectOf(id))
  )
  if (!known) throw unknownConsultation()
  const { state, version } = known
  const { caseNumber, proposer, secretKind, question } = state.question
  const copies = events.flatMap((event) => {
    const ground = visible(agency, event.audience)
    return ground ? [seen(event, agency, ground)] : []
  })
  const cites = copies.flatMap(({ type, data }) => {
    return type === 'consult.proposed.v1' ? ((data as { cites?: string[] }).cites ?? []) : []
  })
  return {
    id,
    version,
    status: state.status,
    ...(caseNumber !== undefined && { caseNumber }),
    proposer,
    secretKind,
    question,
    ...(state.meeting && { meetsAt: beijingTime(state.meeting.meetsAt) }),
    ...(cites.length > 0 && { cites }),
    experts: state.engaged.map(({ expert, opinion }) => ({
      expert,
      ...(opinion && { opinion: { kind: opinion.kind, receivedOn: opinion.receivedOn } })
    })),
    followUps: state.followUps.map(({ number, owner, dueOn, done }) => ({ number, owner, dueOn, done })),
    history: copies.map((event) => ({ at: event.time, title: titleOf(event.type), event }))
  }
}
