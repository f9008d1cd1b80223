import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { quarantined } from './fields.ts'

/** A command was refused because its text carries the mark of a state secret 国家秘密标志; only this is kept of it. */
export const quarantineOpened = defineEvent({
  type: 'quarantine.opened.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '疑似涉密拦截', en: 'Suspected state secret refused' },
  data: {
    ...quarantined,
    service: open(
      Type.Union([Type.Literal('info-sharing'), Type.Literal('joint-investigation'), Type.Literal('audit')], {
        description: '拦截的服务'
      })
    )
  }
})
