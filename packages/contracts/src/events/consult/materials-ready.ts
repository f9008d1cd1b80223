import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'

/** What those who take part need to read is there. Files are sealed elsewhere; here is their identity only. */
export const consultMaterialsReady = defineEvent({
  type: 'consult.materials-ready.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '会商材料齐备', en: 'Materials ready' },
  data: {
    summary: work(Text(8000, '材料说明（不得写入商业秘密内容）')),
    materials: work(Type.Optional(assistAttachments))
  }
})
