import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { issuer, reason, subject, target, title } from './fields.ts'

/** A card, or a letter to who is not supervised, was proposed: by the office, or by a clock that was missed. No target hears of it. */
export const superviseProposed = defineEvent({
  type: 'supervise.proposed.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '督办建议', en: 'Supervision proposed' },
  data: {
    target,
    issuer,
    /** Court and procuratorate are asked by letter 商请函. */
    form: open(
      Type.Union([Type.Literal('card'), Type.Literal('letter')], { description: '方式：card 督办、letter 商请函' })
    ),
    origin: open(
      Type.Union([Type.Literal('person'), Type.Literal('deadline')], {
        description: '来源：person 人工提出、deadline 时限逾期自动提出'
      })
    ),
    subject,
    title,
    reason
  }
})
