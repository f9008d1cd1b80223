import {
  clueAssessedUpper,
  clueJurisdictionDisputed,
  clueJurisdictionSettled,
  cluePenaltyDecided,
  cluePenaltyExtended,
  clueReporterInformed
} from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { assertFreeWord } from '@wuhu/documents'
import type { CommandDefinition } from '@wuhu/host'
import type { ClueDeps } from './clue-call.ts'
import { clueStepDefiner } from './clue-step.ts'
import { agencyExists } from './context.ts'

const { approver: _approver, ...penaltyFields } = cluePenaltyDecided.data.properties
const { reason } = cluePenaltyExtended.data.properties

/** Who is competent 管辖, how the filed case ends 处罚决定, and what the reporter is told 告知. */
export function clueOutcomeCommands(deps: ClueDeps): CommandDefinition[] {
  const define = clueStepDefiner(deps)
  return [
    define(
      'assess-upper',
      { zh: '判明应由上级管辖', en: 'Find a superior competent' },
      clueAssessedUpper.data.properties,
      async (body, { context, run }) => ({
        executed: await run({ do: 'assess-upper', by: context.actor, superior: deps.superiorBureau, ...body })
      })
    ),
    define(
      'dispute-jurisdiction',
      { zh: '提出管辖争议', en: 'Dispute jurisdiction' },
      clueJurisdictionDisputed.data.properties,
      async (body, { context, run }, tx) => {
        const executed = await run({ do: 'dispute-jurisdiction', by: context.actor, ...body })
        if (body.with !== undefined && !(await agencyExists(tx, body.with))) {
          throw new Refusal('agency.unknown', 'there is no such agency')
        }
        return { executed }
      }
    ),
    define(
      'settle-jurisdiction',
      { zh: '解决管辖争议', en: 'Settle jurisdiction' },
      clueJurisdictionSettled.data.properties,
      async (body, { context, run }) => {
        if (body.documentNumber !== undefined) assertFreeWord(deps.words, body.documentNumber)
        return { executed: await run({ do: 'settle-jurisdiction', by: context.actor, ...body }) }
      }
    ),
    define(
      'inform-reporter',
      { zh: '告知实名举报人', en: 'Inform the reporter' },
      clueReporterInformed.data.properties,
      async (body, { context, run }) => ({ executed: await run({ do: 'inform-reporter', by: context.actor, ...body }) })
    ),
    define(
      'extend-penalty',
      { zh: '延长办案期限（本单位主要负责人批准）', en: 'Extend the time to decide' },
      { reason },
      async (body, { context, run }) => ({ executed: await run({ do: 'extend-penalty', by: context.actor, ...body }) })
    ),
    define(
      'decide-penalty',
      { zh: '作出处理决定（本单位负责人决定）', en: 'Decide the penalty' },
      penaltyFields,
      async (body, { context, run }) => {
        if (body.documentNumber !== undefined) assertFreeWord(deps.words, body.documentNumber)
        const executed = await run({ do: 'decide-penalty', by: context.actor, ...body })
        if (body.outcome === 'sent-for-prosecution' && !deps.police.includes(context.actor.agency)) {
          throw new Refusal('clue.not-police', 'only police send a case for prosecution')
        }
        return { executed }
      }
    )
  ]
}
