import { Type } from '@sinclair/typebox'
import {
  AdminDivision,
  AgencyCode,
  CaseSourceNumber,
  DocumentNumber,
  Instant,
  PersonRef,
  Sha256,
  Text,
  Uscc,
  UuidV7
} from '../../formats.ts'
import { open, secret, work } from '../../sensitivity.ts'

const strict = { additionalProperties: false }

/** What may be asked for. `seizure` and `bank-account` need the approval of the head of a bureau at city level or above. */
export const assistItemKind = Type.Union(
  [
    Type.Literal('inquiry'),
    Type.Literal('document'),
    Type.Literal('identification'),
    Type.Literal('on-site'),
    Type.Literal('seizure'),
    Type.Literal('bank-account'),
    Type.Literal('other')
  ],
  { description: '事项种类：询问、调取材料、辨认鉴别、现场检查、查封扣押、查询账户、其他' }
)

export const assistItem = Type.Object({ kind: assistItemKind, text: Text(2000, '协查事项的具体内容') }, strict)

/** The officer who approved a letter. `level` is that of the officer's bureau; without it the requester's own level. */
export const assistApprover = Type.Object(
  {
    person: PersonRef({ description: '审批人代号' }),
    role: Type.String({ pattern: '^[a-z][a-z-]{0,31}$', maxLength: 32, description: '审批人角色，如 agency-leader' }),
    level: Type.Optional(
      Type.Union([Type.Literal('county'), Type.Literal('city'), Type.Literal('province'), Type.Literal('national')], {
        description: '审批人所在机关的级别：县级、设区的市级、省级、国家级'
      })
    ),
    organ: Type.Optional(Text(64, '审批人所在机关，如 巴彦淖尔市市场监督管理局'))
  },
  { ...strict, description: '审批人' }
)

/** A sealed file, kept elsewhere: the bus carries its identity only. */
export const assistAttachment = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', maxLength: 64, description: '附件标识' }),
    sha256: Sha256({ description: '附件密文的 SHA-256' }),
    size: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '字节数' })
  },
  strict
)

export const assistAttachments = Type.Array(assistAttachment, {
  maxItems: 50,
  description: '附件清单：仅标识、摘要和大小，不含内容'
})

/** A secret point 密点 by number, hash, custodian and place: its content never enters. */
export const assistSecretPoint = Type.Object(
  {
    number: Text(64, '密点编号'),
    hash: Type.Optional(Sha256({ description: '密点材料的 SHA-256' })),
    custodian: Type.Optional(Text(100, '保管单位')),
    place: Type.Optional(Text(200, '查阅地点'))
  },
  strict
)

/** The letter 协助调查函. Whoever a request is forwarded to gets the same fields. */
export const assistLetter = {
  caseNumber: open(CaseSourceNumber()),
  requester: open(AgencyCode({ description: '请求单位' })),
  letterNumber: work(DocumentNumber({ description: '协查函文号，如 乌中市监协〔2026〕1号' })),
  title: work(Text(200, '协查事由')),
  items: work(Type.Array(assistItem, { minItems: 1, maxItems: 20, description: '协查事项' })),
  legalBasis: work(Text(1000, '法律依据')),
  approver: work(assistApprover),
  // Whoever is asked has to know whom it is about; nobody else does: `secret`, because `personal` masks for addressees.
  targetName: Type.Optional(secret(Text(100, '协查对象名称'), 'company-name')),
  targetUscc: Type.Optional(secret(Uscc({ description: '协查对象统一社会信用代码' }), 'uscc')),
  secretPoints: Type.Optional(
    secret(
      Type.Array(assistSecretPoint, {
        minItems: 1,
        maxItems: 50,
        description: '涉及的密点：仅编号、摘要、保管人、查阅地点'
      })
    )
  ),
  attachments: Type.Optional(work(assistAttachments)),
  dueAt: Type.Optional(open(Instant({ description: '希望答复的期限' }))),
  // Between market regulators the period is the regulations', else it is the house's.
  withinSystem: Type.Optional(open(Type.Boolean({ description: '是否市场监管系统内协查' }))),
  circular: Type.Optional(open(UuidV7('同一函件发往多个单位时的共同标识')))
}

/** A body outside the mechanism, such as another county's bureau: it is written to on paper. */
export const assistExternal = Type.Object(
  {
    name: Text(100, '机制外单位名称，如 乌拉特前旗市场监督管理局'),
    region: AdminDivision('所在行政区划'),
    system: Type.Optional(
      Type.Union(
        [
          Type.Literal('market-regulation'),
          Type.Literal('police'),
          Type.Literal('procuratorate'),
          Type.Literal('court'),
          Type.Literal('other')
        ],
        { description: '所属系统：市场监管、公安、检察、法院、其他' }
      )
    )
  },
  { ...strict, description: '机制外的受请求单位' }
)

/** What the police tell of their own proceedings: the status, nothing of the investigation. */
export const assistPoliceStatus = Type.Union(
  [
    Type.Literal('accepted'),
    Type.Literal('filed'),
    Type.Literal('not-filed'),
    Type.Literal('withdrawn'),
    Type.Literal('sent-for-prosecution')
  ],
  { description: '公安办理状态：受案、立案、不予立案、撤案、移送起诉' }
)
