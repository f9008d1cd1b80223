import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AdminDivision, AgencyCode, Instant, OpaqueToken, Sha256, Text } from '../../formats.ts'
import { open, reporter, secret, work } from '../../sensitivity.ts'
import { allegedAct, Concerned, clueChannel, secretKind } from './fields.ts'

/** A secret point 密点: where its content can be inspected, never the content. */
const secretPoint = Type.Object(
  {
    number: Text(64, '密点编号'),
    hash: Sha256('密点材料的 SHA-256'),
    custodian: Text(128, '保管人'),
    place: Text(200, '查阅地点')
  },
  { additionalProperties: false }
)

/** An agency wrote down a lead. Of the trade secret itself only number, hash, custodian and place travel. */
export const clueReceived = defineEvent({
  type: 'clue.received.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索接收', en: 'Clue received' },
  data: {
    intake: open(AgencyCode('接收单位')),
    channel: open(clueChannel),
    title: work(Text(200, '线索标题')),
    allegedAct: open(allegedAct),
    secretKind: open(Type.Optional(secretKind)),
    description: work(Type.Optional(Text(4000, '线索内容（不得写入商业秘密内容）'))),
    subject: work(Type.Optional(Concerned('被反映对象'))),
    rightsHolder: work(Type.Optional(Concerned('权利人'))),
    place: open(Type.Optional(AdminDivision('行为发生地'))),
    secretPoints: secret(
      Type.Optional(Type.Array(secretPoint, { minItems: 1, maxItems: 50, description: '密点清单' }))
    ),
    reporterToken: reporter(Type.Optional(OpaqueToken('举报人标识，仅接收单位可还原'))),
    receivedAt: open(Instant('接收时间'))
  }
})
