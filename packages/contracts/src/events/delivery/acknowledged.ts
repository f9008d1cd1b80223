import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** A recipient signed for a copy in its mailbox 签收; the publisher of the original sees it. */
export const deliveryAcknowledged = defineEvent({
  type: 'delivery.acknowledged.v1',
  owner: 'notifications',
  mutual: 'delivery',
  title: { zh: '送达签收', en: 'Receipt signed' },
  data: {
    eventId: open(UuidV7({ description: '被签收事件的编号' })),
    eventType: open(
      Type.String({ pattern: '^[a-z-]+\\.[a-z-]+\\.v[1-9]\\d*$', maxLength: 100, description: '被签收事件的类型' })
    ),
    eventSubject: open(Type.String({ minLength: 1, maxLength: 200, description: '被签收事件的业务对象' })),
    // Nobody sends what happens by itself, such as a reminder of a time limit.
    sender: open(Type.Optional(AgencyCode({ description: '发件单位代码；时限提醒等自动产生的事件没有' }))),
    recipient: open(AgencyCode({ description: '签收单位代码' })),
    sequence: open(Type.Integer({ minimum: 1, description: '签收单位收件箱中的序号' })),
    note: work(Type.Optional(Text(500, '签收说明')))
  }
})
