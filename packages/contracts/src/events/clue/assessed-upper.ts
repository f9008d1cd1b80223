import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** The handling agency found that a superior has jurisdiction 应由上级管辖 (总局令第126号 art 3): it has to refer the lead. */
export const clueAssessedUpper = defineEvent({
  type: 'clue.assessed-upper.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '判明由上级管辖', en: 'Superior found competent' },
  data: {
    superior: open(Type.Optional(Text(64, '有管辖权的上级单位'))),
    ground: work(Reason('判明由上级管辖的依据和理由'))
  }
})
