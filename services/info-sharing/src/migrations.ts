import type { Migration } from 'kysely/migration'
import { directory } from './migrations/0001-directory.ts'
import { cases } from './migrations/0002-cases.ts'
import { clues } from './migrations/0003-clues.ts'
import { notices } from './migrations/0004-notices.ts'
import { officers } from './migrations/0005-officers.ts'
import { reads } from './migrations/0006-reads.ts'
import { unmaskings } from './migrations/0007-unmaskings.ts'
import { quarantine } from './migrations/0008-quarantine.ts'
import { attachments } from './migrations/0009-attachments.ts'
import { matching } from './migrations/0010-matching.ts'
import { statements } from './migrations/0011-statements.ts'
import { rowSecurityOfViews } from './migrations/0012-row-security.ts'
import { deadlines } from './migrations/0013-deadlines.ts'
import { deadlineRowSecurity } from './migrations/0014-deadline-row-security.ts'
import { experts } from './migrations/0015-experts.ts'
import { sent } from './migrations/0016-sent.ts'
import { openWork } from './migrations/0017-open-work.ts'
import { registers } from './migrations/0018-registers.ts'

/** Postgres schema of the service. */
export const schema = 'info_sharing'

/** What the service's role may only add to. */
export const appendOnly = ['reads', 'statements', 'match_evaluations'] as const

/** In the order of their names; a name is never used again. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': directory,
  '0002-cases': cases,
  '0003-clues': clues,
  '0004-notices': notices,
  '0005-officers': officers,
  '0006-reads': reads,
  '0007-unmaskings': unmaskings,
  '0008-quarantine': quarantine,
  '0009-attachments': attachments,
  '0010-matching': matching,
  '0011-statements': statements,
  '0012-row-security': rowSecurityOfViews,
  '0013-deadlines': deadlines,
  '0014-deadline-row-security': deadlineRowSecurity,
  '0015-experts': experts,
  '0016-sent': sent,
  '0017-open-work': openWork,
  '0018-registers': registers
}
