import { Type } from '@sinclair/typebox'
import { AgencyCode, PersonRef, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

const secrecyMark = Type.Union([Type.Literal('top-secret'), Type.Literal('secret'), Type.Literal('confidential')], {
  description: '标志：top-secret 绝密、secret 机密、confidential 秘密'
})

/**
 * What is kept of a command that was refused: who sent it, and where a mark stood. Never the text, nor a hash of it: a
 * hash would let a guess at the text be confirmed.
 */
export const quarantined = {
  agency: open(AgencyCode('报送单位')),
  person: work(Type.Optional(PersonRef('经办人代号'))),
  command: open(
    Type.String({ pattern: '^[a-z.-]{1,64}$', maxLength: 64, description: '所报送的命令，如 clue.receive' })
  ),
  marks: work(
    Type.Array(
      Type.Object(
        {
          path: Type.String({ maxLength: 256, description: '字段位置（JSON 指针）' }),
          mark: secrecyMark,
          length: Type.Integer({ minimum: 0, description: '该字段的字数' })
        },
        { additionalProperties: false }
      ),
      { minItems: 1, maxItems: 100, description: '带有国家秘密标志的字段：仅位置、标志种类和字数' }
    )
  ),
  request: open(Text(64, '请求编号'))
}
