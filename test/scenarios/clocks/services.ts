import { resolve as aboutAudit } from '../../../services/audit/src/deadlines/resolve.ts'
import { suggestion } from '../../../services/audit/src/domain/suggestion.ts'
import { supervision } from '../../../services/audit/src/domain/supervision.ts'
import { task } from '../../../services/audit/src/domain/task.ts'
import { ownSchema } from '../../../services/audit/src/schema.ts'
import { resolve as aboutClues } from '../../../services/info-sharing/src/deadlines/resolve.ts'
import { clue } from '../../../services/info-sharing/src/domain/clue.ts'
import * as info from '../../../services/info-sharing/src/migrations.ts'
import { views as infoViews } from '../../../services/info-sharing/src/views.ts'
import { resolve as aboutJointWork } from '../../../services/joint-investigation/src/deadlines/resolve.ts'
import { assistance } from '../../../services/joint-investigation/src/domain/assistance.ts'
import { consultation } from '../../../services/joint-investigation/src/domain/consultation.ts'
import { transfer } from '../../../services/joint-investigation/src/domain/transfer.ts'
import * as joint from '../../../services/joint-investigation/src/migrations.ts'
import { penaltyView } from '../../../services/joint-investigation/src/views/penalties.ts'
import { views as jointViews } from '../../../services/joint-investigation/src/views.ts'
import { auditScenarios } from './audit-scenarios.ts'
import { defineService } from './clock-world.ts'
import { clueScenarios } from './clue-scenarios.ts'
import { jointWorkScenarios } from './joint-work-scenarios.ts'
import type { ClockScenario } from './scenario.ts'
import { transferScenarios } from './transfer-scenarios.ts'

/** The services whose clocks run, with their own machines, tables and knowledge of who plays which role. */
export const clocked = {
  'info-sharing': defineService({
    ...{ name: 'info-sharing', schema: info.schema, migrations: info.migrations, views: infoViews },
    ...{ machines: { clue }, resolve: aboutClues }
  }),
  'joint-investigation': defineService({
    ...{ name: 'joint-investigation', schema: joint.schema, migrations: joint.migrations, views: jointViews },
    ...{ machines: { transfer, consultation, assistance }, resolve: aboutJointWork, hears: penaltyView }
  }),
  audit: defineService({
    ...{ name: 'audit', schema: ownSchema.schema, migrations: ownSchema.migrations, views: [] },
    ...{ machines: { supervision, suggestion, task }, resolve: aboutAudit }
  })
}

/** By the id of the rule. */
export const scenarios: Readonly<Record<string, ClockScenario>> = {
  ...clueScenarios,
  ...transferScenarios,
  ...jointWorkScenarios,
  ...auditScenarios
}
