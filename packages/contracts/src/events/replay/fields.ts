import { Type } from '@sinclair/typebox'
import { AgencyCode, CaseSourceNumber, Instant, Sha256 } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

const streamName = Type.String({ pattern: '^[A-Z]+(_[A-Z]+)*$', maxLength: 40, description: '事件流' })

/** What a replay selected; a filter that is not there selects everything. */
export const replayFilters = open(
  Type.Object(
    {
      case: Type.Optional(CaseSourceNumber()),
      from: Type.Optional(Instant({ description: '发生时间，自（含）' })),
      to: Type.Optional(Instant({ description: '发生时间，至（不含）' })),
      type: Type.Optional(Type.String({ maxLength: 100, description: '事件类型' })),
      agency: Type.Optional(AgencyCode({ description: '发布单位' })),
      mutual: Type.Optional(Type.String({ maxLength: 40, description: '五互类别' })),
      stream: Type.Optional(streamName)
    },
    { additionalProperties: false, description: '筛选条件' }
  )
)

/** How far it went: the last index of the log, and where each source stream stood there. */
export const replayRange = open(
  Type.Object(
    {
      upto: Type.Integer({ minimum: 0, description: '日志最后序号' }),
      streams: Type.Array(
        Type.Object(
          { stream: streamName, sequence: Type.Integer({ minimum: 0, description: '流内序号' }) },
          { additionalProperties: false }
        ),
        { maxItems: 16, description: '各事件流截至的序号' }
      )
    },
    { additionalProperties: false, description: '回放范围' }
  )
)

export const replayCount = open(Type.Integer({ minimum: 0, description: '回放事件数' }))
export const replaySha256 = open(Sha256({ description: '输出各行的 SHA-256' }))
export const replayBodies = open(Type.Boolean({ description: '是否含正文' }))
