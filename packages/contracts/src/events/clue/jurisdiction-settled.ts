import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { DocumentNumber } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** Both bodies agreed, or their common superior designated one of them 指定管辖. */
export const clueJurisdictionSettled = defineEvent({
  type: 'clue.jurisdiction-settled.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '管辖争议解决', en: 'Jurisdiction settled' },
  data: {
    manner: open(
      Type.Union([Type.Literal('agreed'), Type.Literal('designated')], {
        description: '解决方式：agreed 协商一致、designated 共同上级指定管辖'
      })
    ),
    competent: open(
      Type.Union([Type.Literal('own'), Type.Literal('other')], {
        description: '有管辖权的单位：own 本经办单位、other 争议的另一方'
      })
    ),
    documentNumber: work(Type.Optional(DocumentNumber('指定管辖通知书文号'))),
    note: work(Type.Optional(Reason('说明')))
  }
})
