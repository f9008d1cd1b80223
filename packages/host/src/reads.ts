import { Type } from '@sinclair/typebox'
import { type Caller, type Read, type ReadChannel, type Reader, type ReadFilter, readChannels } from '@wuhu/access'
import { AgencyCode, beijingTime, CaseSourceNumber, Instant, sensitivities } from '@wuhu/contracts'
import type { FastifyRequest } from 'fastify'
import { callerOf } from './authenticate.ts'
import { answerPage, pageAnswer, pageQuery, pagesById } from './page.ts'
import { defineQuery, type QueryDefinition } from './queries.ts'

const strict = { additionalProperties: false }
const oneOf = <T extends string>(values: readonly T[]) => Type.Union(values.map((value) => Type.Literal(value)))
const item = Type.Object(
  {
    id: Type.String(),
    at: Type.String(),
    agency: AgencyCode(),
    person: Type.Optional(Type.String()),
    roles: Type.Array(Type.String()),
    key: Type.String(),
    channel: oneOf(readChannels),
    caseNumber: Type.Optional(CaseSourceNumber()),
    subjects: Type.Array(Type.String(), { description: '所涉业务对象' }),
    first: Type.Optional(Type.Integer({ description: '收件箱序号或日志序号，自' })),
    last: Type.Optional(Type.Integer({ description: '至' })),
    classes: Type.Array(oneOf(sensitivities), { description: '所见字段的类别' }),
    asked: Type.Optional(Type.Unknown({ description: '回放条件' })),
    request: Type.String()
  },
  strict
)
const pages = pagesById('reads', Type.String({ pattern: '^\\d{1,18}$' }))

/** Who reads, for the log of readings. */
export const readerOf = (request: FastifyRequest, channel: ReadChannel): Reader => ({
  caller: callerOf(request),
  channel,
  request: request.id
})

/** The same for a query. */
export const readerBy = (call: { readonly caller: Caller; readonly correlationId: string }): Reader => ({
  caller: call.caller,
  channel: 'api',
  request: call.correlationId
})

/** `GET /v1/reads`, the same in every service: who saw which case, when, and which classes of fields. */
export function readsQuery(find: (filter: ReadFilter) => Promise<Read[]>): QueryDefinition {
  return defineQuery({
    name: 'reads.list',
    path: '/v1/reads',
    action: 'reads.read',
    tag: 'audit',
    title: { zh: '查阅记录', en: 'Who read what' },
    description: {
      zh: '每次查阅案件内容，在给出答复之前记录：谁、何时、哪个案源、经何渠道、看到哪些类别的字段。',
      en: 'Each reading of case content, put on record before it is answered: who, when, which case, how, which classes of fields.'
    },
    query: Type.Object(
      {
        case: Type.Optional(CaseSourceNumber()),
        agency: Type.Optional(AgencyCode('查阅单位')),
        from: Type.Optional(Instant('查阅时间不早于')),
        to: Type.Optional(Instant('查阅时间早于')),
        ...pageQuery(200, 1000)
      },
      strict
    ),
    answer: pageAnswer(item),
    async execute({ query: { case: caseNumber, after: cursor, limit = 200, ...filter } }) {
      const found = await find({ ...filter, caseNumber, after: pages.from(cursor)?.id, limit })
      const { rows, next } = pages.cut(found, limit)
      return answerPage(rows.map(toItem), next)
    }
  })
}

const toItem = ({ at, key_id, person, case_number, first, last, asked, ...rest }: Read) => ({
  ...rest,
  at: beijingTime(at),
  key: key_id,
  ...(person !== null && { person }),
  ...(case_number !== null && { caseNumber: case_number }),
  ...(first !== null && { first: Number(first) }),
  ...(last !== null && { last: Number(last) }),
  ...(asked !== null && { asked })
})
