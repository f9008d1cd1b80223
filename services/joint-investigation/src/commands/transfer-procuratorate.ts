import { Type } from '@sinclair/typebox'
import {
  AgencyCode,
  transferExplanationRequired,
  transferFilingOrdered,
  transferNotProsecuted,
  transferOpinionReceived,
  transferPressed,
  transferProsecuted,
  transferReasonsUpheld,
  transferReverseAccepted,
  transferReverseClosed
} from '@wuhu/contracts'
import type { CommandDefinition } from '@wuhu/host'
import { mayHandle } from './authorities.ts'
import { defineTransferCommand, type TransferCommandParts } from './define-transfer-command.ts'
import type { TransferDeps } from './transfer-context.ts'

const work = { action: 'transfer.work' } as const
const decide = { action: 'transfer.decide', known: ['approver'] } as const

/** What the procuratorate does 人民检察院: supervision of filing, prosecution, and the way back 反向衔接. */
export function transferProcuratorateCommands(deps: TransferDeps): CommandDefinition[] {
  const parts: TransferCommandParts[] = [
    {
      ...{ ...decide, do: 'require-explanation', event: transferExplanationRequired },
      title: { zh: '要求说明不立案理由', en: 'Require an explanation' }
    },
    {
      ...{ ...decide, do: 'order-filing', event: transferFilingOrdered },
      title: { zh: '通知立案', en: 'Order the filing' }
    },
    {
      ...{ ...decide, do: 'uphold-reasons', event: transferReasonsUpheld },
      title: { zh: '认定不立案理由成立', en: 'Uphold the reasons' }
    },
    { ...work, do: 'press', event: transferPressed, title: { zh: '催办', en: 'Press a slow case' } },
    {
      ...{ ...decide, do: 'prosecute', event: transferProsecuted },
      title: { zh: '提起公诉', en: 'Prosecute' }
    },
    {
      ...{ ...decide, do: 'not-prosecute', event: transferNotProsecuted },
      title: { zh: '不起诉', en: 'Decide not to prosecute' },
      known: ['caseNumber', 'procuratorate', 'administration', 'approver']
    },
    {
      ...{ ...work, do: 'accept-reverse', event: transferReverseAccepted },
      title: { zh: '反向衔接受理', en: 'Take the case for administrative review' }
    },
    {
      ...{ ...decide, do: 'close-reverse', event: transferReverseClosed },
      title: { zh: '反向衔接审查终结', en: 'Close the review without an opinion' }
    }
  ]
  return [...parts.map((one) => defineTransferCommand(deps, one)), opinion(deps)]
}

/** 检察意见: by default to the agency that sent the case. */
function opinion(deps: TransferDeps): CommandDefinition {
  return defineTransferCommand(deps, {
    ...{ ...decide, do: 'give-opinion', intake: true, event: transferOpinionReceived },
    title: { zh: '提出检察意见', en: 'Give the procuratorial opinion' },
    known: ['to', 'clue', 'approver'],
    fields: { to: Type.Optional(AgencyCode('受检察意见的行政机关；不填为移送机关')) },
    facts: async (tx, { to }) =>
      typeof to === 'string' ? { to, administrative: await mayHandle(tx.db, deps, to) } : { administrative: true }
  })
}
