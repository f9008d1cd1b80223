import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CaseSourceNumber, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Yuan } from '../info/fields.ts'

/** A case shows signs of a crime. Reasonable suspicion is enough (国令310 art 3); the amount informs and gates nothing. */
export const transferSuspected = defineEvent({
  type: 'transfer.suspected.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '涉嫌犯罪', en: 'Crime suspected' },
  data: {
    caseNumber: open(CaseSourceNumber()),
    sender: open(AgencyCode('应当移送的机关')),
    procuratorate: open(AgencyCode('同级检察院')),
    clue: open(Type.Optional(UuidV7('来源线索'))),
    grounds: work(Type.Array(Text(500, '涉嫌犯罪的依据'), { minItems: 1, maxItems: 10 })),
    amountYuan: work(Type.Optional(Yuan('涉案金额（元），仅供参考，不作为移送门槛'))),
    note: work(Type.Optional(Text(1000, '说明')))
  }
})
