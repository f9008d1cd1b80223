import type { Title } from '@wuhu/contracts'

/** How things end, in words. */
export const sentOutcomes: Readonly<Record<string, Title>> = {
  filed: { zh: '立案', en: 'Filed' },
  'not-filed': { zh: '不予立案', en: 'Not filed' },
  referred: { zh: '报送、移送管辖', en: 'Referred' },
  transferred: { zh: '移送公安', en: 'Transferred to the police' },
  merged: { zh: '并案', en: 'Merged' },
  penalty: { zh: '给予行政处罚', en: 'Penalty' },
  'no-penalty': { zh: '不予行政处罚', en: 'No penalty' },
  dismissed: { zh: '销案', en: 'Dismissed' },
  'sent-for-prosecution': { zh: '移送审查起诉', en: 'Sent for prosecution' },
  answered: { zh: '已答复', en: 'Answered' },
  refused: { zh: '不予协助', en: 'Refused' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  'not-transferred': { zh: '未移送', en: 'Not transferred' },
  rerouted: { zh: '转送其他机关', en: 'Rerouted' },
  returned: { zh: '恢复行政处理', en: 'Returned to administration' },
  prosecuted: { zh: '起诉', en: 'Prosecuted' },
  declined: { zh: '不予受理', en: 'Declined' },
  concluded: { zh: '形成结论', en: 'Concluded' },
  ended: { zh: '提前终结', en: 'Ended' }
}
