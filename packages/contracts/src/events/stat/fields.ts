import { Type } from '@sinclair/typebox'
import { mutuals } from '../../define-event.ts'
import { AgencyCode, Sha256 } from '../../formats.ts'

const strict = { additionalProperties: false }
const count = (description: string) => Type.Integer({ minimum: 0, description })

/** Figures that can be counted anew from the log by anyone: their definitions are in docs/figures.md. */
export const figureKind = Type.Union([Type.Literal('on-time')], { description: '指标：on-time 按期办结率' })
export const Month = (description = '月份，如 2026-11') =>
  Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$', maxLength: 7, description })

/** What was counted for one agency and mutual. Where nothing was counted there is no entry: 无数据. */
export const figureCell = Type.Object(
  {
    agency: AgencyCode(),
    mutual: Type.Union(
      (Object.keys(mutuals) as (keyof typeof mutuals)[]).map((mutual) => Type.Literal(mutual)),
      { description: '五互类别' }
    ),
    met: count('按期办结数'),
    breached: count('逾期数'),
    assessed: Type.Boolean({ description: '是否纳入考核：法院、检察院不考核' })
  },
  strict
)

/** How far of the log was counted, how many events, and a hash over them. */
export const figureManifest = Type.Object(
  {
    definition: Type.String({ pattern: '^[a-z-]+/[1-9][0-9]*$', maxLength: 32, description: '指标口径及版本' }),
    upto: Type.Integer({ minimum: 0, description: '截至的日志序号' }),
    count: count('计入的事件数'),
    sha256: Sha256('计入事件的 SHA-256')
  },
  { ...strict, description: '清单' }
)
