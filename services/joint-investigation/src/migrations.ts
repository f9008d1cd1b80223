import type { Migration } from 'kysely/migration'
import { directory } from './migrations/0001-directory.ts'
import { cases } from './migrations/0002-cases.ts'
import { assistances } from './migrations/0003-assistances.ts'
import { officers } from './migrations/0004-officers.ts'
import { reads } from './migrations/0005-reads.ts'
import { rowSecurityOfViews } from './migrations/0007-row-security.ts'
import { statements } from './migrations/0008-statements.ts'
import { deadlines } from './migrations/0009-deadlines.ts'
import { deadlineRowSecurity } from './migrations/0010-deadline-row-security.ts'
import { transfers } from './migrations/0011-transfers.ts'
import { transferRowSecurity } from './migrations/0012-transfer-row-security.ts'
import { consultations } from './migrations/0013-consultations.ts'
import { experts } from './migrations/0014-experts.ts'
import { rowSecurityOfConsultations } from './migrations/0015-consultation-row-security.ts'
import { assistanceMore } from './migrations/0016-assistance-more.ts'
import { evidence } from './migrations/0017-evidence.ts'
import { registers } from './migrations/0018-registers.ts'
import { penalties } from './migrations/0019-penalties.ts'

/** Postgres schema of the service. */
export const schema = 'joint_investigation'

/** In the order of their names; a name is never used again. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': directory,
  '0002-cases': cases,
  '0003-assistances': assistances,
  '0004-officers': officers,
  '0005-reads': reads,
  '0007-row-security': rowSecurityOfViews,
  '0008-statements': statements,
  '0009-deadlines': deadlines,
  '0010-deadline-row-security': deadlineRowSecurity,
  '0011-transfers': transfers,
  '0012-transfer-row-security': transferRowSecurity,
  '0013-consultations': consultations,
  '0014-experts': experts,
  '0015-consultation-row-security': rowSecurityOfConsultations,
  '0016-assistance-more': assistanceMore,
  '0017-evidence': evidence,
  '0018-registers': registers,
  '0019-penalties': penalties
}
