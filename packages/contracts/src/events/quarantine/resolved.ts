import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** A secrecy officer 保密员 looked into it: not at the bus, which has nothing to show, but with the sender. */
export const quarantineResolved = defineEvent({
  type: 'quarantine.resolved.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '疑似涉密处置', en: 'Suspected state secret dealt with' },
  data: {
    outcome: open(
      Type.Union([Type.Literal('false-alarm'), Type.Literal('handled-offline')], {
        description: '处置结果：false-alarm 误报、handled-offline 已按保密规定线下处置'
      })
    ),
    note: work(Type.Optional(Text(500, '处置说明（不得写入涉密内容）')))
  }
})
