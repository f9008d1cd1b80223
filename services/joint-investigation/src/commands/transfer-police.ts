import {
  transferAccepted,
  transferExplained,
  transferFiled,
  transferFilingExtended,
  transferNotFiled,
  transferReceipted,
  transferReconsidered,
  transferRerouted,
  transferSentForProsecution,
  transferSupplementRequested,
  transferWithdrawalNotified,
  transferWithdrawn
} from '@wuhu/contracts'
import type { CommandDefinition } from '@wuhu/host'
import { arePolice } from './authorities.ts'
import { defineTransferCommand, type TransferCommandParts } from './define-transfer-command.ts'
import type { TransferDeps } from './transfer-context.ts'

const work = { action: 'transfer.work' } as const
const decide = { action: 'transfer.decide' } as const
const { to, outside, reason, documentNumber } = transferRerouted.data.properties

/** What the police do 公安机关: they tell the status of a case, and nothing of the investigation. */
export function transferPoliceCommands(deps: TransferDeps): CommandDefinition[] {
  const parts: TransferCommandParts[] = [
    {
      ...{ do: 'receipt', action: 'transfer.receive', event: transferReceipted, known: ['police'] },
      title: { zh: '签收移送书回执', en: 'Sign the receipt' },
      numbered: { field: 'receiptNumber', kind: 'transfer-receipt', optional: true },
      description: {
        zh: '不得以材料不全为由拒绝签收；材料不全的，签收后要求补正（国务院令第310号第七条）。',
        en: 'Incomplete papers are no reason not to sign: sign, then ask for a supplement.'
      }
    },
    {
      ...{ ...work, do: 'request-supplement', event: transferSupplementRequested },
      title: { zh: '要求补正', en: 'Ask for missing papers' }
    },
    {
      ...{ ...work, do: 'reroute', event: transferRerouted, known: Object.keys(transferRerouted.data.properties) },
      title: { zh: '转送有管辖权机关', en: 'Reroute to the organ that has jurisdiction' },
      fields: { to, outside, reason, documentNumber },
      facts: async (tx, said) => ({
        toPolice: typeof said.to === 'string' && (await arePolice(tx.db, deps, said.to))
      })
    },
    {
      ...{ ...work, do: 'accept', event: transferAccepted, known: ['policeStatus'] },
      title: { zh: '受案', en: 'Accept the case' }
    },
    {
      ...{ ...decide, do: 'extend-filing', event: transferFilingExtended, known: ['approver'] },
      title: { zh: '延长立案审查期限', en: 'Extend the time to decide on filing' }
    },
    {
      ...{ ...decide, do: 'file', event: transferFiled, known: ['policeStatus', 'approver'] },
      title: { zh: '立案', en: 'File the case' }
    },
    {
      ...{ ...decide, do: 'not-file', intake: true, event: transferNotFiled, known: ['policeStatus', 'approver'] },
      title: { zh: '不予立案', en: 'Decide not to file' }
    },
    {
      ...{ ...decide, do: 'reconsider', event: transferReconsidered, known: ['approver'] },
      title: { zh: '作出复议决定', en: 'Decide the reconsideration' }
    },
    {
      ...{ ...work, do: 'explain', intake: true, event: transferExplained },
      title: { zh: '说明不立案理由', en: 'Explain why not filed' }
    },
    {
      ...{ ...decide, do: 'withdraw', event: transferWithdrawn, known: ['policeStatus', 'approver'] },
      title: { zh: '撤案', en: 'Withdraw the case' }
    },
    {
      ...{ ...work, do: 'notify-withdrawal', event: transferWithdrawalNotified },
      title: { zh: '告知撤案', en: 'Tell of the withdrawal' }
    },
    {
      ...{ ...decide, do: 'send-for-prosecution', event: transferSentForProsecution, known: ['policeStatus'] },
      title: { zh: '移送起诉', en: 'Send for prosecution' }
    }
  ]
  return parts.map((one) => defineTransferCommand(deps, one))
}
