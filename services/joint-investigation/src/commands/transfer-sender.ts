import { Type } from '@sinclair/typebox'
import {
  PersonRef,
  transferApproved,
  transferClosed,
  transferExhibitsHandedOver,
  transferOpinionAnswered,
  transferPenaltyCopied,
  transferReconsiderationRequested,
  transferRefused,
  transferReported,
  transferReturnedToAdministration,
  transferSent,
  transferSupervisionRequested,
  transferSupplemented,
  transferTeamFormed
} from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import type { CommandDefinition } from '@wuhu/host'
import { missedClock } from '../views/transfers.ts'
import { arePolice } from './authorities.ts'
import type { Tx } from './context.ts'
import { defineTransferCommand, type TransferCommandParts } from './define-transfer-command.ts'
import type { TransferDeps } from './transfer-context.ts'

const work = { action: 'transfer.work' } as const
const head = { action: 'transfer.approve', known: ['approver'] } as const
const lapsed = async (tx: Tx, _said: object, id: string) => ({ lapsed: await missedClock(tx.db, id, 'B9') })

/** What the agency does that transfers a case 移送机关. */
export function transferSenderCommands(deps: TransferDeps): CommandDefinition[] {
  const parts: TransferCommandParts[] = [
    {
      ...{ ...work, do: 'form-team', event: transferTeamFormed, known: ['members'] },
      title: { zh: '组成专案组（不少于两人）', en: 'Form a team of at least two' },
      // One is refused by the rule, with its own words, and not as a malformed request.
      fields: { members: Type.Array(PersonRef('办案人员代号'), { minItems: 1, maxItems: 20 }) }
    },
    {
      ...{ ...work, do: 'report', intake: true, event: transferReported },
      title: { zh: '提出移送书面报告', en: 'Report to the head' }
    },
    {
      ...{ ...head, do: 'approve', event: transferApproved },
      title: { zh: '批准移送（正职负责人）', en: 'Approve the transfer (head only)' }
    },
    {
      ...{ ...head, do: 'refuse', event: transferRefused },
      title: { zh: '不批准移送（正职负责人，记录理由）', en: 'Refuse the transfer (head only, reasons on record)' }
    },
    {
      ...{ ...work, do: 'send', intake: true, event: transferSent },
      title: { zh: '移送公安机关，抄送检察院', en: 'Send to the police, copy to the procuratorate' },
      known: ['caseNumber', 'sender', 'procuratorate', 'clue'],
      numbered: { field: 'letterNumber', kind: 'criminal-transfer' },
      facts: async (tx, said) => ({ toPolice: await arePolice(tx.db, deps, String(said.to)) })
    },
    {
      ...{ ...work, do: 'supplement', intake: true, event: transferSupplemented },
      title: { zh: '补正', en: 'Supply what was missing' }
    },
    {
      ...{ ...work, do: 'hand-over-exhibits', intake: true, event: transferExhibitsHandedOver },
      title: { zh: '移交涉案物品', en: 'Hand over exhibits' }
    },
    {
      ...{ ...work, do: 'request-reconsideration', intake: true, event: transferReconsiderationRequested },
      title: { zh: '提请复议', en: 'Ask for reconsideration' },
      facts: lapsed
    },
    {
      ...{ ...work, do: 'request-supervision', intake: true, event: transferSupervisionRequested },
      title: { zh: '建议立案监督', en: 'Ask for supervision of the filing' },
      facts: lapsed
    },
    {
      ...{ ...work, do: 'return-to-administration', event: transferReturnedToAdministration },
      title: { zh: '恢复行政处理', en: 'Go on administratively' },
      known: ['clue']
    },
    {
      ...{ ...work, do: 'answer-opinion', intake: true, event: transferOpinionAnswered },
      title: { zh: '回复检察意见', en: 'Answer the procuratorial opinion' },
      numbered: { field: 'documentNumber', kind: 'opinion-answer' }
    },
    {
      ...{ ...work, do: 'copy-penalty', intake: true, event: transferPenaltyCopied },
      title: { zh: '抄送行政处罚决定', en: 'Copy a penalty to police and procuratorate' },
      known: ['copyTo'],
      facts: async () => ({ police: firstPolice(deps) })
    },
    {
      ...{ ...work, do: 'close', event: transferClosed },
      title: { zh: '移送办结', en: 'Close the transfer' },
      known: ['outcome']
    }
  ]
  return parts.map((one) => defineTransferCommand(deps, one))
}

function firstPolice(deps: TransferDeps): string {
  const [police] = deps.police
  if (police === undefined) throw new Refusal('transfer.not-to-police', 'no agency is set as police')
  return police
}
