import type { Static } from '@sinclair/typebox'
import {
  clueAccepted,
  clueArchived,
  clueExtended,
  clueFeedbackGiven,
  clueFiled,
  clueNotFiled,
  clueReferred,
  clueReopened,
  clueResumed,
  clueReturned,
  clueSuspended,
  formats
} from '@wuhu/contracts'
import { assertFreeWord, underNumber } from '@wuhu/documents'
import type { CommandDefinition } from '@wuhu/host'
import type { NumberKind } from '../domain/case.ts'
import { hasOpenWorkOfClue } from '../views/open-works.ts'
import type { ClueDeps, Outcome, Step } from './clue-call.ts'
import { letIn } from './clue-office.ts'
import { clueStepDefiner } from './clue-step.ts'
import { onCase } from './clue-streams.ts'
import type { Tx } from './context.ts'

const { dueAt, reason: extensionReason } = clueExtended.data.properties
const { agencyCaseNumber, legalBasis, crimeSigns } = clueFiled.data.properties
const { ground: notFiledGround, reason: notFiledReason } = clueNotFiled.data.properties
const { outcome } = clueFeedbackGiven.data.properties

/** What those who handle a clue do with it; who may do what, the decider knows. */
export function clueStepCommands(deps: ClueDeps): CommandDefinition[] {
  const define = clueStepDefiner(deps)

  return [
    define(
      'accept',
      { zh: '签收线索', en: 'Accept a clue' },
      clueAccepted.data.properties,
      async (body, { context, run }) => ({
        executed: await run({ do: 'accept', by: context.actor, ...body })
      })
    ),
    define(
      'return',
      { zh: '退回线索', en: 'Return a clue' },
      clueReturned.data.properties,
      async (body, { context, run }) => ({
        executed: await run({ do: 'return', by: context.actor, ...body })
      })
    ),
    define(
      'extend',
      { zh: '延长核查期限（本单位负责人批准）', en: 'Extend the time to verify' },
      { dueAt, reason: extensionReason },
      async (body, { context, run }) => ({ executed: await run({ do: 'extend', by: context.actor, ...body }) })
    ),
    define(
      'suspend',
      { zh: '中止核查', en: 'Suspend' },
      clueSuspended.data.properties,
      async (body, { context, run }) => ({
        executed: await run({ do: 'suspend', by: context.actor, ...body })
      })
    ),
    define('resume', { zh: '恢复核查', en: 'Resume' }, clueResumed.data.properties, async (body, { context, run }) => ({
      executed: await run({ do: 'resume', by: context.actor, ...body })
    })),
    define(
      'file',
      { zh: '立案（本单位负责人决定）', en: 'File a case' },
      { agencyCaseNumber, legalBasis, crimeSigns },
      (body, step, tx) => file(body, step, tx, deps)
    ),
    define(
      'not-file',
      { zh: '不予立案（本单位负责人决定）', en: 'Decide not to file' },
      { ground: notFiledGround, reason: notFiledReason },
      async (body, { context, run }) => ({ executed: await run({ do: 'not-file', by: context.actor, ...body }) })
    ),
    define(
      'refer',
      { zh: '报送、移送管辖', en: 'Refer to another authority' },
      clueReferred.data.properties,
      (body, step, tx) => refer(body, step, tx, deps)
    ),
    define('feedback', { zh: '反馈办理结果', en: 'Give feedback' }, { outcome }, async (body, { context, run }) => ({
      executed: await run({ do: 'feedback', by: context.actor, ...body })
    })),
    define(
      'archive',
      { zh: '线索归档', en: 'Archive' },
      clueArchived.data.properties,
      async (body, { id, context, offices, run }, tx) => ({
        executed: await run({
          do: 'archive',
          by: context.actor,
          offices,
          openWork: await hasOpenWorkOfClue(tx.db, id),
          ...body
        })
      })
    ),
    define(
      'reopen',
      { zh: '发现新证据，重启线索', en: 'Reopen on new evidence' },
      clueReopened.data.properties,
      async (body, { context, offices, run }) => ({
        executed: await run({ do: 'reopen', by: context.actor, offices, ...body })
      })
    )
  ]
}

type Filing = Omit<Static<typeof clueFiled.data>, 'approver'>

/** The agency's own case number hangs on the case-source number from now on. */
async function file(body: Filing, step: Step, tx: Tx, { words }: ClueDeps): Promise<Outcome> {
  const { context, run } = step
  assertFreeWord(words, body.agencyCaseNumber)
  const executed = await run({ do: 'file', by: context.actor, ...body })
  const { caseNumber } = executed.state
  if (caseNumber === undefined) return { executed }
  const linked = body.agencyCaseNumber
  const linking = { do: 'link-number' as const, by: context.actor, linked, kind: kindOf(linked) }
  return { executed, also: (await onCase(tx, caseNumber, linking, context)).events }
}

function kindOf(number: string): NumberKind {
  if (formats['court-case-number']?.(number)) return 'court'
  return formats['document-number']?.(number) ? 'document' : 'other'
}

type Referral = Static<typeof clueReferred.data>

/**
 * Market regulation refers upwards unless it says otherwise: first-line handling lies with the city (总局令第126号 art 3).
 * A member that is referred to becomes a party to the case.
 */
async function refer(body: Referral, step: Step, tx: Tx, { superiorBureau, words }: ClueDeps): Promise<Outcome> {
  const { context, offices, run } = step
  const unnamed = body.to === undefined && body.outside === undefined
  const upwards = unnamed && offices.includes(context.actor.agency)
  const { documentNumber: given, ...said } = { ...body, ...(upwards && { outside: superiorBureau }) }
  const letter = { agency: context.actor.agency, kind: 'case-transfer-letter', given, now: context.now } as const
  const executed = await underNumber(tx.db, words, { ...letter, optional: true }, (documentNumber) =>
    run({ do: 'refer', by: context.actor, ...said, ...(documentNumber !== undefined && { documentNumber }) })
  )
  const also = body.to === undefined ? [] : await letIn(tx, step, executed.state.caseNumber, [body.to])
  return { executed, also }
}
