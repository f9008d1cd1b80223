import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Yuan } from '../info/fields.ts'
import { Approver } from './fields.ts'

/** Why a crime is suspected 涉嫌犯罪. The amount informs and gates nothing: reasonable suspicion is enough (国令310 art 3). */
const crimeSigns = Type.Object(
  {
    grounds: Type.Array(Text(500, '涉嫌犯罪的依据'), { minItems: 1, maxItems: 10 }),
    note: Type.Optional(Text(1000, '说明')),
    amountYuan: Type.Optional(Yuan('涉案金额（元），仅供参考，不作为移送门槛'))
  },
  { additionalProperties: false, description: '涉嫌犯罪线索：有合理嫌疑即应当移送，不以金额为条件' }
)

/** The handling agency opened its own case 立案, under its own number. */
export const clueFiled = defineEvent({
  type: 'clue.filed.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '立案', en: 'Clue filed' },
  data: {
    agencyCaseNumber: work(Text(64, '本单位案号')),
    legalBasis: work(Text(500, '法律依据')),
    approver: work(Approver()),
    crimeSigns: work(Type.Optional(crimeSigns))
  }
})
