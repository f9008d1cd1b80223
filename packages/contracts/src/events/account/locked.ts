import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { holder } from './fields.ts'

/** Too many wrong attempts: nobody signs in with this account until a security administrator unlocks it. */
export const accountLocked = defineEvent({
  type: 'account.locked.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '锁定账号', en: 'Account locked' },
  data: { ...holder, failures: open(Type.Integer({ minimum: 1, description: '连续失败次数' })) }
})
