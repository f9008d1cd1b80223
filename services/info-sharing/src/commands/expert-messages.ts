/** Titles of refusals about experts and appraisal institutions, by code. */
export const expertMessages = {
  zh: {
    'expert.exists': '该专家已入库',
    'expert.unknown': '没有这名专家',
    'expert.removed': '该专家已出库',
    'expert.office-only': '专家人才库和鉴定机构资源由办公室维护',
    'expert.role': '须由办公室主任或者工作人员办理',
    'expert.validity': '有效期限有误',
    'expert.conflict-unnamed': '利害关系须写明企业或者人员',
    'appraiser.exists': '该鉴定机构已入库',
    'appraiser.unknown': '没有这个鉴定机构',
    'appraiser.removed': '该鉴定机构已出库',
    'appraiser.validity': '有效期限有误',
    'appraiser.conflict-unnamed': '利害关系须写明企业或者人员'
  },
  en: {
    'expert.exists': 'The expert is registered',
    'expert.unknown': 'There is no such expert',
    'expert.removed': 'The expert is removed',
    'expert.office-only': 'The office keeps the pool',
    'expert.role': 'For the head or staff of the office',
    'expert.validity': 'The entry would end before it begins',
    'expert.conflict-unnamed': 'A conflict names a company or a person',
    'appraiser.exists': 'The institution is registered',
    'appraiser.unknown': 'There is no such institution',
    'appraiser.removed': 'The institution is removed',
    'appraiser.validity': 'The entry would end before it begins',
    'appraiser.conflict-unnamed': 'A conflict names a company or a person'
  }
} as const
