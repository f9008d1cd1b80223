import { Type } from '@sinclair/typebox'
import { AgencyCode, CaseSourceNumber, UuidV7 } from '@wuhu/contracts'
import { transferStatus } from '../commands/transfer-context.ts'

const strict = { additionalProperties: false }
const title = Type.Object({ zh: Type.String(), en: Type.String() }, strict)

/** Where a transfer stands: open to all who were told of it. */
const standing = {
  id: Type.String(),
  version: Type.Integer(),
  status: transferStatus,
  caseNumber: CaseSourceNumber(),
  sender: Type.Optional(AgencyCode('移送机关；检察院自行开始而未指明时没有')),
  police: Type.Optional(AgencyCode('现受案公安机关')),
  procuratorate: AgencyCode('检察院'),
  clue: Type.Optional(UuidV7('来源线索')),
  since: Type.String({ description: '何时起处于此状态' }),
  next: Type.Optional(
    Type.Object(
      {
        agency: Type.Optional(AgencyCode('由谁办理下一步')),
        title,
        rules: Type.Array(Type.String(), { description: '适用的时限规则；到期时间见 GET /v1/deadlines' })
      },
      { ...strict, description: '下一步' }
    )
  )
}

export const transferSummary = Type.Object({ ...standing, begunAt: Type.String(), updatedAt: Type.String() }, strict)

/** Figures of criminal law: information, never a gate. */
const thresholds = Type.Array(
  Type.Object(
    {
      id: Type.String(),
      title,
      amountYuan: Type.Optional(Type.Integer()),
      source: Type.String(),
      confidence: Type.Literal('to verify')
    },
    strict
  ),
  { description: '入罪标准，仅供参考：有合理嫌疑即应当移送，金额不是门槛（国务院令第310号第三条）' }
)

export const transferDetail = Type.Object(
  {
    ...standing,
    extended: Type.Boolean({ description: '立案审查期限是否已延长' }),
    handedOver: Type.Boolean({ description: '涉案物品是否已移交' }),
    missed: Type.Array(
      Type.Object({ rule: Type.String(), holder: AgencyCode('承办单位'), dueAt: Type.String() }, strict),
      {
        description: '逾期的时限'
      }
    ),
    deadlines: Type.Array(
      Type.Object(
        {
          rule: Type.String(),
          holder: AgencyCode('承办单位'),
          state: Type.Union([Type.Literal('open'), Type.Literal('suspended')]),
          dueAt: Type.Optional(Type.String({ description: '到期时间；中止期间没有' }))
        },
        strict
      ),
      { description: '正在计时的时限' }
    ),
    thresholds,
    history: Type.Array(Type.Object({ at: Type.String(), title, event: Type.Any() }, strict), {
      description: '本单位有权知悉的办理过程'
    })
  },
  strict
)

const reason = Type.Object(
  {
    code: Type.Union(
      (['no-team', 'not-reported', 'not-decided', 'refused', 'not-sent', 'penalty-instead'] as const).map((one) =>
        Type.Literal(one)
      )
    ),
    title,
    days: Type.Optional(Type.Integer({ description: '已持续的自然日数' }))
  },
  strict
)

export const untransferredItem = Type.Object(
  {
    id: Type.String(),
    caseNumber: CaseSourceNumber(),
    clue: Type.Optional(UuidV7('来源线索')),
    sender: AgencyCode('应当移送的机关'),
    status: transferStatus,
    suspectedAt: Type.String(),
    since: Type.String(),
    grounds: Type.Array(Type.String(), { description: '涉嫌犯罪的依据' }),
    amountYuan: Type.Optional(Type.Integer({ description: '涉案金额（元），仅供参考' })),
    reasons: Type.Array(reason, { description: '为何尚未移送' }),
    refusal: Type.Optional(Type.String({ description: '不批准移送的理由（记录在案）' })),
    penalties: Type.Array(Type.String(), { description: '已抄送的行政处罚决定书文号' }),
    missed: Type.Array(Type.String(), { description: '逾期的时限规则' })
  },
  strict
)
