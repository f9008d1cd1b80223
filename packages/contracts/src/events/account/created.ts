import { defineEvent } from '../../define-event.ts'
import { Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { holder } from './fields.ts'

/** An officer got an account of the console, and a code with which to set its password. */
export const accountCreated = defineEvent({
  type: 'account.created.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '开立账号', en: 'Account created' },
  data: { ...holder, enrolUntil: open(Instant('启用码失效时间')) }
})
