import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, UuidV7 } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/**
 * Two leads are one case 并案: written to both. The one that ends names `into`; the one that goes on names `absorbed`
 * and the agencies that sent it, who follow this one from now on.
 */
export const clueMerged = defineEvent({
  type: 'clue.merged.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索并案', en: 'Clue merged' },
  data: {
    into: work(Type.Optional(UuidV7('并入的线索标识'))),
    absorbed: work(Type.Optional(UuidV7('并入本线索的线索标识'))),
    intakes: work(
      Type.Optional(
        Type.Array(AgencyCode('单位代码'), { minItems: 1, maxItems: 64, description: '被并入线索的接收单位' })
      )
    ),
    reason: work(Reason('并案理由'))
  }
})
