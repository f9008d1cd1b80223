import type { EventOf } from '../define-event.ts'
import { accountCreated } from './account/created.ts'
import { accountDisabled } from './account/disabled.ts'
import { accountIdentityLinked } from './account/identity-linked.ts'
import { accountIdentityUnlinked } from './account/identity-unlinked.ts'
import { accountLocked } from './account/locked.ts'
import { accountPasswordSet } from './account/password-set.ts'
import { accountTotpEnrolled } from './account/totp-enrolled.ts'
import { accountTotpReset } from './account/totp-reset.ts'
import { accountUnlocked } from './account/unlocked.ts'

export const accountEvents = [
  accountCreated,
  accountPasswordSet,
  accountTotpEnrolled,
  accountTotpReset,
  accountLocked,
  accountUnlocked,
  accountDisabled,
  accountIdentityLinked,
  accountIdentityUnlinked
] as const
export type AccountEvent = EventOf<(typeof accountEvents)[number]>
