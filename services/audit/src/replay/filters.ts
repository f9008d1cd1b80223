import { type Static, Type } from '@sinclair/typebox'
import { AgencyCode, CaseSourceNumber, Instant, type Mutual, mutuals } from '@wuhu/contracts'

/** The source streams; the log's own stream is replayed only when asked for, since replays add to it. */
export const sourceStreams = ['INFO_SHARING', 'JOINT_INVESTIGATION', 'NOTIFICATIONS', 'AUDIT', 'CONSOLE'] as const
const byDefault = sourceStreams.filter((stream) => stream !== 'AUDIT')

/** What a replay selects. A filter that is not there selects everything. */
export const filterFields = {
  case: Type.Optional(CaseSourceNumber()),
  from: Type.Optional(Instant({ description: '发生时间自（含）happened at or after' })),
  to: Type.Optional(Instant({ description: '发生时间至（不含）happened before' })),
  type: Type.Optional(
    Type.String({ pattern: '^[a-z-]+\\.[a-z-]+\\.v[1-9]\\d*$', maxLength: 100, description: '事件类型 event type' })
  ),
  agency: Type.Optional(AgencyCode({ description: '发布单位 publisher' })),
  mutual: Type.Optional(
    Type.Union(
      (Object.keys(mutuals) as Mutual[]).map((mutual) => Type.Literal(mutual)),
      {
        description: `五互类别 ${Object.entries(mutuals)
          .map((pair) => pair.join(' '))
          .join('、')}`
      }
    )
  ),
  stream: Type.Optional(
    Type.Union(
      sourceStreams.map((stream) => Type.Literal(stream)),
      { description: '事件流；缺省为除 AUDIT 外全部 all but AUDIT by default' }
    )
  )
}

const filters = Type.Object(filterFields)
export type ReplayFilters = Static<typeof filters>

/** The filters of a request, in one fixed order: they are part of a manifest that is compared byte by byte. */
export function filtersOf(query: ReplayFilters): ReplayFilters {
  const names = Object.keys(filterFields) as (keyof ReplayFilters)[]
  return Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])))
}

export const streamsOf = ({ stream }: ReplayFilters): readonly string[] => (stream ? [stream] : byDefault)

/** An SQL condition on the log, and the values of its placeholders `$1`, `$2`, ... */
export interface Condition {
  readonly text: string
  readonly values: readonly unknown[]
}

/** `audience`: only events that this agency is in the audience of. */
export function conditionOf(asked: ReplayFilters, audience: string | undefined): Condition {
  const values: unknown[] = []
  const parts: string[] = []
  const add = (text: string, value: unknown): void => {
    if (value === undefined) return
    values.push(value)
    parts.push(`${text.replace('?', `$${values.length}`)}`)
  }
  add('stream = any(?::text[])', streamsOf(asked))
  add('case_number = ?', asked.case)
  add('time >= ?::timestamptz', asked.from)
  add('time < ?::timestamptz', asked.to)
  add('type = ?', asked.type)
  add('agency = ?', asked.agency)
  add('mutual = ?', asked.mutual)
  add('audience @> array[?::text]', audience)
  return { text: parts.join(' and '), values }
}
