import { Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen, visible } from '@wuhu/access'
import {
  AgencyCode,
  beijingTime,
  CaseSourceNumber,
  type ConsultEvent,
  consultProposed,
  type Envelope,
  type Sensitivity,
  Text,
  titleOf,
  UuidV7
} from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { decodeCursor, defineQuery, encodeCursor, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { consultationParams, consultationStatus, unknownConsultation } from '../commands/consultation-call.ts'
import { consultation } from '../domain/consultation.ts'
import type { JointTables } from '../tables.ts'
import { listConsultations } from '../views/consultations.ts'

const strict = { additionalProperties: false }
const place = Type.Object({ proposedAt: Type.String(), id: UuidV7() })
const { secretKind, question, cites } = consultProposed.data.properties

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
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        after: Type.Optional(Type.String({ maxLength: 400, description: '上一页给出的游标' }))
      },
      strict
    ),
    answer: Type.Object({ items: Type.Array(summary), next: Type.Optional(Type.String()) }, strict),
    async execute(call) {
      const { q: sought, limit = 50, after, ...filter } = call.query
      const from = after === undefined ? undefined : decodeCursor('consultations', place, after)
      const { agency } = call.caller
      const rows = await store.as(agency, async (reading) => {
        const rows = await listConsultations(reading.db, { ...filter, agency, sought, after: from, limit })
        const shown = rows.slice(0, limit).map((row) => shownOf(row.id, row.case_number, ['open', 'work']))
        recordShown(reading, readerBy(call), shown)
        return rows
      })
      const last = rows.length > limit ? rows[limit - 1] : undefined
      const next = last && encodeCursor('consultations', { proposedAt: last.proposed_at.toISOString(), id: last.id })
      const items = rows.slice(0, limit).map(toSummary)
      return { body: { items, ...(next && { next }) }, ...(next && { next }) }
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
          .where('stream_id', '=', `consultation/${id}`)
          .orderBy('version')
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

const shownOf = (id: string, caseNumber: string | null | undefined, classes: readonly Sensitivity[]) => ({
  caseNumber,
  subject: `consultation/${id}`,
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

/** Where it stands is in open fields; everything else comes from the copies that the agency may see. */
function toDetail(id: string, events: readonly Envelope[], agency: string) {
  const copies = events.flatMap((event) => {
    const ground = visible(agency, event.audience)
    return ground ? [seen(event, agency, ground)] : []
  })
  const state = fold(consultation, events as unknown as ConsultEvent[])
  if (copies.length === 0 || state.status === 'none') throw unknownConsultation()
  const { caseNumber, proposer, secretKind, question } = state.question
  const cites = copies.flatMap(({ type, data }) => {
    return type === 'consult.proposed.v1' ? ((data as { cites?: string[] }).cites ?? []) : []
  })
  const told = new Set(
    copies.flatMap(({ type, data }) =>
      type === 'consult.follow-up-assigned.v1' ? [(data as { number: number }).number] : []
    )
  )
  const followUps = state.followUps.filter(({ number }) => told.has(number))
  return {
    id,
    version: events.length,
    status: state.status,
    ...(caseNumber !== undefined && { caseNumber }),
    proposer,
    secretKind,
    question,
    ...(state.meeting && { meetsAt: beijingTime(state.meeting.meetsAt) }),
    ...(cites.length > 0 && { cites }),
    followUps: followUps.map(({ number, owner, dueOn, done }) => ({ number, owner, dueOn, done })),
    history: copies.map((event) => ({ at: event.time, title: titleOf(event.type), event }))
  }
}
