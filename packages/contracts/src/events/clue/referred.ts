import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, DocumentNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** Another authority has jurisdiction: a member, or a body outside such as the city bureau (总局令第126号 art 3). */
export const clueReferred = defineEvent({
  type: 'clue.referred.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索报送移送', en: 'Clue referred' },
  data: {
    to: open(Type.Optional(AgencyCode('接收的成员单位'))),
    outside: open(Type.Optional(Text(64, '接收的机制外单位'))),
    ground: work(Reason('报送、移送管辖的依据和理由')),
    documentNumber: work(Type.Optional(DocumentNumber('移送函文号')))
  }
})
