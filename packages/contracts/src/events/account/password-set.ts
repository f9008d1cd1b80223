import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { holder } from './fields.ts'

/** The officer set a password. Neither it nor its hash is told. */
export const accountPasswordSet = defineEvent({
  type: 'account.password-set.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '设置口令', en: 'Password set' },
  data: {
    ...holder,
    secondFactor: open(
      Type.Union([Type.Literal('required'), Type.Literal('not-required')], { description: '是否须启用动态口令' })
    )
  }
})
